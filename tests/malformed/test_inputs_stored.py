"""The files that were made wrong, read into a store: it stays whole, and holds no article that was not read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broken import broken
from files import outcomes
from samples import TEXT, files

if TYPE_CHECKING:
    from pathlib import Path

import pytest

from benchmarks.killing import Projecting
from provenance.errors import InputError
from provenance.fetching.fetcher import Page
from provenance.fetching.web import documents
from provenance.readers import READERS, Document, Skipped
from provenance.readers.standard_input import HEAD, sniff

SMALL = 2**18
"""Bytes of a file that is read into the store; what is larger is read by `test_inputs`."""


def test_a_store_stays_whole(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    made = [(suffix, data) for suffix, _, data in broken() if len(data) <= SMALL]
    for number, (suffix, data) in enumerate(made):
        (folder / f"{number}{suffix}").write_bytes(data)
    with Projecting.open(tmp_path / "store") as library:
        found = list(library.ingest(folder, extractor="rules"))
        skipped = [one for one in found if isinstance(one, Skipped)]
        assert len(skipped) > 100
        assert len(found) - len(skipped) > 50
        assert list(library.verify()) == []
        texts = [reading.article.text for reading in library.readings()]
    assert texts
    assert all(text.strip() and "\0" not in text for text in texts)
    with Projecting.open(tmp_path / "store", mode="r") as library:
        assert list(library.verify()) == []


def test_standard_input_reads_each_by_what_it_begins_with() -> None:
    for _, kind, data in broken():
        suffix = sniff(data[:HEAD])
        assert suffix in READERS, kind
        for one in outcomes(f"a{suffix}", data) if len(data) <= SMALL else ():
            if isinstance(one, Skipped):
                assert len(one.reason.splitlines()) == 1
            else:
                assert one.article.text.strip()
                repr(one).encode()


def test_whole_files_are_read_whole() -> None:
    """What the damage is done to."""
    assert all(TEXT.split("\n\n")[0][:40] in one.article.text for n, d in files().items() for one in outcomes(n, d))


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/xml", "application/pdf", ""])
def test_the_body_of_an_address_may_be_any_of_them(kind: str) -> None:
    """Whatever media type the server states: each is read, or its one line raised or given."""
    for _, _, data in broken():
        if len(data) > SMALL:
            continue
        page = Page("https://tarn.example/a", "2031-03-01T12:00:00Z", data, kind, "", "", "")
        try:
            found = [one.read() if isinstance(one, Document) else one for one in documents(page.address, page)]
        except InputError as error:
            found = [Skipped(page.address, str(error))]
        for one in found:
            if isinstance(one, Skipped):
                assert len(one.reason.splitlines()) == 1
            else:
                assert one.article.text.strip()

"""A first load by batches comes to what one by one comes to: the same is given, and the store is the same."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance import Library
from provenance.encoder.encoder import encoder
from provenance.ingestor import bulk
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from provenance.encoder.encoded import Encoded

LEAK = "The Harl dam leaks, engineer Ilse Maren said on Monday. “Nothing holds,” she said."
SALE = "The trust will sell the north face, Ines Marlow said on Monday. Nothing has been signed, she said."
FERRY = "The ferry stops in May, the Harbour Ledger reported, citing Piet Lorrimer. He denied it on Friday."
AT, AGAIN = "https://harlpost.example/dam", "https://tarnherald.example/face"
ROWS = (
    {"id": "dam", "text": LEAK, "url": AT, "publisher": "Harl Post", "published": "2031-02-03"},
    {"id": "dam-later", "text": f"{LEAK}\n\nThe dam was built in 1931, Maren said.", "url": AT},
    {"id": "dam-dated", "text": LEAK, "url": AT, "publisher": "Harl Post", "published": "2031-02-04", "title": "Dam"},
    {"id": "copy", "text": LEAK, "url": "https://copyhub.example/dam", "publisher": "CopyHub"},
    {"id": "bare", "text": SALE, "publisher": "Tarn Herald"},
    {"id": "addressed", "text": SALE, "publisher": "Tarn Herald", "url": AGAIN},
    {"id": "theirs", "text": SALE, "publisher": "Coast Ledger"},
    {"id": "bare again", "text": SALE},
    {"id": "ferry", "text": FERRY, "url": "https://ferry.example/1", "published": "2031-02-05"},
    {"id": "german", "text": "Der Damm ist undicht, sagte Ilse Maren am Montag der Zeitung. Nichts halte mehr. " * 3},
    {"id": "empty", "text": ""},
    {"id": "said", "text": "The face is for sale, Marlow told the Harl Post.", "published": "2031-02-06"},
)
SLOW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@cache
def encoded(text: str) -> Encoded:
    return encoder(1).encode(text)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Reader:
        def encode(self, text: str) -> Encoded:
            return encoded(text)

    monkeypatch.setattr("provenance.linking.prepared.encoder", lambda threads: Reader())  # noqa: ARG005


def quads(library: Library) -> set[str]:
    return {str(quad) for quad in library._store.quads() if quad.predicate.value != PROV.endedAtTime}


def laid(folder: Path, rows: Sequence[dict[str, str]]) -> list[Path]:
    """Each in a file of its own, so that one may come again."""
    paths = [folder / f"{place}.jsonl" for place in range(len(rows))]
    for path, row in zip(paths, rows, strict=True):
        path.write_text(json.dumps(row), "utf8")
    return paths


@SLOW
@given(
    rows=st.lists(st.sampled_from(ROWS), max_size=12),
    held=st.sampled_from(ROWS),
    most=st.integers(1, 8),
)
def test_the_same_is_given_and_kept(
    rows: list[dict[str, str]],
    held: dict[str, str],
    most: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where the store holds something, and documents have to do with that and with each other."""
    monkeypatch.setattr(bulk, "BATCH", most)
    with Library.memory(threads=1) as library, Library.memory(threads=1) as other:
        for one in (library, other):
            list(one.ingest(laid(tmp_path, [held]), "rules"))
        paths = laid(tmp_path, rows)
        assert list(library.bulk_load(paths, "rules")) == list(other.ingest(paths, "rules"))
        assert quads(library) == quads(other)
        assert list(library.bulk_load(paths, "rules")) == list(other.ingest(paths, "rules"))
        found, also = (one._store.near(("dam", "face", "ferri"), 99) for one in (library, other))
        assert (found.statements, found.holders, found.found) == (also.statements, also.holders, also.found)

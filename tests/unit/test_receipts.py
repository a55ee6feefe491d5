"""Receipts: what each document became, as long as it is there."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance import Library
from provenance.model import Article
from provenance.readers import READERS, Document, Read
from provenance.readers.edition import digest
from provenance.receipts import Receipt, Receipts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ONE, OTHER = Receipt("run:1", "a1", 3), Receipt("run:2", "a2", 0)
TEXT = "The Harl dam leaks, engineer Ilse Maren said on Monday."


def test_they_are_kept_replaced_and_forgotten_by_article(tmp_path: Path) -> None:
    with closing(Receipts.open(tmp_path / "receipts")) as receipts:
        receipts.keep(b"x", "article:1", OTHER)
        receipts.keep(b"x", "article:1", ONE)
        receipts.keep(b"y", "article:2", OTHER)
        receipts.keep(b"z", "article:2", OTHER)
    with closing(Receipts.open(tmp_path / "receipts")) as receipts:
        assert [receipts.of(digest) for digest in (b"x", b"y", b"w")] == [ONE, OTHER, None]
        receipts.forget("article:2")
        assert [receipts.of(digest) for digest in (b"x", b"y", b"z")] == [ONE, None, None]


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "receipts"
    path.write_bytes(b"no database" * 99)
    with closing(Receipts.open(path)) as receipts:
        assert receipts.of(b"x") is None
        receipts.keep(b"x", "article:1", ONE)
        assert receipts.of(b"x") == ONE


def test_a_document_is_what_is_read_of_it_not_where_it_lies() -> None:
    [page] = READERS[".txt"](open_(TEXT), "a/dam.txt")
    assert isinstance(page, Document)
    assert digest(page) == digest(replace(page, input="b/dam.txt", captured="2031-02-03T08:00:00Z"))
    others = [{"key": "weir"}, {"content": b"other"}, {"address": "https://a.example"}, {"charset": "latin-1"}]
    assert len({digest(page), *(digest(replace(page, **one)) for one in others)}) == 5  # type: ignore[arg-type]
    row = Read("a.jsonl", Article("dam", TEXT))
    assert digest(row) == digest(replace(row, input="b.jsonl"))
    assert digest(row) != digest(replace(row, article=Article("dam", TEXT, published="2031-02-03")))


def test_what_was_removed_and_what_others_read_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text(TEXT, "utf8")
    with Library.open(tmp_path / "store", threads=1) as library:
        [first] = library.ingest(tmp_path / "dam.txt", "rules")
        assert [one.outcome for one in library.ingest(tmp_path / "dam.txt", "rules")] == ["unchanged"]
        library.remove("dam")
        assert list(library.ingest(tmp_path / "dam.txt", "rules")) == [first]
        assert [one.outcome for one in library.ingest(tmp_path / "dam.txt", "model")] == ["superseded"]
        assert [one.outcome for one in library.ingest(tmp_path / "dam.txt", "model")] == ["unchanged"]
        assert [one.outcome for one in library.ingest(tmp_path / "dam.txt", "rules")] == ["superseded"]


def test_without_them_a_text_is_known_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dam.txt").write_text(TEXT, "utf8")
    with Library.open(tmp_path / "store", threads=1) as library:
        list(library.ingest(tmp_path / "dam.txt"))
    (tmp_path / "store" / "receipts.sqlite").unlink()
    monkeypatch.setattr("provenance.runners.stages.ready", None)
    with Library.open(tmp_path / "store", threads=1) as library:
        assert [one.outcome for one in library.ingest(tmp_path / "dam.txt")] == ["unchanged"]


def open_(text: str):  # noqa: ANN201
    from io import BytesIO

    return BytesIO(text.encode())

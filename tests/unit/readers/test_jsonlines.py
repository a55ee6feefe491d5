from __future__ import annotations

import gzip
import json
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from provenance.model import Article, Kind, Publisher
from provenance.readers import Read, Skipped
from provenance.readers import jsonlines as module
from provenance.readers.jsonlines import read_gzipped, read_jsonlines

if TYPE_CHECKING:
    import pytest

FULL = {
    "id": "quarry-1",
    "url": "https://coastledger.example/quarry",
    "publisher": "Coast Ledger",
    "title": "Quarry trust\nmeets",
    "published": "2024-11-14T09:30:00+01:00",
    "byline": "Ada Quill",
    "text": "The trust met.\r\n\r\n“Nothing was signed,” it said.",
    "language": "en",
    "mood": {"unknown": ["fields", "are", "ignored"]},
}


def lines(*records: object) -> BinaryIO:
    return BytesIO(b"".join(json.dumps(record).encode() + b"\n" for record in records))


def articles(stream: BinaryIO) -> list[Article]:
    """Without their captures, which tests/unit/readers/test_outcome.py looks at."""
    found = read_jsonlines(stream, "news/week.jsonl")
    return [replace(read.article, capture=None) for read in found if isinstance(read, Read)]


def test_every_field() -> None:
    assert articles(lines(FULL)) == [
        Article(
            key="quarry-1",
            text="The trust met.\r\n\r\n“Nothing was signed,” it said.",
            title="Quarry trust meets",
            publisher=Publisher("Coast Ledger", Kind.OUTLET),
            byline="Ada Quill",
            published="2024-11-14",
            url="https://coastledger.example/quarry",
            language="en",
            text_is_file=False,
        )
    ]


def test_only_text_is_required_and_null_is_absent() -> None:
    bare = Article(key="week:1", text="It met.", text_is_file=False)
    assert articles(lines({"text": "It met."})) == [bare]
    assert articles(lines({"text": "It met.", **dict.fromkeys(FULL.keys() - {"text"})})) == [bare]


def test_a_month_where_the_day_is_not_known() -> None:
    assert articles(lines({**FULL, "published": "2024-07"}))[0].published == "2024-07"


def test_keys_without_ids_count_blank_lines_too() -> None:
    stream = BytesIO(b'\xef\xbb\xbf{"text": "One."}\r\n\r\n  \n{"text": "Two."}')
    assert [article.key for article in articles(stream)] == ["week:1", "week:4"]


def test_lines_are_read_one_at_a_time() -> None:
    stream = lines(*({"text": "The trust met again. " * 1000} for _ in range(50)))
    reading = read_jsonlines(stream, "week.jsonl")
    next(reading)
    assert stream.tell() < 30_000


def test_no_more_than_the_limit_is_held_of_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Watched(BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked.append(size or -1)
            return super().readline(size)

    monkeypatch.setattr(module, "LINE_LIMIT", 1024)
    stream = Watched(json.dumps({"text": "x" * 10_000}).encode() + b'\n{"text": "Short."}\n')
    first, second = read_jsonlines(stream, "week.jsonl")
    assert isinstance(first, Skipped)
    assert isinstance(second, Read)
    assert set(asked) == {1024, 1025}


def test_gzipped() -> None:
    packed = gzip.compress(lines({"text": "One."}, FULL).read())
    read = list(read_gzipped(BytesIO(packed), "week.jsonl.gz"))
    assert [outcome.article.key for outcome in read if isinstance(outcome, Read)] == ["week:1", "quarry-1"]

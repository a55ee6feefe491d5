from __future__ import annotations

import io
import sys
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

import pyarrow as pa
import pytest
from files import article, articles, outcomes, reason, reasons
from pyarrow import parquet

from provenance.model import Capture, Publisher
from provenance.readers import Read, Skipped, tables
from provenance.readers.parquet import read_parquet
from provenance.readers.tables import CELL_LIMIT

NAMES = "id, url, publisher, title, published, byline, text, language"
SHOWN = '"name", "body"'
ROW = {
    "id": "quarry-1",
    "url": "https://tarn.example/quarry",
    "publisher": "Tarn Herald",
    "title": "Quarry trust meets",
    "published": "2031-03-01",
    "byline": "Ada Brunt",
    "text": 'The trust met, "at last", on Monday.\n\nIt left.',
    "language": "en",
}


def table(*rows: dict[str, str], parting: str = ",") -> bytes:
    cells = [list(rows[0]), *(list(row.values()) for row in rows)]
    quoted = ([f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in cells)
    return "".join(parting.join(row) + "\r\n" for row in quoted).encode()


@pytest.mark.parametrize("parting", [",", ";", "\t", "|"])
def test_every_column(parting: str) -> None:
    one = article("a.csv", table(ROW, parting=parting))
    assert (one.key, one.url, one.title) == ("quarry-1", ROW["url"], ROW["title"])
    assert (one.text, one.publisher, one.published) == (ROW["text"], Publisher("Tarn Herald"), "2031-03-01")
    assert (one.byline, one.language) == ("Ada Brunt", "en")


def test_the_capture_is_the_row() -> None:
    data = table(ROW, {**ROW, "id": "b"})
    rows = data.split(b"\r\n", 1)[1].split(b'\r\n"b"')
    captures = [one.capture for one in articles("a.csv", data)]
    assert captures == [Capture(sha256(row.rstrip(b"\r\n")).hexdigest()) for row in (rows[0], b'"b"' + rows[1])]


def test_other_columns_empty_cells_and_empty_rows_are_no_matter() -> None:
    data = b"\xef\xbb\xbfmood, Text ,id\nglad,The trust met.,\n\n,,\nsad,It left.,b\n"
    assert [(one.key, one.text) for one in articles("a.csv", data)] == [("a:2", "The trust met."), ("b", "It left.")]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_other_encodings(encoding: str) -> None:
    text = (
        "Der Präsident des Verbands äußerte sich für größere Zuschüsse, natürlich öffentlich, über Bäume und Häuser. "
    )
    text = f"{text * 3}Später hörte man mehr darüber."
    data = f'id,text\na,"{text}"\n'.encode(encoding)
    assert article("a.csv", data).text == text


def test_a_bad_row_is_skipped_and_the_others_kept() -> None:
    data = b'id,text,published\na,The trust met.,soon\nb,x,2031,4\nc,"It left".,\nd,It came.,\nd,Again.,\ne,\xff,\n'
    found = outcomes("a.csv", data)
    assert [one.article.key for one in found if isinstance(one, Read)] == ["d"]
    assert reasons("a.csv", data) == [
        "'published' must be an ISO 8601 date such as 2024-11-14, not \"soon\"",
        "4 cells under 3 names: put a cell that holds what parts cells in quotes",
        "',' expected after '\"': write it as RFC 4180 has it, a quotation mark in a cell doubled",
        "'id' \"d\" is on line 5 already: make it unique",
        "not UTF-8 (byte 3 is 0xFF): save it as UTF-8",
    ]


def test_a_quotation_mark_that_is_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "CELL_LIMIT", 2**16)
    data = b'id,text\na,"The trust met.\n' + b"and met.\n" * 9_000 + b"z,It left.\n"
    assert reasons("a.csv", data)[0] == (
        "field larger than field limit (65536): write it as RFC 4180 has it, a quotation mark in a cell doubled"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty: there is no line to read"),
        (
            b"name,body\na,b\n",
            f"no column 'text': the first line names {SHOWN}, and should name some of {NAMES}",
        ),
        (b"text,text\na,b\n", "two columns are named 'text': name one otherwise"),
        (b"text,id\na\0b,c\n", "'text': NUL at character 2 cannot be stored: remove it"),
    ],
)
def test_what_is_no_table(data: bytes, said: str) -> None:
    assert reason("a.csv", data) == said


def test_a_line_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "CELL_LIMIT", 2**20)
    data = b"text\n" + b"x" * (2**21) + b"\nThe trust met.\n"
    assert reasons("a.csv", data) == ["longer than 1 MiB, the most one line may have: split the article"]
    assert [one.article.text for one in outcomes("a.csv", data) if isinstance(one, Read)] == ["The trust met."]


def written(columns: dict[str, list[Any]]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out)
    return out.getvalue()


def test_a_row_of_parquet() -> None:
    data = written({name: [value] for name, value in ROW.items()} | {"embedding": [[0.1, 0.2]]})
    one = article("a.parquet", data)
    assert (one.key, one.text, one.published) == ("quarry-1", ROW["text"], "2031-03-01")
    assert one.capture == Capture(sha256(data).hexdigest())


def test_days_times_and_nulls_of_parquet() -> None:
    times = [date(2031, 3, 1), None], [datetime(2031, 3, 1, 23, tzinfo=UTC), None]
    for published in times:
        found = articles("a.parquet", written({"Text": ["The trust met.", "It left."], "published": published}))
        assert [(one.key, one.published) for one in found] == [("a:1", "2031-03-01"), ("a:2", None)]


def test_bad_rows_of_parquet_are_skipped() -> None:
    data = written({"text": ["a", None, "b", "c"], "id": ["x", "y", "x", "z"]})
    assert reasons("a.parquet", data) == [
        "no 'text': give the article's text as a string",
        "'id' \"x\" is in row 1 already: make it unique",
    ]


def test_parquet_that_comes_as_a_stream() -> None:
    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

    assert len(list(read_parquet(Stream(written({"text": ["The trust met."]})), "-"))) == 1


GOOD = written({"text": ["The trust met."]})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty: there is no row to read"),
        (
            written({"name": ["a"], "body": ["a"]}),
            f"no column 'text': the columns are {SHOWN}, and should be some of {NAMES}",
        ),
        (written({"text": [3]}), "'text' must be a string, not a number"),
    ],
)
def test_what_is_no_table_of_parquet(data: bytes, said: str) -> None:
    assert reason("a.parquet", data) == said


def test_damaged_parquet() -> None:
    for data in (GOOD[:-9], GOOD[:4] + b"\xff" * 9 + GOOD[13:], b"PAR1" * 20):
        said = reason("a.parquet", data)
        assert said.startswith("damaged Parquet (")
        assert said.endswith("): write it again; what was read so far is kept")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert reason("a.parquet", GOOD) == (
        "pyarrow is not installed: pip install 'provenance-tracker[parquet]' reads Parquet"
    )


@pytest.mark.parametrize("line", [b"No \xff one", b"x" * (CELL_LIMIT + 1)])
def test_the_rest_of_a_row_that_cannot_be_read_is_no_row(line: bytes) -> None:
    """Its other lines may have as many cells as a row has."""
    data = b'id,text\n1,"One.\n' + line + b'\n2,Half of a row."\n3,Three.\n'
    found = outcomes("a.csv", data)
    assert [one.input for one in found if isinstance(one, Skipped)] == ["a.csv:2"]
    assert [one.article.text for one in found if isinstance(one, Read)] == ["Three."]

from __future__ import annotations

import pickle
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from provenance.errors import InputError, MissingExtraError
from provenance.model import Capture
from provenance.readers import READERS, Document, Read, Skipped, documents, read
from provenance.readers.text import read_text

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = Document("news/quarry.txt", "quarry", b"The trust met.", read_text)


def test_what_is_read_stands_where_the_document_stood() -> None:
    one = PLAIN.read()
    assert isinstance(one, Read)
    assert (one.input, one.article.key, one.article.text) == ("news/quarry.txt", "quarry", "The trust met.")


def test_an_address_of_capture_is_the_articles_where_the_document_names_none() -> None:
    one = replace(PLAIN, address="https://tarn.example/quarry").read()
    assert isinstance(one, Read)
    assert one.article.url == "https://tarn.example/quarry"


def test_what_is_read_tells_the_bytes_that_were_captured() -> None:
    one = replace(PLAIN, address="https://tarn.example/quarry", captured="2031-03-01T14:00:00+02:00").read()
    assert isinstance(one, Read)
    assert one.article.capture == Capture(
        sha256(b"The trust met.").hexdigest(), "https://tarn.example/quarry", "2031-03-01T12:00:00Z"
    )


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("2031-03-01T12:00:00", "2031-03-01T12:00:00Z"),
        ("2031-03-01 12:00:00.9Z", "2031-03-01T12:00:00Z"),
        ("20310301T120000Z", "2031-03-01T12:00:00Z"),
        ("0999-03-01T12:00:00Z", "0999-03-01T12:00:00Z"),
        ("0001-01-01T00:00:00+02:00", None),
        ("2031-03-01", None),
        ("yesterday", None),
    ],
)
def test_a_time_of_capture_is_a_second_in_utc(told: str, time: str | None) -> None:
    one = replace(PLAIN, captured=told).read()
    assert isinstance(one, Read)
    assert one.article.capture is not None
    assert one.article.capture.time == time


def test_a_line_of_json_lines_is_a_capture_of_its_own(tmp_path: Path) -> None:
    lines = [b'{"text": "The trust met."}', b'{"text": "The trust left."}']
    path = tmp_path / "trust.jsonl"
    path.write_bytes(b"\n".join(lines))
    articles = [one.article for one in read(path) if isinstance(one, Read)]
    assert [one.capture for one in articles] == [Capture(sha256(line).hexdigest()) for line in lines]


def test_the_encoding_of_the_capture_holds() -> None:
    one = replace(PLAIN, content="карьер".encode("koi8-r"), charset="koi8-r").read()
    assert isinstance(one, Read)
    assert one.article.text == "карьер"


@pytest.mark.parametrize("error", [InputError("no text: give some"), MissingExtraError("install the extra 'pdf'")])
def test_what_cannot_be_read_says_why(error: Exception) -> None:
    def failing(_document: Document) -> None:
        raise error

    assert replace(PLAIN, reader=failing).read() == Skipped("news/quarry.txt", str(error))


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_documents_go_to_other_processes(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"quarry{suffix}"
    path.write_text(f"<p>{'The trust met on Monday. ' * 9}</p>", "utf-8")
    assert suffix in READERS
    (found,) = documents(path)
    assert isinstance(found, Document)
    assert pickle.loads(pickle.dumps(found)).read() == found.read()  # noqa: S301

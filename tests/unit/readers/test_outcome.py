from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from provenance.errors import InputError, MissingExtraError
from provenance.readers import READERS, Document, Read, Skipped, documents
from provenance.readers.text import read_text

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = Document("news/quarry.txt", "quarry", b"The trust met.", read_text)


def test_what_is_read_stands_where_the_document_stood() -> None:
    read = PLAIN.read()
    assert isinstance(read, Read)
    assert (read.input, read.article.key, read.article.text) == ("news/quarry.txt", "quarry", "The trust met.")


def test_an_address_of_capture_is_the_articles_where_the_document_names_none() -> None:
    read = replace(PLAIN, address="https://tarn.example/quarry").read()
    assert isinstance(read, Read)
    assert read.article.url == "https://tarn.example/quarry"


def test_the_encoding_of_the_capture_holds() -> None:
    read = replace(PLAIN, content="карьер".encode("koi8-r"), charset="koi8-r").read()
    assert isinstance(read, Read)
    assert read.article.text == "карьер"


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

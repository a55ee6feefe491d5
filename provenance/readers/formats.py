"""Which files are read, and how: the table of formats, by suffix."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from provenance.readers.decode import whole
from provenance.readers.jsonlines import read_gzipped, read_jsonlines
from provenance.readers.outcome import Document
from provenance.readers.saved import pages
from provenance.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.readers.outcome import DocumentReader, Format, Read, Skipped


def _whole(reader: DocumentReader) -> Format:
    """A format whose files are one document each."""

    def one(stream: BinaryIO, name: str) -> Iterator[Document]:
        yield Document(name, Path(name).stem, whole(stream), reader)

    return one


def _in(module: str, function: str) -> Format:
    """A format of a module that is imported when a file of it is met: lxml takes longer than most commands do."""

    def imported(stream: BinaryIO, name: str) -> Iterator[Document | Read | Skipped]:
        format_: Format = getattr(import_module(f"provenance.readers.{module}"), function)
        yield from format_(stream, name)

    return imported


READERS: dict[str, Format] = {
    ".txt": _whole(read_text),
    ".md": _whole(read_text),
    ".html": pages,
    ".htm": pages,
    ".xhtml": pages,
    ".mhtml": _in("mhtml", "saved_pages"),
    ".mht": _in("mhtml", "saved_pages"),
    ".pdf": _in("pdf", "pdfs"),
    ".eml": _in("mail", "mails"),
    ".jsonl": read_jsonlines,
    ".ndjson": read_jsonlines,
    ".jsonl.gz": read_gzipped,
    ".ndjson.gz": read_gzipped,
    ".json": _in("json_items", "read_json"),
    ".csv": _in("tables", "read_csv"),
    ".tsv": _in("tables", "read_csv"),
    ".parquet": _in("parquet", "read_parquet"),
    ".xml": _in("xml_documents", "read_xml"),
    ".xml.gz": _in("xml_documents", "read_gzipped_xml"),
    ".rss": _in("xml_documents", "read_xml"),
    ".atom": _in("xml_documents", "read_xml"),
    ".warc": _in("warc", "read_warc"),
    ".warc.gz": _in("warc", "read_gzipped_warc"),
    ".warc.zst": _in("warc", "read_zstandard_warc"),
    ".wacz": _in("wacz", "read_wacz"),
}

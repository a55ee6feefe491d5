"""Which files are read, and how: the table of formats, by suffix."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from provenance.readers.decode import whole
from provenance.readers.json_items import read_json
from provenance.readers.jsonlines import read_gzipped, read_jsonlines
from provenance.readers.mail import mails
from provenance.readers.mhtml import saved_pages
from provenance.readers.outcome import Document
from provenance.readers.page import pages
from provenance.readers.parquet import read_parquet
from provenance.readers.pdf import pdfs
from provenance.readers.tables import read_csv
from provenance.readers.text import read_text
from provenance.readers.wacz import read_wacz
from provenance.readers.warc import read_gzipped_warc, read_warc, read_zstandard_warc
from provenance.readers.xml_documents import read_gzipped_xml, read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.readers.outcome import DocumentReader, Format


def _whole(reader: DocumentReader) -> Format:
    """A format whose files are one document each."""

    def one(stream: BinaryIO, name: str) -> Iterator[Document]:
        yield Document(name, Path(name).stem, whole(stream), reader)

    return one


READERS: dict[str, Format] = {
    ".txt": _whole(read_text),
    ".md": _whole(read_text),
    ".html": pages,
    ".htm": pages,
    ".xhtml": pages,
    ".jsonl": read_jsonlines,
    ".ndjson": read_jsonlines,
    ".jsonl.gz": read_gzipped,
    ".ndjson.gz": read_gzipped,
    ".json": read_json,
    ".xml": read_xml,
    ".xml.gz": read_gzipped_xml,
    ".rss": read_xml,
    ".atom": read_xml,
    ".pdf": pdfs,
    ".eml": mails,
    ".mhtml": saved_pages,
    ".mht": saved_pages,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".warc.gz": read_gzipped_warc,
    ".warc.zst": read_zstandard_warc,
    ".wacz": read_wacz,
}

"""Pages saved whole by a browser (.mhtml, .mht; RFC 2557), with the address and the time that it wrote down."""

from __future__ import annotations

from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from provenance.errors import InputError
from provenance.readers import mime
from provenance.readers.decode import LIMIT, TOO_LARGE, collection
from provenance.readers.outcome import Document
from provenance.readers.saved import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article

_PAGES = frozenset(("text/html", "application/xhtml+xml"))


def saved_pages(stream: BinaryIO, name: str) -> Iterator[Document]:
    """One page a file; its capture is the whole file's."""
    data = collection(stream)
    message = mime.message_of(data)
    address = mime.header(message, "Snapshot-Content-Location") or mime.header(_root(message), "Content-Location")
    yield Document(name, Path(name).stem, data, read_mhtml, address.strip(), _time(mime.header(message, "Date")))


def read_mhtml(document: Document) -> Article:
    root = _root(mime.message_of(document.content))
    page = mime.content(root)
    if len(page) > LIMIT:
        raise InputError(TOO_LARGE)
    return read_page(replace(document, content=page, charset=mime.charset(root)))


def _root(message: Any) -> Any:
    """The first page in it: the others are those of its frames. InputError where there is none."""
    found = next((part for part in mime.parts(message) if part.get_content_type() in _PAGES), None)
    if found is None:
        raise InputError("a saved page without a part of type text/html: save it again, or as .html")
    return found


def _time(said: str) -> str:
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""

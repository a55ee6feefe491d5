"""Pages (.html, .htm, .xhtml), and where a saved one says that it was saved from, and when.

Browsers write a comment `saved from url=(0034)https://…` (the mark of the web), SingleFile one with `url:` and
`saved date:` (https://github.com/gildas-lormeau/SingleFile).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from provenance.readers.decode import whole
from provenance.readers.outcome import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article

HEAD = 4096
"""Bytes at the top of a page that are looked at."""

_SINGLE_FILE = re.compile(rb"Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n]{10,80}))?")
_MARK_OF_THE_WEB = re.compile(rb"saved from url=\(\d+\)(\S+)")
_JAVASCRIPT_DATE = re.compile(r"\w{3} (\w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2}) GMT([+-]\d{4})")


class Saved(NamedTuple):
    """Where and when a page was saved (an ISO 8601 time in UTC), each empty where it does not say."""

    address: str = ""
    time: str = ""


def read_page(document: Document) -> Article:
    """Imported when a page is read: trafilatura takes longer to import than most commands take in all."""
    from provenance.readers.html import read_html

    return read_html(document)


def pages(stream: BinaryIO, name: str) -> Iterator[Document]:
    """One page a file."""
    content = whole(stream)
    address, time = saved(content[:HEAD])
    yield Document(name, Path(name).stem, content, read_page, address, time)


def saved(head: bytes) -> Saved:
    if single := _SINGLE_FILE.search(head):
        return Saved(single[1].decode("utf-8", "replace"), _time(single[2] or b""))
    mark = _MARK_OF_THE_WEB.search(head)
    return Saved(mark[1].decode("utf-8", "replace")) if mark else Saved()


def _time(said: bytes) -> str:
    """Of a date as JavaScript prints it (ECMA-262, 21.4.4.41): "Sat Mar 01 2031 14:00:00 GMT+0200 (…)"."""
    found = _JAVASCRIPT_DATE.match(said.decode("ascii", "replace"))
    try:
        time = datetime.strptime(f"{found[1]} {found[2]}", "%b %d %Y %H:%M:%S %z") if found else None
    except (ValueError, OverflowError):
        return ""
    return time.astimezone(UTC).isoformat() if time else ""

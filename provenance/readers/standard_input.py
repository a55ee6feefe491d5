"""Standard input: which format it is, told by how it begins."""

from __future__ import annotations

import re
import sys
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import InputError

if TYPE_CHECKING:
    from typing import Any

HEAD = 4096
"""Bytes that are looked at."""

_START_OF_HTML = re.compile(rb"<(?:!doctype|!--|\?xml|[a-z])", re.IGNORECASE)


def sniff(head: bytes) -> str:
    """The suffix of the format that begins with `head`, white space and a byte order mark left out.

    A tag, comment, doctype or XML declaration is HTML, "{" is JSON Lines, and anything else plain text.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _START_OF_HTML.match(start):
        return ".html"
    return ".jsonl" if start.startswith(b"{") else ".txt"


def opened() -> tuple[BinaryIO, str]:
    """Standard input from its beginning, and its format's suffix. InputError where it is closed."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None or stream.closed:
        raise InputError("-: standard input is closed: pipe a text into it, or give a file")
    head = stream.read(HEAD)
    return BufferedReader(_Rejoined(head, stream)), sniff(head)


class _Rejoined(RawIOBase):
    """What was read ahead, and then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)

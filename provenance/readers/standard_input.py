"""Standard input from its beginning, with the format that it is in."""

from __future__ import annotations

import sys
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import InputError
from provenance.readers.roots import HEAD
from provenance.readers.sniffing import sniff

if TYPE_CHECKING:
    from typing import Any

__all__ = ["HEAD", "opened", "sniff"]


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

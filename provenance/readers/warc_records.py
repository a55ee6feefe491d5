"""The records of a WARC (ISO 28500), one at a time, and what is wrong with those that cannot be told.

Written here since warcio and FastWARC take a record's Content-Length at its word: where it is wrong, the one gives two
records as one and the other ends. Here a record must end where the next begins; after one that does not, reading goes
on at the next line that begins as a record does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from provenance.readers.fields import web_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.readers.compressed import Pieces

HEADER_LIMIT = 2**16
"""Bytes that a record's header may have (64 KiB)."""
CONTENT_LIMIT = 17 * 2**20
"""Bytes that a record's content may have to be kept: a document of 16 MiB and its HTTP header."""
_MARK = b"WARC/"
_NEXT = b"\nWARC/1."
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Record:
    """`number` counts the records from 1; `content` is None where it is longer than CONTENT_LIMIT.

    The names of `headers` are in lower case.
    """

    number: int
    headers: Mapping[str, str]
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands where record `number` should, and cannot be read as one."""

    number: int
    reason: str


def records(pieces: Pieces) -> Iterator[Record | Fault]:
    """Every record of the bytes that `pieces` gives."""
    source = _Source(pieces)
    for number in count(1):
        source.skip_blank()
        if source.take_gap():
            yield Fault(
                number,
                "damaged where it was compressed, and left out up to the next record: get the archive again",
            )
        elif source.is_over():
            return
        else:
            yield _record(source, number)


def _record(source: _Source, number: int) -> Record | Fault:
    if not source.starts_with(_MARK):
        source.resume()
        return Fault(
            number, "no WARC record begins here, and what follows is left out up to the next: get the archive again"
        )
    head = source.header()
    if head is None:
        source.resume()
        return Fault(
            number,
            f"a record's header that breaks off, or has more than {HEADER_LIMIT >> 10} KiB: get the archive again",
        )
    headers = _headers(head)
    told = headers.get("content-length", "")
    about = f"the record of {(web_url(headers.get('warc-target-uri', '').strip('<>')) or 'no web address')[:200]}"
    if not (told.isascii() and told.isdecimal() and len(told) < 16):
        source.resume()
        return Fault(number, f"{about} has no Content-Length that is a number: get the archive again")
    length = int(told)
    if length > CONTENT_LIMIT:
        if source.skip(length):
            return Record(number, headers, None)
        source.resume()
        return _cut_off(number, about, length)
    if not source.fill(length):
        source.resume()
        return _cut_off(number, about, length)
    if not source.is_followed(length):
        source.resume()
        return Fault(number, f"{about} does not end where its Content-Length of {length} says: get the archive again")
    return Record(number, headers, source.take(length))


def _cut_off(number: int, about: str, length: int) -> Fault:
    return Fault(number, f"{about} breaks off before its Content-Length of {length}: get the archive again")


def _headers(head: bytes) -> dict[str, str]:
    """Of named fields (section 4 of the standard); the first of several of one name counts."""
    found: dict[str, str] = {}
    name = ""
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        if line[:1] in (" ", "\t") and name:
            found[name] += f" {line.strip()}"
            continue
        name, _, value = line.partition(":")
        name = name.strip().lower()
        found.setdefault(name, value.strip())
    return found


class _Source:
    """The bytes ahead, as many as were asked for; a gap ends them until it is taken."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._ahead = bytearray()
        self._gap = self._ended = False

    def fill(self, size: int) -> bool:
        """Whether there are so many bytes before the next gap or the end."""
        while len(self._ahead) < size and not (self._gap or self._ended):
            try:
                piece = next(self._pieces)
            except StopIteration:
                self._ended = True
            else:
                self._gap = piece is None
                self._ahead += piece or b""
        return len(self._ahead) >= size

    def is_over(self) -> bool:
        return self._ended and not self._ahead

    def take_gap(self) -> bool:
        """Whether bytes are missing here; what comes after them is ahead then."""
        found = self._gap and not self._ahead
        self._gap = self._gap and not found
        return found

    def skip_blank(self) -> None:
        while self.fill(1) and self._ahead[0] in b"\r\n":
            del self._ahead[0]

    def starts_with(self, mark: bytes) -> bool:
        return self.fill(len(mark)) and self._ahead.startswith(mark)

    def header(self) -> bytes | None:
        """Up to the first empty line, which is passed; None where there is none within HEADER_LIMIT."""
        self.fill(HEADER_LIMIT)
        found = _EMPTY_LINE.search(self._ahead, 0, HEADER_LIMIT)
        return self.take(found.end()) if found else None

    def is_followed(self, size: int) -> bool:
        """Whether a record, or nothing, comes after `size` bytes and what ends lines."""
        self.fill(size + 64)
        after = bytes(self._ahead[size : size + 64]).lstrip(b"\r\n")[: len(_MARK)]
        return _MARK.startswith(after)

    def take(self, size: int) -> bytes:
        taken = bytes(self._ahead[:size])
        del self._ahead[:size]
        return taken

    def skip(self, size: int) -> bool:
        """Whether there were so many bytes."""
        while size and self.fill(1):
            passed = min(size, len(self._ahead))
            del self._ahead[:passed]
            size -= passed
        return not size

    def resume(self) -> None:
        """To the next line that begins as a record does, or past a gap, or to the end."""
        while (at := self._ahead.find(_NEXT)) < 0:
            del self._ahead[: -len(_NEXT)]
            if not self.fill(len(self._ahead) + 1):
                self._ahead.clear()
                self._gap = False
                return
        del self._ahead[: at + 1]

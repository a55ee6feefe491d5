"""What an answer carries, decompressed no further than is allowed: a small answer may hold gigabytes."""

from __future__ import annotations

import zlib
from itertools import chain
from typing import TYPE_CHECKING

from provenance.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENCODINGS = "gzip, deflate"
"""The content codings that are asked for (RFC 9110, 8.4.1)."""
LIMIT = 16 << 20
"""Bytes that a page may have, as it is sent and decompressed (16 MiB)."""

_EITHER = zlib.MAX_WBITS | 32
"""With the frame of gzip or of zlib, whichever it has."""
_BARE = -zlib.MAX_WBITS
"""As servers send "deflate" that leave the frame out."""


def body(parts: Iterable[bytes], encoding: str) -> bytes:
    """All of `parts`. Raises InputError where they go beyond LIMIT, or are not in the `encoding` that they claim."""
    coding = encoding.strip().lower()
    if coding in ("", "identity"):
        return _joined(parts)
    if coding in ("gzip", "x-gzip", "deflate"):
        return _joined(_inflated(parts, coding))
    raise InputError(f"sent in the coding '{coding[:40]}', which was not asked for: save the page")


def _joined(parts: Iterable[bytes]) -> bytes:
    whole = bytearray()
    for part in parts:
        whole += part
        if len(whole) > LIMIT:
            raise InputError(f"larger than {LIMIT >> 20} MiB, the most a page may have: save its text as .txt")
    return bytes(whole)


def _inflated(parts: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """A piece at a time, never more than LIMIT in one; gzip may have several members (RFC 1952, 2.2)."""
    source, start = iter(parts), b""
    while len(start) < 2 and (more := next(source, b"")):
        start += more
    form = _BARE if coding == "deflate" and not _is_framed(start) else _EITHER
    inflating, sent = zlib.decompressobj(form), 0
    for part in chain([start], source):
        sent += len(part)
        if sent > LIMIT:
            raise InputError(f"larger than {LIMIT >> 20} MiB, the most a page may have: save its text as .txt")
        waiting = part
        while waiting:
            if inflating.eof:
                inflating = zlib.decompressobj(form)
            try:
                yield inflating.decompress(waiting, LIMIT + 1)
            except zlib.error as error:
                raise InputError(f"damaged: not {coding} as it claims ({error}): try again, or save it") from None
            waiting = inflating.unconsumed_tail or inflating.unused_data
    if sent and not inflating.eof:
        raise InputError("cut off before its compressed end: try again, or save the page")


def _is_framed(start: bytes) -> bool:
    """Whether a stream begins as zlib's do (RFC 1950, 2.2)."""
    return len(start) > 1 and start[0] & 15 == 8 and (start[0] << 8 | start[1]) % 31 == 0

"""Compressed archives, member by member: gzip (RFC 1952) and Zstandard (RFC 8878).

What is damaged, or expands without measure, is left out and the next member looked for; nothing is held but a piece.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from provenance.errors import InputError, MissingExtraError
from provenance.readers.decode import collection
from provenance.readers.roots import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable

PIECE = 2**18
"""Bytes that are read, or decompressed, at a time (256 KiB)."""
MEMBER_LIMIT = 64 * 2**20
"""Bytes from which on a member may not be more than RATIO times what it was compressed to (64 MiB)."""
RATIO = 100
GZIP, ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_SKIPPABLE = b"\x5d\x2a\x4d\x18"
_DICTIONARY_LIMIT = 16 * 2**20

Pieces = Iterator[bytes | None]
"""The bytes in their order; None where some are missing."""


class _Member(Protocol):
    """A decompressor of one member: `zlib`'s or Zstandard's."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def plain(stream: BinaryIO) -> Pieces:
    """What is not compressed."""
    while piece := stream.read(PIECE):
        yield piece


def gunzipped(stream: BinaryIO) -> Pieces:
    return _members(stream, b"", GZIP, lambda: zlib.decompressobj(31), zlib.error)


def gunzip(data: bytes) -> bytes:
    """A whole file, which may have no more bytes than one that is read at once. InputError beyond, or for damage."""
    try:
        with gzip.open(BytesIO(data)) as decompressed:
            return collection(BufferedReader(decompressed))
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"damaged gzip file ({error}): get it again, or compress it again") from None


def beginning(data: bytes) -> bytes:
    """The first bytes of what gzip `data`, or its beginning, holds; empty where it is none."""
    try:
        return zlib.decompressobj(31).decompress(data[:HEAD], HEAD)
    except zlib.error:
        return b""


def unzstandard(stream: BinaryIO) -> Pieces:
    """With the dictionary that a first, skippable frame may hold (https://iipc.github.io/warc-specifications/, zstd).

    Raises MissingExtraError where Zstandard is not installed, InputError where the dictionary is no good.
    """
    zstd = _zstandard()
    head = stream.read(8)
    dictionary = None
    if head.startswith(_SKIPPABLE):
        held = stream.read(min(int.from_bytes(head[4:8], "little"), _DICTIONARY_LIMIT))
        try:
            whole = zstd.ZstdDecompressor().decompress(held, _DICTIONARY_LIMIT) if held.startswith(ZSTD) else held
            dictionary = zstd.ZstdDict(whole)
        except (zstd.ZstdError, ValueError) as error:
            raise InputError(f"the archive's Zstandard dictionary is damaged ({error}): copy the file again") from None
        head = b""
    return _members(stream, head, ZSTD, lambda: zstd.ZstdDecompressor(dictionary), zstd.ZstdError)


def _zstandard() -> Any:
    try:
        from compression import zstd
    except ImportError:
        try:
            from backports import zstd
        except ImportError:
            raise MissingExtraError(
                "Zstandard is not installed: pip install 'provenance-tracker[warc]' reads .warc.zst"
            ) from None
    return zstd


def _members(
    stream: BinaryIO, data: bytes, magic: bytes, begin: Callable[[], _Member], damage: type[Exception]
) -> Pieces:
    """Each member decompressed; after one that is damaged comes the next place that begins as a member does."""
    while data := data.lstrip(b"\0") or stream.read(PIECE):
        member, taken, given, last = begin(), 0, 0, data
        while True:
            last = data or last
            try:
                piece = member.decompress(data, PIECE)
            except damage:
                data = _resumed(stream, last[1:], magic)
                yield None
                break
            rest = _rest(member)
            taken, given = taken + len(data) - len(rest), given + len(piece)
            if given > max(MEMBER_LIMIT, RATIO * taken):
                data = _resumed(stream, last[1:], magic)
                yield None
                break
            yield piece
            if member.eof:
                data = member.unused_data
                break
            data = rest or (stream.read(PIECE) if _is_hungry(member) else b"")
            if not (data or piece):
                yield None
                break


def _rest(member: _Member) -> bytes:
    """What `zlib` was given and has not taken; Zstandard keeps it."""
    rest: bytes = getattr(member, "unconsumed_tail", b"")
    return rest


def _is_hungry(member: _Member) -> bool:
    return bool(getattr(member, "needs_input", True))


def _resumed(stream: BinaryIO, data: bytes, magic: bytes) -> bytes:
    """From the next place on where a member may begin; empty where there is none."""
    while (at := data.find(magic)) < 0:
        piece = stream.read(PIECE)
        if not piece:
            return b""
        data = data[-len(magic) + 1 :] + piece
    return data[at:]

"""Formats that are read from their end, from a stream that has none yet."""

from __future__ import annotations

from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

from provenance.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 2**20
IN_MEMORY = 64 * 2**20
STREAM_LIMIT = 4 * 2**30
"""Bytes that what comes by standard input may have then (4 GiB); a file has no limit."""


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """`stream`, or where one cannot go back in it a copy, which is in memory where it is small. InputError beyond."""
    if stream.seekable():
        yield stream
        return
    with SpooledTemporaryFile(IN_MEMORY) as copy:
        while piece := stream.read(PIECE):
            copy.write(piece)
            if copy.tell() > STREAM_LIMIT:
                raise InputError(f"larger than {STREAM_LIMIT >> 30} GiB: give it as a file")
        copy.seek(0)
        yield cast("BinaryIO", copy)

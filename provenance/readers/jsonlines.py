"""JSON Lines (.jsonl, .ndjson, and gzipped): one article a line, read line by line.

The fields are those of `records`. A bad line is skipped and the others kept.
The later of two lines with one `id` is skipped, since statements are told apart by it.
"""

from __future__ import annotations

import codecs
import json
import math
from contextlib import closing
from dataclasses import replace
from io import BufferedReader
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from provenance.errors import InputError
from provenance.readers.compressed import GZIP
from provenance.readers.earlier import Earlier
from provenance.readers.outcome import Read, Skipped, captured
from provenance.readers.records import article, short, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_LIMIT = 4 * 2**20
"""Bytes that one line may have (4 MiB)."""

GZIP_LIMIT = 2**30
"""Bytes that a gzipped file may have when decompressed (1 GiB); one that is not compressed has no limit."""


def read_jsonlines(stream: BinaryIO, name: str, limit: float = math.inf) -> Iterator[Read | Skipped]:
    """`limit` is in bytes, for the whole stream. Keys are the `id`, else the file's stem and the line: "news:3"."""
    with closing(Earlier()) as earlier:
        yield from _read(stream, name, limit, earlier)


def _read(stream: BinaryIO, name: str, limit: float, lines: Earlier) -> Iterator[Read | Skipped]:
    number = 0
    for number, line in _lines(stream, limit):
        found = read_line(line, name, number)
        earlier = lines.line(found.article.key, number) if isinstance(found, Read) else number
        yield found if earlier == number or isinstance(found, Skipped) else repeated(found, number, earlier)
    if number == 0:
        raise InputError("empty: there is no line to read")


def read_line(line: bytes, name: str, number: int) -> Read | Skipped:
    """The article on the line of that number, from 1, of the file called `name`, by itself."""
    stem, said = Path(name.removesuffix(".gz")).stem, line.rstrip(b"\r\n")
    try:
        found = article(_record(said), f"{stem}:{number}")
    except InputError as error:
        return Skipped(f"{name}:{number}", str(error))
    return Read(name, replace(found, capture=captured(said)))


def repeated(read: Read, number: int, earlier: int) -> Skipped:
    """In the place of what was read on a line, where its `id` stood on an `earlier` one."""
    place = f"{read.input}:{number}"
    return Skipped(place, f"'id' {short(read.article.key)} is on line {earlier} already: make it unique")


def read_gzipped(stream: BinaryIO, name: str) -> Iterator[Read | Skipped]:
    import gzip
    import zlib

    try:
        with gzip.open(stream) as decompressed:
            lines = BufferedReader(decompressed)
            if lines.peek(len(GZIP)).startswith(GZIP):
                raise InputError("gzip in gzip: unpack it once, and give that")
            yield from read_jsonlines(lines, name, GZIP_LIMIT)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"damaged gzip file ({error}): compress it again; the articles read so far are kept") from None


def _lines(stream: BinaryIO, limit: float) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, numbered from 1; one that is too long, blank or not, is cut off beyond LINE_LIMIT."""
    total = 0
    for number in count(1):
        line = stream.readline(LINE_LIMIT + 1)
        if number == 1:
            if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                raise InputError(
                    "UTF-16, but JSON Lines are UTF-8: convert it, for instance with iconv -f utf-16 -t utf-8"
                )
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line:
            return
        begun = line
        if line.strip():
            yield number, line
        total += len(line)
        while line and not line.endswith(b"\n") and total <= limit:
            line = stream.readline(LINE_LIMIT)
            total += len(line)
        if total > limit:
            raise InputError(f"line {number} goes beyond {limit:,.0f} bytes, the most that are decompressed: split it")
        if len(begun) > LINE_LIMIT and not begun.strip():
            yield number, begun


def _record(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_LIMIT:
        raise InputError(f"longer than {LINE_LIMIT >> 20} MiB, the most one line may have: split the article")
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start + 1} is 0x{line[error.start]:02X}): save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(f"malformed JSON at column {error.colno}: {error.msg}; write one JSON object a line") from None
    except (ValueError, RecursionError):
        raise InputError("malformed JSON: nested too deeply, or a number of too many digits") from None
    if not isinstance(record, dict):
        raise InputError(f"{type_of(record)}, not an object: write one JSON object a line")
    return record

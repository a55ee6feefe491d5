"""CSV (.csv, .tsv; RFC 4180): one article a row, under a first line that names the columns as the fields of `records`.

Commas, semicolons, tabs or strokes part the cells, as the first lines show. A bad row is skipped and the others kept;
the later of two rows with one `id` is skipped, as in JSON Lines.
"""

from __future__ import annotations

import codecs
import csv
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import InputError
from provenance.readers.decode import collection, decode
from provenance.readers.outcome import Read, Skipped, captured
from provenance.readers.records import FIELDS, article, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article

CELL_LIMIT = 4 * 2**20
"""Bytes that one cell, and one line, may have (4 MiB)."""
HEAD = 2**16
"""Bytes from which the encoding and what parts the cells are told."""
NO_ROWS = "no row under the names of the columns: there is nothing to read"
_PARTING = ",;\t|"


def read_csv(stream: BinaryIO, name: str) -> Iterator[Read | Skipped]:
    """The capture of each is its row's. Keys are the `id`, else the file's stem and the line: "news:3"."""
    csv.field_size_limit(CELL_LIMIT)
    lines = _Lines(*_opened(stream))
    rows = csv.reader(lines, delimiter=_delimiter(lines.head), strict=True)
    names = _names(rows, lines)
    known: dict[str, int] = {}
    is_empty = True
    while True:
        lines.begin()
        line = lines.number + 1
        try:
            row = next(rows)
            lines.refuse()
            if not any(cell.strip() for cell in row):
                continue
            is_empty = False
            found = _article(names, row, f"{Path(name).stem}:{line}")
        except StopIteration:
            break
        except csv.Error as error:
            is_empty = False
            yield Skipped(f"{name}:{line}", f"{error}: write it as RFC 4180 has it, a quotation mark in a cell doubled")
            continue
        except InputError as error:
            is_empty = False
            yield Skipped(f"{name}:{line}", str(error))
            continue
        if (earlier := known.setdefault(found.key, line)) < line:
            yield Skipped(f"{name}:{line}", f"'id' {short(found.key)} is on line {earlier} already: make it unique")
        else:
            yield Read(name, replace(found, capture=captured(b"".join(lines.raw).rstrip(b"\r\n"))))
    if is_empty:
        raise InputError(NO_ROWS)


def _opened(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """The stream in UTF-8 with its first bytes; one of another encoding is read at once and written anew.

    Where no encoding is certain it is left as it is: most lines may be UTF-8 all the same.
    """
    head = stream.read(HEAD)
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise InputError("empty: there is no line to read")
    if b"\0" in head.split(b"\n", 1)[0]:
        decode(head)
    is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        is_wide = True
    if not is_wide:
        return _Joined(head, stream), head.removeprefix(codecs.BOM_UTF8)
    data = collection(_Joined(head, stream))
    try:
        data = decode(data).encode()
    except InputError:
        if b"\0" in head:
            raise
    return BytesIO(data), data[:HEAD]


class _Joined(BytesIO):
    """What was read ahead, and then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__(head)
        self._rest = rest

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        limit = -1 if size is None or size < 0 else size - len(line)
        return line if line.endswith(b"\n") or not limit else line + self._rest.readline(limit)

    def read(self, size: int | None = -1, /) -> bytes:
        part = super().read(size)
        limit = -1 if size is None or size < 0 else size - len(part)
        return part + self._rest.read(limit) if limit else part


class _Lines:
    """The lines as text, and in `raw` the bytes of those that were taken since a row began.

    `fault` says what is wrong with one of them. It is given all the same, as far as its quotation marks go, so that the
    row ends where it ends: its other lines are no rows.
    """

    def __init__(self, stream: BinaryIO, head: bytes) -> None:
        self.head = head
        self.raw: list[bytes] = []
        self.number = 0
        self.fault = ""
        self._stream = stream

    def __iter__(self) -> Iterator[str]:
        return self

    def refuse(self) -> None:
        """InputError where one of the lines of the row cannot be read."""
        if self.fault:
            raise InputError(self.fault)

    def begin(self) -> None:
        """A row."""
        self.raw.clear()
        self.fault = ""

    def __next__(self) -> str:
        line = self._stream.readline(CELL_LIMIT + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > CELL_LIMIT:
            self.fault = f"longer than {CELL_LIMIT >> 20} MiB, the most one line may have: split the article"
            marks = line.count(b'"')
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(CELL_LIMIT)
                marks += line.count(b'"')
            return '"' * (marks % 2) + "\n"
        if self.number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        self.raw.append(line)
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError as error:
            place = f"byte {error.start + 1} is 0x{line[error.start]:02X}"
            self.fault = self.fault or f"not UTF-8 ({place}): save it as UTF-8"
            return line.decode("utf-8", "replace")


def _delimiter(head: bytes) -> str:
    """What stands most often in the line that names the columns."""
    first = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    return max(_PARTING, key=first.count)


def _names(rows: Iterator[list[str]], lines: _Lines) -> list[str]:
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        lines.refuse()
    except csv.Error as error:
        raise InputError(f"the line that names the columns cannot be read ({error}): name them {_FIELDS}") from None
    if "text" not in names:
        shown = ", ".join(short(name) for name in names[:8] if name) or "nothing"
        raise InputError(f"no column 'text': the first line names {shown}, and should name some of {_FIELDS}")
    if twice := next((name for name in FIELDS if names.count(name) > 1), None):
        raise InputError(f"two columns are named '{twice}': name one otherwise")
    return names


_FIELDS = ", ".join(FIELDS)


def _article(names: list[str], row: list[str], key: str) -> Article:
    if len(row) > len(names):
        raise InputError(f"{len(row)} cells under {len(names)} names: put a cell that holds what parts cells in quotes")
    return article({name: cell for name, cell in zip(names, row, strict=False) if cell.strip()}, key)

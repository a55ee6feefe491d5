"""Parquet (.parquet): one article a row, in columns named as the fields of `records`; others are not looked at.

By pyarrow. Lighter is arro3, which a damaged file makes abort the whole process.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from provenance.errors import InputError, MissingExtraError
from provenance.model import Capture
from provenance.readers.fields import one_line
from provenance.readers.outcome import Read, Skipped
from provenance.readers.records import FIELDS, article, short
from provenance.readers.spooled import PIECE, seekable
from provenance.readers.tables import NO_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

EMPTY = hashlib.sha256().hexdigest()
ROWS = 4
"""That are held at a time: one value of a column may stand, once, for all of its rows."""


def read_parquet(stream: BinaryIO, name: str) -> Iterator[Read | Skipped]:
    """The capture of each is the whole file's. Keys are the `id`, else the file's stem and the row: "news:3"."""
    with seekable(stream) as file:
        digest = _sha256(file)
        if digest == EMPTY:
            raise InputError("empty: there is no row to read")
        known: dict[str, int] = {}
        number = 0
        for number, row in zip(count(1), _rows(file), strict=False):
            place = f"{name}:{number}"
            if isinstance(row, str):
                yield Skipped(place, row)
                continue
            try:
                found = article({key: _told(value) for key, value in row.items()}, f"{Path(name).stem}:{number}")
            except InputError as error:
                yield Skipped(place, str(error))
                continue
            if (earlier := known.setdefault(found.key, number)) < number:
                yield Skipped(place, f"'id' {short(found.key)} is in row {earlier} already: make it unique")
            else:
                yield Read(name, replace(found, capture=Capture(digest)))
        if number == 0:
            raise InputError(NO_ROWS)


def _rows(file: BinaryIO) -> Iterator[dict[str, Any] | str]:
    """What is wrong with it, for a row that is no text."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtraError(
            "pyarrow is not installed: pip install 'provenance-tracker[parquet]' reads Parquet"
        ) from None
    try:
        table = ParquetFile(file)
        names = [name for name in table.schema_arrow.names if name.lower() in FIELDS]
        if "text" not in map(str.lower, names):
            shown = ", ".join(map(short, table.schema_arrow.names[:8])) or "none"
            raise InputError(f"no column 'text': the columns are {shown}, and should be some of {', '.join(FIELDS)}")
        for batch in table.iter_batches(batch_size=ROWS, columns=names):
            yield from map(_row, (batch.slice(at, 1) for at in range(batch.num_rows)))
    except (ArrowException, OSError, ValueError, NotImplementedError, MemoryError, OverflowError) as error:
        raise InputError(f"damaged Parquet ({_why(error)}): write it again; what was read so far is kept") from None


def _row(batch: Any) -> dict[str, Any] | str:
    """The one row of a batch."""
    try:
        [row] = batch.to_pylist()
    except UnicodeDecodeError as error:
        return f"not UTF-8 (byte {error.start + 1} of a cell is 0x{error.object[error.start]:02X}): save it as UTF-8"
    return {key.lower(): value for key, value in row.items()}


def _sha256(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


def _told(value: object) -> object:
    """Dates and times as ISO 8601; whatever else is no string is for `records` to refuse."""
    return value.isoformat() if isinstance(value, date) else value


def _why(error: Exception) -> str:
    return (one_line(str(error)) or type(error).__name__)[:120]

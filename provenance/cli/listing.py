"""Listings: the same records as a table for people, or as JSON, JSON Lines or CSV for programs."""

from __future__ import annotations

import csv
import json
import re
import sys
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from provenance.cli.options import Listing
from provenance.cli.table import print_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Record = dict[str, Any]

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


def show(
    records: Iterable[Record],
    columns: Sequence[str],
    listing: Listing,
    flat: Callable[[Record], Mapping[str, Any]] = lambda record: record,
) -> bool:
    """Print `records` on standard output; whether there was any.

    JSON and JSON Lines carry each record whole; a table and CSV carry the `columns` of `flat(record)`.
    """
    records = iter(records)
    first = list(islice(records, 1))
    if listing in _WHOLE:
        _WHOLE[listing](chain(first, records))
    else:
        rows = ([row[column] for column in columns] for row in map(flat, chain(first, records)))
        _FLAT[listing](rows, columns)
    return bool(first)


def printable(value: object) -> str:
    """`value` on one line, without the characters that could steer a terminal."""
    return _CONTROLS.sub(" ", "" if value is None else str(value)).strip()


def json_of(value: object, indent: int | None = None) -> str:
    """`value` as JSON, the characters that could steer a terminal as escapes."""
    from provenance.exports.steering import escaped

    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def _json(records: Iterator[Record]) -> None:
    separator = "["
    for record in records:
        sys.stdout.write(f"{separator}\n{json_of(record)}")
        separator = ","
    sys.stdout.write("[]\n" if separator == "[" else "\n]\n")


def _jsonl(records: Iterator[Record]) -> None:
    for record in records:
        sys.stdout.write(json_of(record) + "\n")


def _csv(rows: Iterator[Sequence[Any]], columns: Sequence[str]) -> None:
    """Words that a spreadsheet would run as a formula are marked as text, as in the exports."""
    from provenance.exports.tables import guarded

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])


def _table(rows: Iterator[Sequence[Any]], columns: Sequence[str]) -> None:
    print_table(columns, [tuple(map(printable, row)) for row in rows])


_WHOLE = {Listing.JSON: _json, Listing.JSONL: _jsonl}
_FLAT = {Listing.CSV: _csv, Listing.TABLE: _table}

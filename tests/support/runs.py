"""What a run wrote, whichever engine did it, in an order of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyarrow.parquet import ParquetFile

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ("articles", "derivations", "statements", "hops", "links", "claims", "skipped")
_WHEN = re.compile(r" <http://www\.w3\.org/ns/prov#endedAtTime> ")


def rows(out: Path, table: str) -> list[tuple[object, ...]]:
    """Of all files of a table, in order."""
    found = (ParquetFile(file).read().to_pylist() for file in (out / table).glob("*.parquet"))
    return sorted((tuple(row.values()) for part in found for row in part), key=repr)


def tables(out: Path) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows(out, name) for name in TABLES}


def quads(out: Path) -> list[str]:
    """The lines of N-Quads but those that tell when, in order."""
    parts = (file.read_text("utf8").split("\n") for file in (out / "quads").glob("part-*"))
    return sorted(line for part in parts for line in part if line and not _WHEN.search(line))

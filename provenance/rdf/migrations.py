"""Stores of older formats brought forward, one format at a time.

A step changes what it must in the folder, so that it may be begun again, and says how the store is then; that is
written last, at once. One cut short leaves the older format.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.rdf import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from provenance.rdf.record import Record


def migrate(path: Path, old: Record) -> None:
    """Bring the store at `path`, which nobody else writes to, to the format of this program."""
    while old.format < record.FORMAT:
        old = STEPS[old.format](path, old)
        record.write(path, old)


def _with_its_graph_named(_path: Path, old: Record) -> Record:
    """Format 2 says which folder holds the graph, so that another can take its place; in format 1 it is `graph`."""
    return replace(old, format=2)


STEPS: dict[int, Callable[[Path, Record], Record]] = {1: _with_its_graph_named}
"""By the format that a step begins with."""

"""Stores of older formats brought forward, one format at a time.

A step changes what it must in the folder, so that it may be begun again, and says how the store is then; that is
written last, at once. One cut short leaves the older format.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.rdf import record
from provenance.rdf.embedded import Embedded
from provenance.rdf.slim import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from provenance.rdf.record import Record


def migrate(path: Path, old: Record, graph: Embedded) -> Embedded:
    """Bring the store at `path`, whose `graph` is open for writing, to the format of this program; its graph then."""
    while old.format < record.FORMAT:
        old, graph = STEPS[old.format](path, old, graph)
        record.write(path, old)
    return graph


def _with_its_graph_named(_path: Path, old: Record, graph: Embedded) -> tuple[Record, Embedded]:
    """Format 2 says which folder holds the graph, so that another can take its place; in format 1 it is `graph`."""
    return replace(old, format=2), graph


def _slim(path: Path, old: Record, graph: Embedded) -> tuple[Record, Embedded]:
    """Format 3 keeps each reading in one piece, and of its quads those that are asked for, in a folder of its own.

    Who holds the old graph for writing holds the new one before it is named.
    """
    fresh = path / old.next_graph
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        new = Embedded.open(fresh)
        new.fill(quad for name in graph.names() for quad in kept(graph, name))
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return replace(old, format=3, graph=fresh.name), new


STEPS: dict[int, Callable[[Path, Record, Embedded], tuple[Record, Embedded]]] = {1: _with_its_graph_named, 2: _slim}
"""By the format that a step begins with."""

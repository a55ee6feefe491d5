"""Stores of older formats brought forward, one format at a time.

A step changes what it must in the folder, so that it may be begun again, and says how the store is then; that is
written last, at once. One cut short leaves the older format.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.errors import StoreCorruptError
from provenance.rdf import mapping, record, revisions
from provenance.rdf.graph import Graph
from provenance.rdf.mapping.claims import kept_claim_quads
from provenance.rdf.vocabulary import INFERRED, PV, REVIEWED
from provenance.rdf.whole import read_at, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad

    from provenance.rdf.record import Record


def migrate(path: Path, old: Record, graph: Graph) -> Graph:
    """Bring the store at `path`, whose `graph` is open for writing, to the format of this program; its graph then."""
    while old.format < record.FORMAT:
        old, graph = STEPS[old.format](path, old, graph)
        record.write(path, old)
    return graph


def _with_its_graph_named(_path: Path, old: Record, graph: Graph) -> tuple[Record, Graph]:
    """Format 2 says which folder holds the graph, so that another can take its place; in format 1 it is `graph`."""
    return replace(old, format=2), graph


def _slim(path: Path, old: Record, graph: Graph) -> tuple[Record, Graph]:
    """Format 3 keeps each reading in one piece, and of its quads those that are asked for, in a folder of its own.

    Who holds the old graph for writing holds the new one before it is named.
    """
    fresh = path / old.next_graph
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        new = Graph.open(fresh)
        new.fill(quad for name in graph.names() for quad in _kept(graph, name))
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return replace(old, format=3, graph=fresh.name), new


def _kept(graph: Graph, name: str) -> Iterator[Quad]:
    """A reading that is not whole is kept as it is, for `verify` to tell."""
    if name == REVIEWED:
        return graph.quads(graph=name)
    try:
        return _concluded(graph) if name == INFERRED else iter(_read(graph, name))
    except StoreCorruptError:
        return graph.quads(graph=name)


def _concluded(graph: Graph) -> Iterator[Quad]:
    for link in mapping.links(graph.quads(graph=INFERRED)):
        yield from mapping.kept_link_quads(link)
    for claim in {fact.value for fact in graph.facts(None, PV.expresses, None, INFERRED)}:
        passages = [fact.subject for fact in graph.facts(None, PV.expresses, claim, INFERRED)]
        yield from kept_claim_quads(claim, passages)


def _read(graph: Graph, run: str) -> list[Quad]:
    found = reading(graph, run)
    kept = mapping.kept_quads(found, read_at(graph, run)) if found else []
    return [*kept, *revisions.told_of_others(graph, run)]


STEPS: dict[int, Callable[[Path, Record, Graph], tuple[Record, Graph]]] = {1: _with_its_graph_named, 2: _slim}
"""By the format that a step begins with."""

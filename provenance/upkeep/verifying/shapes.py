"""Whether readings are as `data/shapes.ttl` says (SHACL), some at a time; asked where pyshacl is installed.

Links and decisions are compared with what writes them (`layers`), which asks more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import MissingExtraError, StoreCorruptError
from provenance.rdf.graph import n_triples
from provenance.rdf.whole import whole
from provenance.upkeep.verifying.fault import INGEST, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Quad

    from provenance.rdf.graph import Graph

TOGETHER = 20
"""Readings that are looked at together."""


def faults(graph: Graph, runs: Sequence[str]) -> Iterator[Fault]:
    """Of the readings in the graphs `runs`; none where pyshacl is missing."""
    from rdflib import Graph as Plain

    from provenance.rdf.shapes import violations

    for start in range(0, len(runs), TOGETHER):
        try:
            some = n_triples(quad for run in runs[start : start + TOGETHER] for quad in _told(graph, run))
            found = violations(Plain().parse(data=some, format="nt"))
        except MissingExtraError:
            return
        for said in found:
            yield Fault(f"shapes: {said}", INGEST)


def _told(graph: Graph, run: str) -> list[Quad]:
    """Nothing of a reading that is not whole: `readings` tells of it."""
    try:
        return list(whole(graph, run))
    except StoreCorruptError:
        return []

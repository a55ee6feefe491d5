"""What a store keeps of graphs that are whole, as older stores and exports have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import StoreCorruptError
from provenance.rdf import mapping, revisions
from provenance.rdf.mapping.claims import kept_claim_quads
from provenance.rdf.vocabulary import INFERRED, PV, REVIEWED
from provenance.rdf.whole import read_at, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from provenance.model import Reading
    from provenance.rdf.graph import Graph


def kept(graph: Graph, name: str) -> Iterator[Quad]:
    """What is kept of the graph `name`: of a reading that is not whole, all there is, for `verify` to tell."""
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


def of_reading(graph: Graph, run: str, found: Reading) -> list[Quad]:
    """What is kept of the graph `run`, which holds the reading `found`."""
    return [*mapping.kept_quads(found, read_at(graph, run)), *revisions.told_of_others(graph, run)]


def _read(graph: Graph, run: str) -> list[Quad]:
    found = reading(graph, run)
    return of_reading(graph, run, found) if found else list(revisions.told_of_others(graph, run))

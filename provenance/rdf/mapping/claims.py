"""Claims as RDF: a node of the inferred graph that passages express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from provenance.rdf.vocabulary import INFERRED, PROV, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def claim_quads(claim: str, passages: Iterable[str]) -> Iterator[Quad]:
    """As a store exports it: what it keeps of a claim, and that it is an entity."""
    yield from kept_claim_quads(claim, passages)
    yield Quad(NamedNode(claim), NamedNode(RDF.type), NamedNode(PROV.Entity), NamedNode(INFERRED))


def kept_claim_quads(claim: str, passages: Iterable[str]) -> Iterator[Quad]:
    """The node of a claim, and what says that `passages` make it; that it is an entity goes without saying."""
    node, graph = NamedNode(claim), NamedNode(INFERRED)
    yield Quad(node, NamedNode(RDF.type), NamedNode(SCHEMA.Claim), graph)
    for passage in passages:
        yield Quad(NamedNode(passage), NamedNode(PV.expresses), node, graph)

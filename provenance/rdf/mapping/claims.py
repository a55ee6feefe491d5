"""Claims as RDF: a node of the inferred graph that passages express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from provenance.rdf.vocabulary import INFERRED, PROV, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def claim_quads(claim: str, passages: Iterable[str]) -> Iterator[Quad]:
    """The node of a claim, and what says that `passages` make it."""
    node, graph = NamedNode(claim), NamedNode(INFERRED)
    for term in (SCHEMA.Claim, PROV.Entity):
        yield Quad(node, NamedNode(RDF.type), NamedNode(term), graph)
    for passage in passages:
        yield Quad(NamedNode(passage), NamedNode(PV.expresses), node, graph)

"""The reviewed graph: what people decided. It only grows, unless what a decision is about has to be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions import check_who
from provenance.errors import NotFoundError, UsageError
from provenance.iris import snapshot_article
from provenance.rdf import revisions
from provenance.rdf.graph import is_iri
from provenance.rdf.mapping.decisions import decision_quads, decisions, undoing_quads
from provenance.rdf.vocabulary import PROV, PV, RDF, REVIEWED, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from provenance.decisions import Decision, Undone
    from provenance.rdf.graph import Graph


def every(graph: Graph) -> list[Decision]:
    """The earliest first."""
    return decisions(graph.quads(graph=REVIEWED))


def write(graph: Graph, new: Iterable[Decision]) -> None:
    """All or none; what is there already is not written again."""
    quads = [quad for decision in new for quad in decision_quads(decision)]
    graph.amend(REVIEWED, (), [quad for quad in quads if quad not in graph])


def undo(graph: Graph, iri: str, undone: Undone) -> None:
    check_who(undone.by, undone.at)
    if not is_iri(iri) or not any(graph.quads(iri, RDF.type, PV.Decision, REVIEWED)):
        raise NotFoundError(f"the store holds no decision {iri}: 'provenance decisions' lists them")
    if any(graph.quads(iri, PROV.wasInvalidatedBy, None, REVIEWED)):
        raise UsageError(f"the decision {iri} is undone already: to hold it again, decide again")
    graph.amend(REVIEWED, (), undoing_quads(iri, undone))


def forget(graph: Graph, article: str) -> int:
    """Take out, all or none, the decisions that tell of the article `article`, by IRI; how many there were.

    They are about it, quote it, or are about someone whom only its readings name.
    """
    runs = revisions.runs_of_article(graph, article)
    told = [(_tells_of(graph, one, article, runs), decision_quads(one)) for one in every(graph)]
    kept = {quad for is_gone, quads in told if not is_gone for quad in quads}
    gone = {quad for is_gone, quads in told if is_gone for quad in quads}
    if gone:
        graph.amend(REVIEWED, gone - kept, ())
    return sum(is_gone for is_gone, _ in told)


def _tells_of(graph: Graph, decision: Decision, article: str, runs: Collection[str]) -> bool:
    for target in decision.targets:
        if target.iri == article or (target.anchor and snapshot_article(target.anchor.snapshot) == article):
            return True
        if target.kind:
            naming = {fact.graph for fact in graph.facts(target.iri, SCHEMA.name)}
            if naming and naming <= set(runs):
                return True
    return False

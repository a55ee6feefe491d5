"""The reviewed graph: what people decided. It only grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions import check_who
from provenance.errors import NotFoundError, UsageError
from provenance.rdf.graph import is_iri
from provenance.rdf.mapping.decisions import decision_quads, decisions, undoing_quads
from provenance.rdf.vocabulary import PROV, PV, RDF, REVIEWED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.decisions import Decision, Undone
    from provenance.rdf.graph import Graph


def every(graph: Graph) -> list[Decision]:
    """The earliest first."""
    return decisions(graph.quads(graph=REVIEWED))


def write(graph: Graph, new: Iterable[Decision]) -> None:
    """All or none; what is there already is not written again."""
    quads = [quad for decision in new for quad in decision_quads(decision)]
    graph.amend(REVIEWED, (), [quad for quad in quads if quad not in graph.store])


def undo(graph: Graph, iri: str, undone: Undone) -> None:
    check_who(undone.by, undone.at)
    if not is_iri(iri) or not any(graph.quads(iri, RDF.type, PV.Decision, REVIEWED)):
        raise NotFoundError(f"the store holds no decision {iri}: 'provenance decisions' lists them")
    if any(graph.quads(iri, PROV.wasInvalidatedBy, None, REVIEWED)):
        raise UsageError(f"the decision {iri} is undone already: to hold it again, decide again")
    graph.amend(REVIEWED, (), undoing_quads(iri, undone))

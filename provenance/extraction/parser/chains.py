"""From a graph to chains: SAID_BY, then THROUGH upwards, turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.model import Hop, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention
    from provenance.model import Spans


def chains(graph: AttributionGraph, name_of: Callable[[Mention], str]) -> tuple[tuple[Hop, ...], ...]:
    """The chain of each statement, from the article to the origin; empty where nobody is said to have said it.

    A statement that continues another, and has no SAID_BY of its own, has the other's chain.
    """
    return tuple(tuple(_chain(graph, number, name_of)) for number in range(len(graph.statements)))


def _chain(graph: AttributionGraph, number: int, name_of: Callable[[Mention], str]) -> Iterator[Hop]:
    for statement in graph.path(ArcKind.CONTINUES, number):
        said_by = graph.arc(ArcKind.SAID_BY, statement)
        if said_by:
            if said_by.head is not None:
                way = list(graph.path(ArcKind.THROUGH, said_by.head, statement))
                for step, at in reversed(list(enumerate(way))):
                    through = graph.arc(ArcKind.THROUGH, at, statement)
                    yield _hop(graph.mentions[at], through, None if step else said_by, name_of)
            return


def _hop(mention: Mention, through: Arc | None, said_by: Arc | None, name_of: Callable[[Mention], str]) -> Hop:
    """A hop by the arc to what it came through, and, for the origin, by that of the statement to it."""
    arcs = [arc for arc in (said_by, through) if arc]
    confidence = min([mention.p, *(arc.p for arc in arcs)])
    return Hop(
        name_of(mention),
        mention.type,
        through.label if through and through.label else Relation.SAID,
        anonymous=mention.naming is Naming.ANONYMOUS,
        mention=(mention.span,),
        evidence=_evidence(mention, arcs),
        confidence=confidence,
    )


def _evidence(mention: Mention, arcs: list[Arc]) -> Spans:
    """The words that show the arcs, the mention's own where they need none."""
    return tuple(sorted({span for arc in arcs for span in arc.evidence})) or (mention.span,)

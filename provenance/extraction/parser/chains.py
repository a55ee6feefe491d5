"""From a graph to chains: SAID_BY, then THROUGH upwards, turned round."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.model import Hop, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention
    from provenance.model import Spans


def chains(graph: AttributionGraph, name_of: Callable[[Mention], str]) -> tuple[tuple[Hop, ...], ...]:
    """The chain of each statement, from the article to the origin; empty where nobody is said to have said it."""
    return tuple(tuple(_chain(graph, number, name_of)) for number in range(len(graph.statements)))


def _chain(graph: AttributionGraph, number: int, name_of: Callable[[Mention], str]) -> Iterator[Hop]:
    said_by = graph.arc(ArcKind.SAID_BY, number)
    if said_by is None or said_by.head is None:
        return
    way = list(graph.path(ArcKind.THROUGH, said_by.head, number))
    onward = [graph.arc(ArcKind.THROUGH, at, number) for at in way]
    for at, arc, through in reversed(list(zip(way, [said_by, *onward], onward, strict=False))):
        yield _hop(graph.mentions[at], arc or said_by, through, name_of)


def _hop(mention: Mention, arc: Arc, through: Arc | None, name_of: Callable[[Mention], str]) -> Hop:
    """A hop by the arc that leads to it; by which relation it was told is on the arc that it goes `through`."""
    return Hop(
        name_of(mention),
        mention.type,
        through.label if through and through.label else Relation.SAID,
        anonymous=mention.naming is Naming.ANONYMOUS,
        mention=(mention.span,),
        evidence=_evidence(arc, mention),
        confidence=arc.p,
    )


def _evidence(arc: Arc, mention: Mention) -> Spans:
    """The words that show an arc, and the mention's own where they stand beside these."""
    shown = sorted({*arc.evidence, mention.span})
    for one, other in pairwise(shown):
        if one.start <= mention.span.start and other.end >= mention.span.end and other.start <= one.end + 1:
            return (Span(one.start, max(one.end, other.end)),)
    return arc.evidence or (mention.span,)

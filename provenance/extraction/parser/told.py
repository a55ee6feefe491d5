"""What a graph tells: its statements, each with the chain by which it came, before any score is put on a scale."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from provenance.extraction.parser import confidence
from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.labels import ArcKind
from provenance.extraction.parser.mastheads import is_masthead
from provenance.extraction.parser.naming import agents, name_of, settled
from provenance.extraction.parser.reasons import Reasons
from provenance.model import OUTLETS, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.extraction.parser.graph import Arc, AttributionGraph, StatementNode
    from provenance.model import Article, Hop, Spans

QUOTED = 0.9
"""From which share of its characters on a content is a direct quotation."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of a graph, by its `number` there.

    `arcs` lead to the hops of `chain`, one each; `onward` is the arc from the first hop to the article, if it is there.
    `hops` are what speaks for each hop.
    """

    number: int
    node: StatementNode
    chain: tuple[Hop, ...]
    arcs: tuple[Arc, ...]
    onward: tuple[Arc, ...]
    quotation: Quotation
    hops: tuple[list[float], ...]


def told(page: Page, graph: AttributionGraph, article: Article) -> Iterator[Told]:
    """Every statement that somebody is said to have made."""
    publisher = article.publisher.name if article.publisher else None
    reasons = Reasons.of(page)
    known = agents(graph, publisher=publisher)
    graph = settled(graph, known)
    same = confidence.sureness(graph)
    for number, (node, chain) in enumerate(zip(graph.statements, chains(graph, name_of(graph, known)), strict=True)):
        said_by = graph.arc(ArcKind.SAID_BY, number)
        if said_by is None or said_by.head is None:
            continue
        way = list(graph.path(ArcKind.THROUGH, said_by.head, number))[::-1]
        through = [arc for at in way if (arc := graph.arc(ArcKind.THROUGH, at, number))]
        arcs = (*(arc for arc in through if arc.head is not None), said_by)
        own = _own(chain, publisher)
        way, arcs = way[own:], arcs[own:]
        yield Told(
            number,
            node,
            tuple(
                reasons.explained(replace(hop, role=known[at].role)) for hop, at in zip(chain[own:], way, strict=True)
            ),
            arcs,
            tuple(through[own : own + 1]),
            quotation(page, node.content),
            tuple(
                confidence.of_hop(arc, graph.mentions[at], known[at], same[at])
                for arc, at in zip(arcs, way, strict=True)
            ),
        )


def _own(chain: Sequence[Hop], publisher: str | None) -> int:
    """How many of the first hops are the article's own publisher; never all."""
    before = takewhile(
        lambda hop: publisher is not None and hop.kind in OUTLETS and is_masthead(hop.name, publisher), chain[:-1]
    )
    return sum(1 for _ in before)


def quotation(page: Page, content: Spans) -> Quotation:
    """By how much of a content stands in quotation marks."""
    inside = sum(
        max(0, min(end, stop) - max(start, begin))
        for start, end in content
        for begin, stop in page.quotes[
            bisect_right(page.quotes, start, key=itemgetter(1)) : bisect_left(page.quotes, end, key=itemgetter(0))
        ]
    )
    share = inside / sum(end - start for start, end in content)
    return Quotation.DIRECT if share >= QUOTED else Quotation.MIXED if inside else Quotation.INDIRECT

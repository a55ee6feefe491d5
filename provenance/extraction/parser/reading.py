"""From a graph to what the program tells of an article: its attributions, each with chain, quotation, date."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from provenance.documents.dates import dated
from provenance.extraction.parser import confidence
from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.labels import ArcKind, Stance
from provenance.extraction.parser.naming import agents, name_of, settled
from provenance.extraction.parser.reasons import Reasons
from provenance.model import Assertion, Attribution, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.documents.segmentation import Page
    from provenance.extraction.parser.graph import Arc, AttributionGraph, StatementNode
    from provenance.extraction.parser.parser import Parsed
    from provenance.model import Article, Dated, Hop, Spans

QUOTED = 0.9
"""From which share of its characters on a content is a direct quotation."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as the graph has it, before its scores are put on any scale.

    `arcs` lead to the hops of `chain`, one each; `onward` is the arc from the first hop to the article, if it is there.
    `evidence` and `hops` are what speaks for the statement and for each hop.
    """

    number: int
    node: StatementNode
    chain: tuple[Hop, ...]
    arcs: tuple[Arc, ...]
    onward: tuple[Arc, ...]
    quotation: Quotation
    evidence: list[float]
    hops: tuple[list[float], ...]


def told(page: Page, parsed: Parsed, article: Article) -> Iterator[Told]:
    """Every statement that somebody is said to have made."""
    publisher = article.publisher.name if article.publisher else None
    reasons = Reasons.of(page)
    known = agents(parsed.graph, publisher=publisher)
    graph = settled(parsed.graph, known)
    same = confidence.sureness(graph)
    made = chains(graph, name_of(graph, known))
    for number, (node, tagged, chain) in enumerate(zip(graph.statements, parsed.tagged, made, strict=True)):
        said_by = graph.arc(ArcKind.SAID_BY, number)
        if said_by is None or said_by.head is None:
            continue
        way = list(graph.path(ArcKind.THROUGH, said_by.head, number))[::-1]
        through = [arc for at in way if (arc := graph.arc(ArcKind.THROUGH, at, number))]
        onward = tuple(arc for arc in through if arc.head is None)
        arcs = (*(arc for arc in through if arc.head is not None), said_by)
        kind = quotation(page, node.content)
        yield Told(
            number,
            node,
            tuple(reasons.explained(replace(hop, role=known[at].role)) for hop, at in zip(chain, way, strict=True)),
            arcs,
            onward,
            kind,
            confidence.of_statement(tagged, node, (*arcs, *onward), kind),
            tuple(
                confidence.of_hop(arc, graph.mentions[at], known[at], same[at])
                for arc, at in zip(arcs, way, strict=True)
            ),
        )


def attributions(page: Page, parsed: Parsed, article: Article, fitted: Mapping[str, Any] | None, by: str
                 ) -> Iterator[Attribution]:  # fmt: skip
    """What is told, as sure as what was `fitted` says; each hop made `by` the pass that its arc is."""
    for one in told(page, parsed, article):
        sure = [_scaled(arc.kind, arc.p, values, fitted) for arc, values in zip(one.arcs, one.hops, strict=True)]
        yield Attribution(
            content=one.node.content,
            cue=one.node.cue,
            source=_source(parsed.graph, one.number),
            quotation=one.quotation,
            chain=tuple(
                replace(hop, confidence=p, made_by=f"{by}:{arc.kind}")
                for hop, arc, p in zip(one.chain, one.arcs, sure, strict=True)
            ),
            confidence=_scaled("statement", min(sure), one.evidence, fitted),
            assertion=Assertion.ASSERTS if one.node.stance is Stance.ATTITUDE else Assertion(one.node.stance),
            date=_date(page, one.node, article.published),
        )


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


def _scaled(kind: str, stated: float, values: list[float], fitted: Mapping[str, Any] | None) -> float:
    return confidence.scaled(values, fitted[kind]) if fitted else round(stated, 2)


def _source(graph: AttributionGraph, number: int) -> Spans:
    """The words for who said it, where they are others than the cue's."""
    said_by = graph.arc(ArcKind.SAID_BY, number)
    if said_by is None or said_by.head is None:
        return ()
    span = graph.mentions[said_by.head].span
    return () if span in graph.statements[number].cue else (span,)


def _date(page: Page, node: StatementNode, published: str | None) -> Dated | None:
    """When it was said: a time expression of the sentence in which that is told, outside the content."""
    sentence = page.sentences[page.sentence_at((node.cue or node.content)[0].start)]
    at = sentence.start
    for start, end in sorted(node.content):
        if start > at and (found := dated(page.text, Span(at, min(start, sentence.end)), published)):
            return found
        at = max(at, end)
    return dated(page.text, Span(at, sentence.end), published) if at < sentence.end else None

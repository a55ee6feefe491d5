"""From a graph to what the program tells of an article: its attributions, each with chain, quotation, date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.documents.dates import dated
from provenance.extraction.parser.labels import ArcKind, Stance
from provenance.extraction.parser.scale import stated
from provenance.extraction.parser.told import told
from provenance.model import Assertion, Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from provenance.documents.segmentation import Page
    from provenance.extraction.parser.graph import AttributionGraph, Place, StatementNode
    from provenance.extraction.parser.scale import Sureness
    from provenance.extraction.parser.told import Told
    from provenance.model import Article, Dated, Spans

LAYOUT = "layout"


def attributions(
    page: Page,
    graph: AttributionGraph,
    article: Article,
    by: str,
    sure: Callable[[Told], Sureness] = stated,
    laid_out: Collection[Place] = (),
) -> Iterator[Attribution]:
    """What is told, as `sure` as that; each hop made `by` the pass that its arc is, or by the layout."""
    for one in told(page, graph, article):
        statement, hops = sure(one)
        yield Attribution(
            content=one.node.content,
            cue=one.node.cue,
            source=_source(graph, one.number),
            quotation=one.quotation,
            chain=tuple(
                replace(hop, confidence=p, made_by=f"{LAYOUT if arc.place in laid_out else by}:{arc.kind}")
                for hop, arc, p in zip(one.chain, one.arcs, hops, strict=True)
            ),
            confidence=statement,
            assertion=Assertion.ASSERTS if one.node.stance is Stance.ATTITUDE else Assertion(one.node.stance),
            date=_date(page, one.node, article.published),
        )


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

"""From a graph to what the program tells of an article: its attributions, each with chain, quotation, date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.dates import dated
from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.labels import ArcKind, Naming, Stance
from provenance.model import Assertion, Attribution, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from provenance.documents.segmentation import Page
    from provenance.extraction.decode import Tagged
    from provenance.extraction.parser.graph import AttributionGraph, Mention, StatementNode
    from provenance.model import Dated, Hop, Spans

    Sure = Callable[[Tagged, StatementNode, tuple[Hop, ...]], float]

QUOTED = 0.9
"""From which share of its characters on a content is a direct quotation."""


def attributions(
    page: Page,
    graph: AttributionGraph,
    tagged: Sequence[Tagged],
    name_of: Callable[[Mention], str],
    sure: Sure,
    published: str | None = None,
) -> Iterator[Attribution]:
    """One for each statement of `graph` that somebody is said to have made."""
    for number, (node, one, chain) in enumerate(zip(graph.statements, tagged, chains(graph, name_of), strict=True)):
        if chain:
            yield Attribution(
                content=node.content,
                cue=node.cue,
                source=_source(graph, number),
                quotation=quotation(page, node.content),
                chain=chain,
                confidence=sure(one, node, chain),
                assertion=Assertion.ASSERTS if node.stance is Stance.ATTITUDE else Assertion(node.stance),
                date=_date(page, node, published),
            )


def quotation(page: Page, content: Spans) -> Quotation:
    """By how much of a content stands in quotation marks."""
    inside = sum(
        max(0, min(end, stop) - max(start, begin)) for start, end in content for begin, stop in page.quotes
    )
    share = inside / sum(end - start for start, end in content)
    return Quotation.DIRECT if share >= QUOTED else Quotation.MIXED if inside else Quotation.INDIRECT


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

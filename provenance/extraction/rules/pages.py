"""The statements of a page, and the quotations that go on with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.documents.layout import Block, blocks
from provenance.extraction.rules.statements import statements
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Page, Sentence
    from provenance.extraction.rules.said import Said

UNREAD = frozenset({Block.HEADING, Block.LINK, Block.CREDIT})


def of_page(page: Page) -> list[Said]:
    """In the order of their cues."""
    kinds = blocks(page)
    found: list[Said] = []
    for number, sentence in enumerate(page.sentences):
        if kinds[sentence.paragraph] in UNREAD:
            continue
        own = statements(sentence.tokens, number)
        if found and not own and (quotes := _only_quoted(sentence)) and _goes_on(page, found[-1], number):
            found[-1] = replace(found[-1].going_on(*quotes), sentence=number)
        found += own
    return _continued(page, [one for one in found if one.content])


def _only_quoted(sentence: Sentence) -> list[Span]:
    """The quotations of a sentence that is nothing else."""
    if any(token.word for token in sentence.tokens):
        return []
    return [Span(token.start, token.end) for token in sentence.tokens if token.quote]


def _goes_on(page: Page, last: Said, number: int) -> bool:
    """Whether a quotation alone is by whoever spoke in the sentence before: in its paragraph, or after a colon."""
    if last.sentence != number - 1:
        return False
    before, own = page.sentences[number - 1], page.sentences[number]
    if not last.content:
        return own.paragraph - before.paragraph <= 1
    return before.paragraph == own.paragraph and any(token.quote for token in before.tokens)


def _continued(page: Page, found: Sequence[Said]) -> list[Said]:
    """With the paragraphs over which a quotation goes on (`documents.quotations`)."""
    runs: list[list[Span]] = []
    for quote in page.quotes:
        if quote.start in page.continued and runs:
            runs[-1].append(quote)
        else:
            runs.append([quote])
    run_of = {quote.start: run for run in runs if len(run) > 1 for quote in run}
    return [one.going_on(*(quote for span in one.content for quote in run_of.get(span.start, ()))) for one in found]

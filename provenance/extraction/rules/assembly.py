"""From statements to a reading: who each source is and whom it had it from, whichever reader found the statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from provenance.documents.dates import dated
from provenance.extraction.rules.cast import cast
from provenance.extraction.rules.context import Context, Resolved
from provenance.extraction.rules.embedded import posted
from provenance.extraction.rules.impersonal import accounted
from provenance.extraction.rules.lexicon import DENIES
from provenance.extraction.rules.nesting import unnested
from provenance.extraction.rules.reasons import explained
from provenance.extraction.rules.relays import chains
from provenance.extraction.rules.sources import Memory
from provenance.model import Assertion, Attribution, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.persons import Ranks
    from provenance.extraction.rules.said import Said
    from provenance.model import Article, Dated, Extractor, Hop

NEGATED = re.compile(r"\b(?:neither|not|never|declin(?:ed|es|ing) to|refus(?:ed|es|ing) to)\b|n[’']t\b", re.IGNORECASE)
REFUSES = frozenset({"decline", "refuse"})


class Sure(Protocol):
    """How sure a reader is of a statement with its chain, from 0 to 1."""

    def __call__(self, said: Said, chain: tuple[Hop, ...]) -> float: ...


def assembled(
    article: Article, page: Page, found: Sequence[Said], extractor: Extractor, sure: Sure, ranks: Ranks | None = None
) -> Reading:
    """The reading that `found`, the statements of `page` in the order of their cues, makes of `article`."""
    people = cast(page, article.publisher)
    context = Context(page, article, people)
    memory = Memory(context, ranks)
    resolved = [Resolved(said, memory.resolve(said)) for said in found]
    told = accounted(context, resolved, chains(context, resolved))
    linked = unnested([(r.said, chain) for r, chain in zip(resolved, told, strict=True)])
    attributions = tuple(
        Attribution(
            content=said.content,
            cue=(said.cue,),
            source=(said.source,) if said.source.end > said.source.start else (),
            quotation=said.quotation,
            chain=chain,
            confidence=sure(said, chain),
            assertion=_assertion(page, said),
            date=_date(page, said, article.published),
        )
        for said, chain in explained(page, linked)
    )
    return posted(page, Reading(article, extractor, attributions=attributions))


def _assertion(page: Page, said: Said) -> Assertion:
    if said.verb.lemma in REFUSES or NEGATED.search(page.text, *said.cue):
        return Assertion.DOES_NOT_CONFIRM
    if said.verb.lemma in DENIES:
        return Assertion.DENIES
    return Assertion.ASSERTS


def _date(page: Page, said: Said, published: str | None) -> Dated | None:
    """When it was said: a time expression of the cue's sentence outside the content."""
    sentence = page.sentences[said.sentence]
    at = sentence.start
    for start, end in sorted(said.content):
        if start > at and (found := dated(page.text, Span(at, min(start, sentence.end)), published)):
            return found
        at = max(at, end)
    return dated(page.text, Span(at, sentence.end), published) if at < sentence.end else None

"""The extractor that needs no model: rules of English reporting, one pass over the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.cast import cast
from provenance.extraction.context import Context, Resolved
from provenance.extraction.dates import dated
from provenance.extraction.frames import derived, published_by
from provenance.extraction.nesting import unnested
from provenance.extraction.reasons import explained
from provenance.extraction.relays import chains
from provenance.extraction.segment import segment
from provenance.extraction.sources import Memory
from provenance.extraction.statements import Said, statements
from provenance.model import Assertion, Attribution, Extractor, Quotation, Reading, Span

if TYPE_CHECKING:
    from provenance.extraction.segment import Page
    from provenance.model import Article, Dated

RULES = Extractor("rules", "1")
SURE = frozenset({"say", "according to", "note", "argue", "add", "warn", "explain"})
SHARES = (("tell", 0.65), ("report", 0.65), ("object", 0.6), ("speak", 0.55), ("mind", 0.4), ("clause", 0.4))
DENIES = frozenset({"deny", "dispute", "refute", "rebut", "reject"})
NEITHER = re.compile(r"\bneither\b", re.IGNORECASE)
REFUSES = frozenset({"decline", "refuse"})


def read(article: Article) -> Reading:
    """Every attribution that the rules find in `article`, with its chain."""
    page = segment(article.text)
    article = published_by(page, article)
    people = cast(page, article.publisher)
    derivations = derived(page, article, people)
    context = Context(page, article, people)
    memory = Memory(context)
    found = [Resolved(said, memory.resolve(said)) for said in statements(page)]
    linked = unnested([(r.said, chain) for r, chain in zip(found, chains(context, found), strict=True)])
    attributions = tuple(
        Attribution(
            content=said.content,
            cue=(said.cue,),
            source=(said.source,),
            quotation=said.quotation,
            chain=chain,
            confidence=min(_base(said), *(hop.confidence for hop in chain)),
            assertion=_assertion(page, said),
            date=_date(page, said, article.published),
        )
        for said, chain in explained(page, linked)
    )
    return Reading(article, RULES, derivations, attributions)


def _base(said: Said) -> float:
    """How often such a construction names who said what, measured on PolNeAR's training part (benchmarks/README.md)."""
    if said.quotation is Quotation.DIRECT:
        return 0.93
    frames = said.verb.frames
    if "say" in frames or "according" in frames:
        return 0.8 if said.verb.lemma in SURE else 0.65
    return next((share for frame, share in SHARES if frame in frames), 0.5)


def _assertion(page: Page, said: Said) -> Assertion:
    if said.verb.lemma in REFUSES or NEITHER.search(page.text, *said.cue):
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

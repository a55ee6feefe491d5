"""A claim as the draft of a fact check: JSON-LD of https://schema.org/ClaimReview, for a fact-checker to finish.

It says what the store knows: the claim, where it appeared, in which words, and who said it, where that is decided. What
only a person can give is left out unless it is given: the rating, who checked it, and where that is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from provenance.iris import article_iri, attribution_iri_of, is_claim
from provenance.model import OUTLETS, Assertion, Kind, passage
from provenance.trace.origins import counting
from provenance.trace.result import Nature
from provenance.trace.timing import last_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article, Publisher, Statement
    from provenance.trace import Origin, Trace

    Record = dict[str, Any]

NAMED = frozenset({Nature.PERSON, Nature.ORGANIZATION, Nature.OWN_REPORTING})
"""Origins that are somebody who can be named as having said it."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a fact-checker gives: their name, their word for the claim ("Mostly false"), the address of the check."""

    reviewer: str = ""
    rating: str = ""
    url: str = ""


NOTHING = Check()


def claim_review(iri: str, trace: Trace, check: Check = NOTHING) -> Record:
    """The fact check of the claim (or statement) `iri`, whose trace has its clearest wording for its `claim`.

    `creativeWorkStatus` is "Draft" as long as `check` gives no rating.
    """
    return _said(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "creativeWorkStatus": "" if check.rating else "Draft",
            "claimReviewed": trace.claim,
            "author": {"@type": "Organization", "name": check.reviewer} if check.reviewer else None,
            "url": check.url,
            "reviewRating": {"@type": "Rating", "alternateName": check.rating} if check.rating else None,
            "itemReviewed": _claim(iri, trace),
            "citation": [
                *_appearances(trace, denied=True).values(),
                *({"@type": "CreativeWork", "url": url} for url in _checked(trace)),
            ],
        }
    )


def _claim(iri: str, trace: Trace) -> Record:
    ends = [one for one in counting(trace.origins) if one.assertion is Assertion.ASSERTS]
    first = trace.earliest
    appearances = _appearances(trace, denied=False)
    dated = appearances.pop(first.told_in, None) if first and not first.proof else None
    return _said(
        {
            "@type": "Claim",
            "identifier": iri if is_claim(iri) else "",
            "text": trace.claim,
            "author": [_author(one) for one in ends if one.nature in NAMED and not one.anonymous],
            "datePublished": first.date if first else "",
            "firstAppearance": dated,
            "appearance": list(appearances.values()),
            "isBasedOn": [{"@type": "CreativeWork", "name": one.name} for one in ends if one.nature is Nature.DOCUMENT],
        }
    )


def _appearances(trace: Trace, *, denied: bool) -> dict[str, Record]:
    """By key, the articles with statements that assert, or do not: by their days, undated ones last.

    Of each its words for the claim, and those that show each hop of the chain.
    """
    wanted = [one for one in trace.statements if (one.attribution.assertion is not Assertion.ASSERTS) == denied]
    wanted.sort(key=lambda one: (last_day(one.reading.article.published or "9999"), attribution_iri_of(one)))
    words: dict[str, dict[str, None]] = {}
    for one in wanted:
        words.setdefault(one.reading.article.key, {}).update(dict.fromkeys(_words(one)))
    articles = {one.reading.article.key: _article(one.reading.article) for one in wanted}
    return {
        key: article | {"hasPart": [{"@type": "Quotation", "text": text} for text in words[key]]}
        for key, article in articles.items()
    }


def _words(statement: Statement) -> Iterator[str]:
    yield statement.text
    for hop in statement.attribution.chain:
        if hop.evidence:
            yield passage(statement.reading.article.text, hop.evidence)


def _article(article: Article) -> Record:
    return _said(
        {
            "@type": "NewsArticle",
            "identifier": article_iri(article),
            "url": article.url,
            "headline": article.title,
            "datePublished": article.published,
            "publisher": _publisher(article.publisher) if article.publisher else None,
        }
    )


def _publisher(publisher: Publisher) -> Record:
    return {"@type": "NewsMediaOrganization", "name": publisher.name}


def _author(origin: Origin) -> Record:
    if origin.kind is Kind.PERSON:
        return _said({"@type": "Person", "name": origin.name, "jobTitle": origin.role})
    return {"@type": "NewsMediaOrganization" if origin.kind in OUTLETS else "Organization", "name": origin.name}


def _checked(trace: Trace) -> list[Record]:
    """Where it has been checked already, as articles in the store state."""
    urls = dict.fromkeys(one.review.url for one in trace.checks if one.review.url)
    return [{"@type": "CreativeWork", "url": url} for url in urls]


def _said(record: Record) -> Record:
    """Without what is not known; of one value alone, that value."""
    found = {name: value for name, value in record.items() if value}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in found.items()}

"""A claim as the draft of a fact check: JSON-LD of https://schema.org/ClaimReview, for a fact-checker to finish.

It says what the store knows: the claim, where it appeared, in which words, and who said it, where that is decided. What
only a person can give is left out unless it is given: the rating, who checked it, and where that is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from provenance.iris import article_iri, attribution_iri_of, is_claim
from provenance.model import OUTLETS, Assertion, Kind
from provenance.trace.origins import counting
from provenance.trace.result import Nature
from provenance.trace.timing import PUBLISHED, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

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
            "citation": [*_denials(trace), *({"@type": "CreativeWork", "url": url} for url in _checked(trace))],
        }
    )


def _claim(iri: str, trace: Trace) -> Record:
    ends = [one for one in counting(trace.origins) if one.assertion is Assertion.ASSERTS]
    appearances = [_appearance(one) for one in _in_time(trace, denied=False)]
    first = trace.earliest
    is_first = first is not None and first.proof == PUBLISHED
    return _said(
        {
            "@type": "Claim",
            "identifier": iri if is_claim(iri) else "",
            "text": trace.claim,
            "author": [_author(one) for one in ends if one.nature in NAMED and not one.anonymous],
            "datePublished": first.date if first else "",
            "firstAppearance": appearances[0] if appearances and is_first else None,
            "appearance": appearances[1:] if is_first else appearances,
            "isBasedOn": [{"@type": "CreativeWork", "name": one.name} for one in ends if one.nature is Nature.DOCUMENT],
        }
    )


def _in_time(trace: Trace, *, denied: bool) -> list[Statement]:
    """The statements that assert, or that do not, by the day of their article; undated ones last."""
    wanted = [one for one in trace.statements if (one.attribution.assertion is not Assertion.ASSERTS) == denied]
    return sorted(wanted, key=lambda one: (last_day(one.reading.article.published or "9999"), attribution_iri_of(one)))


def _appearance(statement: Statement) -> Record:
    """An article, with its words for the claim and those that show each hop of the chain."""
    article, attribution = statement.reading.article, statement.attribution
    text = article.text
    shown = [" … ".join(text[start:end] for start, end in hop.evidence) for hop in attribution.chain]
    words = dict.fromkeys([statement.text, *filter(None, shown)])
    return _article(article) | {"hasPart": [{"@type": "Quotation", "text": one} for one in words]}


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


def _denials(trace: Trace) -> list[Record]:
    return [_appearance(one) for one in _in_time(trace, denied=True)]


def _checked(trace: Trace) -> Iterable[str]:
    """Where it has been checked already, as articles in the store state."""
    return dict.fromkeys(one.review.url for one in trace.checks if one.review.url)


def _said(record: Record) -> Record:
    """Without what is not known; of one value alone, that value."""
    found = {name: value for name, value in record.items() if value}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in found.items()}

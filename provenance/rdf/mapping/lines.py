"""A reading as one line of JSON and back: what its quads say, in one place and read at once.

`reading(line(r)) == mapping.reading(mapping.quads(r, at))` for every reading that `mapping.quads` takes. To change what
`line` writes is to change the format of the store (`record.FORMAT`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from provenance.errors import StoreCorruptError
from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Capture,
    ClaimReview,
    Dated,
    Declaration,
    Derivation,
    Extractor,
    Hop,
    Hyperlink,
    Kind,
    Party,
    Publisher,
    Quotation,
    Rating,
    Reading,
    Relation,
    Span,
)
from provenance.rdf.mapping.sheet import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Spans


def line(reading: Reading) -> str:
    extractor = reading.extractor
    told = [
        _article(reading.article),
        [extractor.name, extractor.version, extractor.model],
        [_derivation(one) for one in reading.derivations],
        [_attribution(one) for one in reading.attributions],
        reading.unread,
    ]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def reading(line: str) -> Reading:
    """Raises StoreCorruptError where this is no such line."""
    try:
        return _reading(*json.loads(line))
    except (ValueError, TypeError, LookupError) as error:
        raise StoreCorruptError(f"it is not all there ({error})") from None


def _reading(article: Any, extractor: Any, derivations: Any, attributions: Any, unread: str) -> Reading:
    return Reading(
        article=_article_of(*article),
        extractor=Extractor(*extractor),
        derivations=tuple(_derivation_of(*one) for one in derivations),
        attributions=tuple(_attribution_of(*one) for one in attributions),
        unread=unread,
    )


def _article(one: Article) -> list[object]:
    publisher = one.publisher and [one.publisher.name, one.publisher.kind]
    declared = [[each.field, each.name, each.url] for each in one.declared]
    said = [one.byline, one.published, one.url, one.language]
    reviews = [_review(each) for each in one.reviews]
    links = [[link.words, link.url] for link in one.hyperlinks]
    capture = one.capture and [one.capture.sha256, one.capture.address, one.capture.time]
    return [one.key, one.text, one.title, publisher, *said, declared, one.text_is_file, reviews, links, capture]


def _article_of(key: str, text: str, title: str | None, publisher: Any, *said: Any) -> Article:
    byline, published, url, language, declared, text_is_file, reviews, links, capture = said
    return Article(
        key=key,
        text=text,
        title=title,
        publisher=Publisher(publisher[0], Kind(publisher[1])) if publisher else None,
        byline=byline,
        published=published,
        url=url,
        language=language,
        declared=tuple(Declaration(*each) for each in declared),
        text_is_file=text_is_file,
        hyperlinks=tuple(Hyperlink(Span(*words), address) for words, address in links),
        reviews=tuple(_review_of(*each) for each in reviews),
        capture=Capture(*capture) if capture else None,
    )


def _review(one: ClaimReview) -> list[object]:
    rating = [one.rating.name, one.rating.value, one.rating.best, one.rating.worst]
    parties = [each and [each.name, each.kind] for each in (one.claimant, one.reviewer)]
    return [one.claim, rating, parties, one.claimed, one.appearances, one.reviewed, one.url]


def _review_of(claim: str, rating: Any, parties: Any, claimed: str | None, appearances: Any, *said: Any) -> ClaimReview:
    claimant, reviewer = (Party(each[0], Kind(each[1])) if each else None for each in parties)
    return ClaimReview(claim, Rating(*rating), claimant, claimed, tuple(appearances), reviewer, *said)


def _derivation(one: Derivation) -> list[object]:
    said = [one.name, one.kind, one.relation, one.url, one.evidence, one.declared_in]
    return [*said, _share(one.confidence), one.made_by]


def _derivation_of(name: str, kind: str, relation: str, *said: Any) -> Derivation:
    url, evidence, *rest = said
    return Derivation(name, Kind(kind), Relation(relation), url, _spans(evidence), *rest)


def _attribution(one: Attribution) -> list[object]:
    date = one.date and [one.date.phrase, one.date.value, one.date.span]
    chain = [_hop(hop) for hop in one.chain]
    places = [one.content, one.cue, one.source]
    return [places, one.quotation, chain, _share(one.confidence), one.assertion, date]


def _attribution_of(places: Any, quotation: str, chain: Any, confidence: float, *said: Any) -> Attribution:
    assertion, date = said
    content, cue, source = map(_spans, places)
    return Attribution(
        content=content,
        cue=cue,
        source=source,
        quotation=Quotation(quotation),
        chain=tuple(_hop_of(*hop) for hop in chain),
        confidence=confidence,
        assertion=Assertion(assertion),
        date=Dated(date[0], date[1], Span(*date[2])) if date else None,
    )


def _hop(one: Hop) -> list[object]:
    said = [one.name, one.kind, one.relation, one.anonymous, one.mention, one.evidence, one.role, one.reason]
    return [*said, _share(one.confidence), one.made_by, one.url]


def _hop_of(name: str, kind: str, relation: str, *said: Any) -> Hop:
    anonymous, mention, evidence, role, reason, confidence, made_by, url = said
    return Hop(
        name,
        Kind(kind),
        Relation(relation),
        anonymous,
        mention=_spans(mention),
        evidence=_spans(evidence),
        role=role,
        reason=reason,
        confidence=confidence,
        made_by=made_by,
        url=url,
    )


def _spans(places: Iterable[Iterable[int]]) -> Spans:
    return tuple(map(Span._make, places))


def _share(confidence: float) -> float:
    """As many decimals as the graph keeps."""
    return float(decimal(confidence))

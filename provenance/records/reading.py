"""The machine-readable contract: one JSON object for each article read (docs/contract.md)."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from provenance.iris import article_iri, attribution_iri, snapshot_iri
from provenance.model import is_undecided

if TYPE_CHECKING:
    from provenance.model import Attribution, Derivation, Hop, Reading, Spans


def reading_record(source: str, reading: Reading) -> dict[str, Any]:
    """What `provenance extract` prints for an article that was read from `source`, a path or "-"."""
    article = reading.article
    publisher = article.publisher
    about = {
        "id": article_iri(article),
        "title": article.title,
        "publisher": {"name": publisher.name, "kind": publisher.kind.value} if publisher else None,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "reviews": [asdict(review) for review in article.reviews],
        "capture": asdict(article.capture) if article.capture else None,
        "derivations": [_derivation(derivation) for derivation in reading.derivations],
    }
    if not article.text_is_file:
        about["text"] = article.text
    snapshot = snapshot_iri(article)
    return {
        "input": source,
        "key": article.key,
        "article": about,
        "extractor": {
            "name": reading.extractor.name,
            "version": reading.extractor.version,
            "model": reading.extractor.model,
        },
        "unread": reading.unread or None,
        "attributions": [_attribution(snapshot, attribution) for attribution in reading.attributions],
    }


def _attribution(snapshot: str, attribution: Attribution) -> dict[str, Any]:
    date = attribution.date
    return {
        "id": attribution_iri(snapshot, attribution),
        "content": _spans(attribution.content),
        "cue": _spans(attribution.cue),
        "source": _spans(attribution.source),
        "quotation": attribution.quotation.value,
        "assertion": attribution.assertion.value,
        "chain": [_hop(hop) for hop in attribution.chain],
        "date": {"phrase": date.phrase, "value": date.value, "span": _spans((date.span,))} if date else None,
        "confidence": attribution.confidence,
        "undecided": attribution.is_undecided,
    }


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "name": hop.name,
        "kind": hop.kind.value,
        "anonymous": hop.anonymous,
        "relation": hop.relation.value,
        "mention": _spans(hop.mention),
        "role": hop.role,
        "reason": hop.reason,
        "evidence": _spans(hop.evidence),
        "confidence": hop.confidence,
        "undecided": is_undecided(hop.confidence),
        "made_by": hop.made_by,
        "url": hop.url or None,
    }


def _derivation(derivation: Derivation) -> dict[str, Any]:
    return {
        "name": derivation.name,
        "kind": derivation.kind.value,
        "relation": derivation.relation.value,
        "url": derivation.url,
        "evidence": _spans(derivation.evidence),
        "declared_in": derivation.declared_in,
        "confidence": derivation.confidence,
        "undecided": is_undecided(derivation.confidence),
        "made_by": derivation.made_by,
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]

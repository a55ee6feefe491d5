"""What was concluded across articles as a record, and what of it waits for a person."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from provenance.iris import link_iri
from provenance.views.prose.links import end
from provenance.views.prose.reasons import reason, spelling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.linking.matching.reasons import Reason
    from provenance.model import Link
    from provenance.review.explaining import Explanation
    from provenance.review.undecided import Undecided


def link_record(link: Link) -> dict[str, Any]:
    return {
        "id": link_iri(link),
        "kind": link.kind.value,
        "left": link.left,
        "right": link.right,
        "judgement": link.judgement.value,
        "method": link.method,
        "score": link.score,
        "confidence": link.confidence,
        "evidence": link.evidence,
    }


def undecided_record(one: Undecided) -> dict[str, Any]:
    """A link with its ends in words."""
    return {
        **asdict(one.link),
        "left": end(one.left),
        "right": end(one.right),
        "statements": one.statements,
        "id": one.id,
    }


def explanation_record(found: Explanation) -> dict[str, Any]:
    """A link with its ends in words, and what speaks for it and against."""
    return {
        **link_record(found.link),
        "left": end(found.left),
        "right": end(found.right),
        "likelihood": found.likelihood,
        "at_one_place": found.at_one_place,
        "reasons": [_reason(one, spelling(found)) for one in found.reasons],
    }


def _reason(one: Reason, spelt: Mapping[str, str]) -> dict[str, Any]:
    """`adds` is to the natural logarithm of the odds."""
    numbers = {"value": round(one.value, 4), "weight": one.weight, "adds": round(one.adds, 4)}
    return {**asdict(one), **numbers, "says": reason(one, spelt)}

"""What was concluded across articles as a record, and what of it waits for a person."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from provenance.iris import link_iri
from provenance.views.prose.links import end

if TYPE_CHECKING:
    from provenance.model import Link
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

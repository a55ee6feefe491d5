"""What is weak in a claim, and a store at a glance, as records."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from provenance.views.prose.issues import issue

if TYPE_CHECKING:
    from provenance.queries.audit import Issue
    from provenance.queries.overview import Overview


def issue_record(one: Issue) -> dict[str, Any]:
    """With `what` is weak in a sentence."""
    return {
        "kind": one.kind,
        "claim": one.claim,
        "text": one.text,
        "articles": one.articles,
        "statements": one.statements,
        "what": issue(one),
        "before": one.before,
        "after": one.after,
    }


def overview_record(found: Overview) -> dict[str, Any]:
    return {
        "claims": found.claims,
        "citing": [asdict(one) for one in found.citing],
        "sourcing": [asdict(one) for one in found.sourcing],
        "one_origin": [issue_record(one) for one in found.one_origin],
        "loops": [issue_record(one) for one in found.loops],
        "to_fetch": [asdict(one) for one in found.to_fetch],
    }

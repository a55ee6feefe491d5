"""Answers, traces and comparisons as records for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from provenance.queries.answering import Answered, Made
    from provenance.review.undecided import Undecided
    from provenance.trace import Chain, Trace
    from provenance.trace.comparison import Comparison
    from provenance.trace.verdict import Verdict


def answer_record(found: Answered) -> dict[str, Any]:
    """The record of the likeliest claim, if there is any, with the others under `also` and what is only related."""
    records = [made_record(one) for one in found.claims]
    first = records[0] if records else {"claim": None}
    related = [
        {"id": one.claim, "text": one.text, "articles": one.articles, "likelihood": one.likelihood}
        for one in found.related
    ]
    return {"asked": found.asked, **first, "also": records[1:], "related": related}


def made_record(made: Made) -> dict[str, Any]:
    return {"id": made.claim, "likelihood": made.likelihood, **trace_record(made.trace)}


def trace_record(trace: Trace) -> dict[str, Any]:
    from provenance.exports.decisions import decision_record, link_record
    from provenance.exports.origins import pair_record
    from provenance.trace.links import resolutions
    from provenance.views.verdict import sentence

    return {
        "claim": trace.claim,
        "verdict": sentence(trace.judged),
        "basis": _basis(trace.judged),
        "origins": [asdict(origin) for origin in trace.origins],
        "independence": asdict(trace.independence),
        "origin_pairs": [pair_record(pair) for pair in trace.origin_pairs],
        "choke_points": [{**asdict(point), "every": point.every} for point in trace.choke_points],
        "loops": [asdict(loop) for loop in trace.loops],
        "drifts": [asdict(drift) for drift in trace.drifts],
        "earliest": asdict(trace.earliest) if trace.earliest else None,
        "disorders": [asdict(disorder) for disorder in trace.disorders],
        "to_fetch": [asdict(report) for report in trace.to_fetch],
        "chains": [_chain(chain) for chain in trace.chains],
        "one_text": trace.one_text,
        "checks": [{**asdict(check.review), "told_in": check.told_in} for check in trace.checks],
        "more": trace.more,
        "undecided": trace.undecided,
        "resolutions": [link_record(link) for link in resolutions(trace.graph)],
        "decisions": [decision_record(decision) for decision in trace.decisions],
    }


def comparison_record(found: Comparison) -> dict[str, Any]:
    from provenance.exports.decisions import link_record

    links = {name: [link_record(link) for link in getattr(found, name)] for name in ("copies", "quotations")}
    return {**asdict(found), **links}


def undecided_record(one: Undecided) -> dict[str, Any]:
    """A link with its ends in words."""
    return {**asdict(one.link), "left": one.left, "right": one.right, "statements": one.statements, "id": one.id}


def _basis(verdict: Verdict) -> dict[str, Any]:
    """The verdict in codes; origins by their nodes."""
    return {
        "ground": verdict.ground,
        "articles": verdict.articles,
        "asserting": [one.node for one in verdict.asserting],
        "denying": [one.node for one in verdict.denying],
        "unconfirming": [one.node for one in verdict.unconfirming],
        "through": verdict.through.node if verdict.through else None,
        "since": verdict.since.date if verdict.since else None,
    }


def _chain(chain: Chain) -> dict[str, Any]:
    return {
        "nature": chain.nature,
        "confidence": chain.confidence,
        "undecided": chain.is_undecided,
        "hops": chain.hops,
        "steps": [asdict(step) for step in chain.steps],
    }

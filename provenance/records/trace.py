"""A trace as a record: chains, what each analysis makes of them, and the verdict in codes and in a sentence."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from provenance.records.decisions import decision_record
from provenance.records.further import further_record
from provenance.records.links import link_record
from provenance.records.origins import pair_record
from provenance.views.prose.one_text import shared
from provenance.views.prose.steps import PUBLISHED
from provenance.views.prose.verdict import sentence

if TYPE_CHECKING:
    from provenance.trace import Chain, Trace
    from provenance.trace.timing import Appearance
    from provenance.trace.verdict import Verdict


def trace_record(trace: Trace) -> dict[str, Any]:
    from provenance.trace.links import resolutions

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
        "earliest": _earliest(trace.earliest) if trace.earliest else None,
        "disorders": [asdict(disorder) for disorder in trace.disorders],
        "to_fetch": [asdict(report) for report in trace.to_fetch],
        "chains": [_chain(chain) for chain in trace.chains],
        "one_text": [shared(one) for one in trace.one_text],
        "checks": [{**asdict(check.review), "told_in": check.told_in} for check in trace.checks],
        "more": trace.more,
        "undecided": trace.undecided,
        "resolutions": [link_record(link) for link in resolutions(trace.traced)],
        "decisions": [decision_record(decision) for decision in trace.decisions],
        **{name: further_record(found) for name, found in trace.further.items()},
    }


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


def _earliest(first: Appearance) -> dict[str, Any]:
    return {**asdict(first), "proof": first.proof or PUBLISHED}


def _chain(chain: Chain) -> dict[str, Any]:
    return {
        "nature": chain.nature,
        "confidence": chain.confidence,
        "undecided": chain.is_undecided,
        "hops": chain.hops,
        "steps": [asdict(step) for step in chain.steps],
    }

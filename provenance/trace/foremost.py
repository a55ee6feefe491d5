"""The few chains of a trace that matter most, and what changed on the way of each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.trace.support import teller
from provenance.trace.wordings import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.trace.drift import Drift
    from provenance.trace.report import Trace
    from provenance.trace.result import Chain, Origin


def foremost(trace: Trace, most: int) -> list[Chain]:
    """To the latest article from each origin, those that most lead to first; then those on which the wording changed.

    Denials and refusals to confirm come after what asserts the claim, and one of them is among the chains however many
    assert it. At most `most`; where nothing is decided, the surest.
    """
    asserting = _latest([one for one in trace.origins if one.assertion is Assertion.ASSERTS], trace)
    against = _latest([one for one in trace.origins if one.assertion is not Assertion.ASSERTS], trace)
    found = [*asserting[: most - min(1, len(against))], *against] or sorted(
        trace.chains, key=lambda one: -one.confidence
    )[:most]
    told = {change for chain in found for change in _changes(chain, trace)}
    for chain in sorted(trace.chains, key=lambda one: (-len(_changes(one, trace)), _lateness(one))):
        if new := _changes(chain, trace) - told:
            told |= new
            found.append(chain)
    return found[:most]


def origin_of(chain: Chain, trace: Trace) -> Origin | None:
    """Where it ends; None where it is undecided."""
    return next((one for one in trace.origins if not chain.is_undecided and _ends_at(chain, one, trace)), None)


def drifts(chain: Chain, trace: Trace) -> list[Drift]:
    """What changed from one article to the next on the way of `chain`, the earliest first."""
    articles = [(step.reached, step.who) for step in reversed(chain.steps) if step.statement]
    ways = {(earlier, key): at for at, (before, (key, _)) in enumerate(pairwise(articles)) for earlier in before}
    found = [
        (ways[earlier, one.later.article], one)
        for one in trace.drifts
        for earlier in (one.earlier.article, one.earlier.publisher)
        if (earlier, one.later.article) in ways
    ]
    return list(dict.fromkeys(one for _, one in sorted(found, key=lambda each: each[0])))


def _latest(origins: Sequence[Origin], trace: Trace) -> list[Chain]:
    """From each of `origins`, the chain that leads to its latest article."""
    decided = [one for one in trace.chains if not one.is_undecided]
    ways = ([chain for chain in decided if _ends_at(chain, one, trace)] for one in origins)
    return [max(chains, key=_lateness) for chains in ways if chains]


def _lateness(chain: Chain) -> tuple[str, float, str]:
    article = chain.steps[0]
    return article.date, chain.confidence, article.reached


def _changes(chain: Chain, trace: Trace) -> set[tuple[str, str]]:
    """The wordings that changed on its way."""
    return {(one.before, one.after) for one in drifts(chain, trace) if one.kind is not ChangeKind.DROPPED}


def _ends_at(chain: Chain, origin: Origin, trace: Trace) -> bool:
    last = chain.steps[-1]
    return (teller(trace.traced, last.node), last.assertion, chain.nature) == (
        origin.node,
        origin.assertion,
        origin.nature,
    )

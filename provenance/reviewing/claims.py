"""Which statements people hold to make one claim, and which not: what a clustering of statements must heed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions import Action, Subject, standing
from provenance.model import LinkKind
from provenance.reviewing.agents import Pair, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.decisions import Decision

JOINS = frozenset({Action.MERGE, Action.CONFIRM})


def must(decisions: Iterable[Decision]) -> frozenset[Pair]:
    """Pairs of attribution IRIs, each in order, whose statements make one claim."""
    return frozenset(pair for pair, joined in _verdicts(decisions).items() if joined)


def cannot(decisions: Iterable[Decision]) -> frozenset[Pair]:
    """Pairs of attribution IRIs, each in order, whose statements make two claims."""
    return frozenset(pair for pair, joined in _verdicts(decisions).items() if not joined)


def _verdicts(decisions: Iterable[Decision]) -> dict[Pair, bool]:
    """The last word on each pair."""
    verdicts: dict[Pair, bool] = {}
    for decision in standing(decisions):
        if decision.about is Subject.CLAIM or decision.link is LinkKind.SAME_CLAIM:
            first, *others = (target.iri for target in decision.targets)
            verdicts |= {in_order(first, other): decision.action in JOINS for other in others if other != first}
    return verdicts

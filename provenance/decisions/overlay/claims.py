"""Which statements people hold to make one claim, and which not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from provenance.decisions.overlay.agents import Pair, in_order
from provenance.decisions.values import Action, Subject, standing
from provenance.model import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.decisions.values import Decision

JOINS = frozenset({Action.MERGE, Action.CONFIRM})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether `other` makes the claim of `stays`, both attributions by IRI; where it does not, it is what leaves."""

    stays: str
    other: str
    joined: bool


def verdicts(decisions: Iterable[Decision]) -> tuple[Verdict, ...]:
    """The last word on each pair, in the order in which these were spoken."""
    found: dict[Pair, Verdict] = {}
    for decision in standing(decisions):
        if decision.about is Subject.CLAIM or decision.link is LinkKind.SAME_CLAIM:
            first, *others = (target.iri for target in decision.targets)
            for other in others:
                if other != first:
                    found.pop(in_order(first, other), None)
                    found[in_order(first, other)] = Verdict(first, other, decision.action in JOINS)
    return tuple(found.values())


def must(decisions: Iterable[Decision]) -> frozenset[Pair]:
    """Pairs of attribution IRIs, each in order, whose statements make one claim."""
    return frozenset(in_order(one.stays, one.other) for one in verdicts(decisions) if one.joined)


def homes(spoken: Iterable[Verdict], found: Mapping[str, str]) -> dict[str, int]:
    """The number of the group of each statement and each claim in `found`, as the verdicts `spoken` leave them.

    `found` gives for the statements decided upon the claim that the program found, both by IRI; a statement that is
    not in it goes with its claim. To join puts two groups together; to leave takes one statement out of the group that
    it shares with the other, into one of its own. What is spoken later comes later.
    """
    numbers = count()
    number = {claim: next(numbers) for claim in sorted(set(found.values()))}
    home = number | {statement: number[claim] for statement, claim in found.items()}
    for one in spoken:
        if one.stays not in home or one.other not in home:
            continue
        into, out = home[one.stays], home[one.other]
        if one.joined and into != out:
            home |= {name: into for name, group in home.items() if group == out}
        elif not one.joined and into == out:
            home[one.other] = next(numbers)
    return home

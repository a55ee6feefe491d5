"""What two origins that nothing tells apart have in common: the words, the report, the day."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from provenance.trace.origin_identity.pair import Verdict, Why

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from provenance.trace.origin_identity.telling import Telling

OPEN = frozenset({Why.MAY_INCLUDE, Why.UNNAMED, Why.ONE_DOCUMENT, Why.NO_SOURCE, Why.NOT_RETRIEVED})
"""Reasons that say no more than that nothing is known."""
UNNAMED = frozenset({Why.UNNAMED, Why.ONE_DOCUMENT})
COPIED = 5
"""Content words, one after another, that nobody chooses twice."""
DAY = len("2031-02-03")


def common(verdict: Verdict, here: Sequence[Telling], there: Sequence[Telling]) -> Verdict:
    """`verdict`, or a closer reason where two of the places in which the claim is laid to the origins give one."""
    if verdict.why not in OPEN:
        return verdict
    for why, shared in _REASONS.items():
        found = next(filter(None, (shared(one, other) for one, other in product(here, there))), "")
        if found and (why is Why.SAME_WORDS or verdict.why in UNNAMED):
            return verdict._replace(why=why, shared=found)
    return verdict


def _same_words(one: Telling, other: Telling) -> str:
    copied = one.statement == other.statement and len(one.statement) >= COPIED
    return " ".join(one.statement) if copied and one.shown.told_in != other.shown.told_in else ""


def _one_report(one: Telling, other: Telling) -> str:
    same = one.report == other.report and one.shown.told_in == other.shown.told_in
    return one.outlet if same and one.is_retold == other.is_retold else ""


def _relayed(one: Telling, other: Telling) -> str:
    return one.outlet if one.report == other.report and one.is_retold | other.is_retold else ""


def _one_day(one: Telling, other: Telling) -> str:
    return one.day if one.day == other.day and len(one.day) == DAY else ""


_REASONS: dict[Why, Callable[[Telling, Telling], str]] = {
    Why.SAME_WORDS: _same_words,
    Why.ONE_REPORT: _one_report,
    Why.RELAYED: _relayed,
    Why.ONE_DAY: _one_day,
}
"""The closest first."""

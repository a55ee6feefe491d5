"""The verdict: what a trace comes to, in values; `views.prose.verdict` says it in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.trace.result import Nature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.trace.choke import ChokePoint
    from provenance.trace.independence import Independence
    from provenance.trace.result import Origin
    from provenance.trace.timing import Appearance


class Ground(StrEnum):
    """What a claim rests on."""

    NOTHING = "no article"
    UNDECIDED = "undecided statements alone"
    NOBODY = "nobody who says so"
    CIRCLE = "articles taken from each other"
    UNSOURCED = "no source that is named"
    ONE_SOURCE = "one source"
    ONE_REPORT = "one report"
    SEVERAL = "several sources"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a claim rests on, since when it has been told, and who speaks against it.

    `articles` counts those that carry the claim, or, where nobody says so, those that tell of it. `asserting`,
    `denying` and `unconfirming` are origins, those that most articles lead to first. `low` and `high` are how many are
    independent, `through` whom most or all of the articles have it. `undecided` counts the statements that were left
    out because who made them is.
    """

    ground: Ground
    articles: int
    asserting: tuple[Origin, ...]
    denying: tuple[Origin, ...]
    unconfirming: tuple[Origin, ...]
    low: int
    high: int
    through: ChokePoint | None
    since: Appearance | None
    undecided: int


def verdict(
    origins: Sequence[Origin],
    independence: Independence,
    chokes: Sequence[ChokePoint],
    since: Appearance | None = None,
    undecided: int = 0,
) -> Verdict:
    """`undecided` counts the statements that were left out because who made them is."""
    asserting = _that(Assertion.ASSERTS, origins)
    whole = next((one for one in chokes if one.every), None)
    through = whole or next(iter(chokes), None)
    return Verdict(
        ground=_ground(origins, asserting, independence, undecided),
        articles=len({key for one in asserting or origins for key in one.articles}),
        asserting=asserting,
        denying=_that(Assertion.DENIES, origins),
        unconfirming=_that(Assertion.DOES_NOT_CONFIRM, origins),
        low=independence.low,
        high=independence.high,
        through=through,
        since=since,
        undecided=undecided,
    )


def _that(assertion: Assertion, origins: Sequence[Origin]) -> tuple[Origin, ...]:
    return tuple(one for one in origins if one.assertion is assertion)


def _ground(
    origins: Sequence[Origin],
    asserting: Sequence[Origin],
    independence: Independence,
    undecided: int,
) -> Ground:
    if not asserting:
        return Ground.NOBODY if origins else Ground.UNDECIDED if undecided else Ground.NOTHING
    if independence.high > 1:
        return Ground.SEVERAL
    natures = {one.nature for one in asserting}
    if natures == {Nature.CIRCLE}:
        return Ground.CIRCLE
    if natures == {Nature.UNSPECIFIED}:
        return Ground.UNSOURCED
    if len(asserting) > 1 or natures <= {Nature.TRAIL_ENDS, Nature.OWN_REPORTING}:
        return Ground.ONE_REPORT
    return Ground.ONE_SOURCE

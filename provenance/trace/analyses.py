"""The analyses of a trace: a new one is a file of its own beside these, and a line in `ANALYSES`.

What one finds that is no field of `Trace` stands in its `further`, under its name: records hold its fields, and the
report says them, in a sentence where `views.prose.further` has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from provenance.trace.choke import choke_points
from provenance.trace.drift import drifts
from provenance.trace.fetch import to_fetch
from provenance.trace.independence import independence
from provenance.trace.loops import loops
from provenance.trace.origin_identity import origin_pairs
from provenance.trace.origins import counting
from provenance.trace.timing import disorders, earliest

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.trace.concluded import Concluded
    from provenance.trace.result import Origin
    from provenance.trace.walk import Walk

Finding = TypeVar("Finding")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What there is to analyse: `up` is every way from the statements, `sure` those that are decided.

    `support` has those that end in one who asserts the claim; `behind` is that, or all that is sure where nobody does.
    They lead to the `origins`. `claim` are the words that were asked for, empty where it was asked for by IRI.
    """

    claim: str
    up: Walk
    sure: Walk
    support: Walk
    behind: Walk
    origins: tuple[Origin, ...]
    concluded: Concluded


@dataclass(frozen=True, slots=True)
class Analysis(Generic[Finding]):
    """`of` finds frozen values in codes, or tuples of them, without a sentence."""

    name: str
    of: Callable[[Grounds], Finding]


INDEPENDENCE = Analysis("independence", lambda on: independence(on.behind, on.origins, on.concluded))
ORIGIN_PAIRS = Analysis("origin_pairs", lambda on: origin_pairs(on.behind, counting(on.origins), on.concluded))
CHOKE_POINTS = Analysis("choke_points", lambda on: choke_points(on.support))
LOOPS = Analysis("loops", lambda on: loops(on.up.graph))
DRIFTS = Analysis("drifts", lambda on: drifts(on.sure))
EARLIEST = Analysis("earliest", lambda on: earliest(on.support))
DISORDERS = Analysis("disorders", lambda on: disorders(on.up))
TO_FETCH = Analysis("to_fetch", lambda on: to_fetch(on.sure, on.claim))

ANALYSES: list[Analysis[Any]] = [
    INDEPENDENCE,
    ORIGIN_PAIRS,
    CHOKE_POINTS,
    LOOPS,
    DRIFTS,
    EARLIEST,
    DISORDERS,
    TO_FETCH,
]


class Findings:
    """What each of `ANALYSES` finds."""

    def __init__(self, on: Grounds) -> None:
        self._found = {one.name: one.of(on) for one in ANALYSES}

    def __getitem__(self, analysis: Analysis[Finding]) -> Finding:
        return cast("Finding", self._found[analysis.name])

    def beyond(self, names: frozenset[str]) -> dict[str, Any]:
        """What was found under other names."""
        return {name: found for name, found in self._found.items() if name not in names}

"""What weakens a claim, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.trace.independence import Limit
from provenance.trace.origin_identity import UNNAMED
from provenance.trace.result import Nature
from provenance.trace.wording import one_line
from provenance.trace.wordings import ChangeKind
from provenance.views.prose import percent, quoted, styled
from provenance.views.prose.identity import reason
from provenance.views.prose.one_text import shared
from provenance.views.prose.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

    from provenance.trace.choke import ChokePoint
    from provenance.trace.drift import Drift, Wording
    from provenance.trace.loops import Citation, Loop
    from provenance.trace.report import Trace
    from provenance.trace.result import Origin
    from provenance.trace.timing import Disorder
    from provenance.views.prose import Part

SHOWN = 8
"""The most of one sort."""
LOW = 0.6
"""A link that is less sure than this is named."""

Item = list["list[Part]"]


def weaknesses(trace: Trace) -> list[Text]:
    """Choke points, unnamed sources, trail ends, what cannot be told apart, loops, drift, disorder, unsure links."""
    sorts: list[list[Item]] = [
        [_choke(one) for one in trace.choke_points],
        list(_withheld([one for one in trace.origins if one.assertion is Assertion.ASSERTS])),
        [[[(reason(one), "")]] for one in trace.independence.reasons if one.limit is not Limit.MAY_BE_ONE],
        [[[(one_line(f"The same text in two articles: {shared(one)}"), "")]] for one in trace.one_text],
        [_loop(one) for one in trace.loops],
        [_drift(one) for one in trace.drifts],
        [_disorder(one) for one in trace.disorders],
        list(_unsure(trace)),
    ]
    return [styled(*item) for sort in sorts for item in _few(sort)]


def _few(items: Sequence[Item]) -> Iterator[Item]:
    yield from items[:SHOWN]
    if len(items) > SHOWN:
        yield [[(f"… and {len(items) - SHOWN} more such", "dim")]]


def _choke(point: ChokePoint) -> Item:
    report = f", by its article {point.report}" if point.report else ""
    if point.every:
        whole = "The article passes" if point.of == 1 else f"All {point.of} articles pass"
        return [[(f"{whole} through ", ""), (point.who, "bold"), (report, "")]]
    return [[(f"{len(point.articles)} of {point.of} articles pass through ", ""), (point.who, "bold"), (report, "")]]


def _withheld(asserting: Sequence[Origin]) -> Iterator[Item]:
    natures = {one.nature for one in asserting}
    if natures and natures <= UNNAMED | {Nature.UNSPECIFIED}:
        yield [[("Only unnamed sources stand behind it", "")]]
    ends = list(dict.fromkeys(one.name for one in asserting if one.nature is Nature.TRAIL_ENDS))
    if ends:
        yield [[(f"The trail ends at {_some(ends)}, not retrieved", "")]]


def _loop(loop: Loop) -> Item:
    return [
        [(f"{_some(loop.members)} cite each other in a circle", "")],
        *(_citation(one) for one in loop.citations[:SHOWN]),
    ]


def _citation(one: Citation) -> list[Part]:
    return [(f"{one.told_in}: {quoted(one.evidence, one.spans)}", "dim")]


def _drift(drift: Drift) -> Item:
    earlier, later = drift.earlier.article, drift.later.article
    before, after = one_line(drift.before), one_line(drift.after)
    head = f"{drift.kind.value.capitalize()}: "
    sure = f", {percent(drift.confidence)}"
    if drift.kind is ChangeKind.DROPPED:
        return [[(f"{head}{earlier} names {before}, {later} only {after}{sure}", "")]]
    change = [(f"{head}“{before}” in {earlier}, “{after}” in {later}{sure}", "")]
    if drift.kind is ChangeKind.UPGRADED:
        return [change]
    return [change, _wording(drift.earlier), _wording(drift.later)]


def _wording(told: Wording) -> list[Part]:
    return [(f"{told.article}: {quoted(told.text, told.spans)}", "dim")]


def _disorder(one: Disorder) -> Item:
    published = one.published or "undated"
    date = f" of {one.date}" if one.date else ""
    words = f": “{one_line(one.proof)}”" if one.proof else ""
    return [[(f"An impossible order: {one.citing} ({published}) cites {one.cited}{date}{words}", "")]]


def _unsure(trace: Trace) -> Iterator[Item]:
    """Each hop of the chains shown that is less sure than `LOW`, once."""
    found = {
        (step.node, step.evidence): (step.confidence, chain.steps[index - 1], step)
        for chain in trace.chains
        for index, step in enumerate(chain.steps)
        if index and step.confidence < LOW
    }
    for confidence, before, step in sorted(found.values(), key=lambda one: (one[0], one[2].node)):
        words = one_line(step.evidence)
        sort = "undecided" if step.undecided else "unsure"
        yield [[(f"An {sort} link: {before.who} → {step.who}, {percent(confidence)}: {words}", "")]]


def _some(names: Iterable[str]) -> str:
    known = list(names)
    more = len(known) - SHOWN
    return f"{', '.join(known[:SHOWN])} and {more} more" if more > 0 else listed(known)

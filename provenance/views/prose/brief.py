"""A chain in one line: who told it on, what changed on the way, who denies it; and what is left out, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.model import RELAYS, Assertion
from provenance.trace.foremost import drifts, origin_of
from provenance.trace.result import CITED, RESOLVED
from provenance.trace.wording import one_line, shortened
from provenance.trace.wordings import ChangeKind
from provenance.views.prose.phrases import count
from provenance.views.prose.steps import ENDS, UNNAMED
from provenance.views.prose.verdict import described

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from provenance.trace.drift import Drift
    from provenance.trace.report import Trace
    from provenance.trace.result import Chain, Step

WORDS = 24
"""Characters of a wording that changed."""
USUAL = 20
"""Chains that a trace shows unless it is asked for more."""


class Note(NamedTuple):
    """What there is to say of a chain, and the same in fewer words."""

    words: str
    brief: str


def way(chain: Chain, trace: Trace) -> list[str]:
    """The tellers from the origin on; a report and its article are one."""
    origin = origin_of(chain, trace)
    *rest, last = [step for step in chain.steps if step.relation != RESOLVED] or chain.steps
    first = described(origin) if origin else one_line(last.who) or UNNAMED
    return [first, *map(_teller, reversed(rest))]


def notes(chain: Chain, trace: Trace) -> Iterator[Note]:
    """That it is undecided or denied, what became of the wording, who is no longer named."""
    last = chain.steps[-1]
    if chain.is_undecided:
        yield Note("UNDECIDED", "UNDECIDED")
    elif last.assertion is not Assertion.ASSERTS:
        yield Note(ENDS[last.assertion], ENDS[last.assertion])
    found = drifts(chain, trace)
    if changes := [one for one in found if one.kind is not ChangeKind.DROPPED]:
        yield Note(_changed(changes), _changed(changes[-1:]))
    if dropped := [shortened(one_line(one.before), WORDS) for one in found if one.kind is ChangeKind.DROPPED]:
        words = f"no longer named: {', '.join(dropped)}"
        yield Note(words, words if len(dropped) == 1 else f"{len(dropped)} no longer named")


def rest(trace: Trace, shown: Sequence[Chain], beside: Sequence[str]) -> str:
    """What is left out where only the chains `shown` are, and how to see it; `beside` is in words already."""
    told = {drift for chain in shown for drift in drifts(chain, trace)}
    origins = len(trace.origins) - len({origin_of(chain, trace) for chain in shown} - {None})
    left = [*_left_out(trace, len(trace.chains) - len(shown), told), *beside]
    left = [*([count(origins, "origin")] if origins else []), *left]
    what = f"Left out: {', '.join(left)}" if left else "No chain is left out"
    how = f"without --short, with --limit {len(trace.chains)}," if len(trace.chains) > USUAL else "without --short"
    return f"{what}; the same {how} shows all, and the words that prove each hop."


def _teller(step: Step) -> str:
    name = one_line(step.who) or UNNAMED
    return f"{name} (not in the store)" if step.reached == CITED and step.kind in RELAYS else name


def _changed(found: Sequence[Drift]) -> str:
    """Such as: “considering” → “plans to” → “will close”."""
    told = ""
    for one in found:
        before, after = map(_quoted, (one.before, one.after))
        told += f" → {after}" if told.endswith(before) else f"{', ' if told else ''}{before} → {after}"
    return told


def _quoted(words: str) -> str:
    return f"“{shortened(one_line(words), WORDS)}”" if words else "—"


def _left_out(trace: Trace, chains: int, told: Collection[Drift]) -> Iterator[str]:
    if chains or trace.more:
        yield count(chains, "chain") + (" and more" if trace.more else "")
    for number, noun, plural in (
        (len(set(trace.drifts) - set(told)), "change on the way", "changes on the way"),
        (len(trace.checks), "fact check", ""),
        (len(trace.loops), "circle", ""),
        (len(trace.disorders), "impossible order", ""),
        (len(trace.to_fetch), "report to fetch", "reports to fetch"),
        (len(trace.decisions), "decision", ""),
    ):
        if number:
            yield count(number, noun, plural)

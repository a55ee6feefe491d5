"""What a diagram of a trace shows, before any drawing language."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from provenance.model import RELAYS, Assertion, Kind
from provenance.trace.result import CITED, RESOLVED, Nature
from provenance.trace.wording import one_line, shortened
from provenance.views.prose import UNNAMED, got, sure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.trace.report import Trace
    from provenance.trace.result import Chain, Step

LINE = 30
LONGEST = 150


@dataclass(frozen=True, slots=True)
class Box:
    """A node: `shape` is "article", "report", "document", "own" (reporting) or a source's kind; `name` stands out."""

    node: str
    shape: str
    name: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From what was told to where it was taken from; `words` show it."""

    tail: str
    head: str
    label: tuple[str, ...]
    words: str
    asserted: bool


@dataclass(frozen=True, slots=True)
class Picture:
    claim: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def picture(trace: Trace) -> Picture:
    """Each node of the chains once. A cited report that was retrieved is drawn as the article it is."""
    boxes: dict[str, Box] = {}
    arrows: dict[tuple[str, str], Arrow] = {}
    for chain in trace.chains:
        boxes |= {step.node: _box(step, chain) for step in chain.steps}
        arrows |= {(arrow.tail, arrow.head): arrow for arrow in _arrows(chain)}
    drawn = {node for ends in arrows for node in ends}
    return Picture(
        shortened(one_line(trace.claim), LONGEST),
        tuple(box for node, box in boxes.items() if node in drawn),
        tuple(arrows.values()),
    )


def _arrows(chain: Chain) -> Iterator[Arrow]:
    tail, report = chain.steps[0], None
    for step, after in zip_longest(chain.steps[1:], chain.steps[2:]):
        if after and after.relation == RESOLVED:
            report = step
        elif report:
            label = (_label(report), f"matched, {sure(step)}")
            yield Arrow(tail.node, step.node, label, f"“{report.evidence}”: {step.evidence}", asserted=True)
            tail, report = step, None
        else:
            asserted = step.assertion is Assertion.ASSERTS
            yield Arrow(tail.node, step.node, (_label(step),), step.evidence, asserted)
            tail = step


def _label(step: Step) -> str:
    return f"{got(step)}, {sure(step)}"


def _box(step: Step, chain: Chain) -> Box:
    if step.statement:
        lines = (step.date or "undated", *_wrapped(f"“{shortened(step.statement, LONGEST)}”"))
        return Box(step.node, "article", _name(step), lines)
    ends = step is chain.steps[-1]
    if not ends or (step.kind in RELAYS and chain.nature is not Nature.OWN_REPORTING):
        shape = "document" if step.kind == Kind.DOCUMENT else "report"
        missing = [CITED] if step.reached == CITED and step.kind in RELAYS else []
        halt = [str(chain.nature)] if ends and chain.nature in {Nature.TRAIL_ENDS, Nature.CIRCLE} else []
        return Box(step.node, shape, _name(step), (*missing, *halt))
    if step.kind == Kind.UNSPECIFIED:
        return Box(step.node, "unspecified", ("no one named",), (f"“{step.who}”",))
    reason = f"“{shortened(step.reason, LONGEST)}”" if step.reason else ""
    nature = "" if chain.nature is Nature.PERSON else str(chain.nature)
    shape = {Nature.ANONYMOUS: "anonymous", Nature.OWN_REPORTING: "own"}.get(chain.nature, str(step.kind))
    return Box(
        step.node, shape, _name(step), (*_wrapped(shortened(step.role, LONGEST)), *_wrapped(nature), *_wrapped(reason))
    )


def _name(step: Step) -> tuple[str, ...]:
    return _wrapped(shortened(step.who, LONGEST)) or (UNNAMED,)


def _wrapped(text: str) -> tuple[str, ...]:
    return tuple(wrap(text, LINE))

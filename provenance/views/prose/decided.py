"""What people decided, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions import Subject
from provenance.iris import cited_parts
from provenance.trace.wording import one_line, shortened

if TYPE_CHECKING:
    from provenance.decisions import Correction, Decision, Target

WIDTH = 80
"""The most characters of a statement that are shown."""


def what(decision: Decision) -> str:
    """What was decided upon, on one line."""
    ends = [_named(target) for target in decision.targets]
    match decision.about:
        case Subject.LINK:
            about = f"{decision.link}: {' = '.join(ends)}"
        case Subject.CLAIM:
            about = f"claim of {ends[0]}: {', '.join(ends[1:])}"
        case _:
            about = f"{decision.about} {', '.join(ends)}"
    return "; ".join([about, *map(_corrected, decision.corrections)])


def _named(target: Target) -> str:
    """A statement by its words, anything else by its name."""
    if target.anchor is None:
        return one_line(target.name) or target.iri
    words = f"“{shortened(one_line(' … '.join(target.anchor.exact)), WIDTH)}”"
    _, position = cited_parts(target.iri)
    return words if position is None else f"what is cited in {words}"


def _corrected(correction: Correction) -> str:
    hop = "" if correction.hop is None else f" of source {correction.hop + 1}"
    return f"{correction.field}{hop}: {one_line(correction.value) or 'none'}"

"""What stands on a line: how it was passed on and how sure that is, and what became of the wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.views.diagram.lettering import width
from provenance.views.prose import percent

if TYPE_CHECKING:
    from provenance.views.diagram.model import Line

SIZE, LEADING = 10.5, 13.0
"""Pixels, of the letters and from one line to the next."""
SIDE = 5.0
SHOWN = 2
"""Changes of wording that are shown on one line."""


@dataclass(frozen=True, slots=True)
class Label:
    """`words` say how, `changes` what became of the wording; `width` and `height` in pixels."""

    words: str
    changes: tuple[str, ...]
    width: float
    height: float


def label(line: Line) -> Label:
    doubt = ", undecided" if line.is_undecided else ""
    matched = ", matched" if line.is_matched else ""
    circle = "back in a circle: " if line.closes_circle else ""
    words = f"{circle}{line.how}, {percent(line.confidence)}{doubt}{matched}"
    more = len(line.changes) - SHOWN
    changes = (*line.changes[:SHOWN], *([f"and {more} more"] if more > 0 else []))
    widest = max(width(words, SIZE), *(width(row, SIZE, bold=True) for row in changes), 0.0)
    return Label(words, changes, widest + 2 * SIDE, LEADING * (1 + len(changes)) + 4)

"""A line's way as a smooth path, and what stands at its end."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = tuple[float, float]

BEND = 18.0
"""The most pixels before and after a bend that are rounded."""
ARROW, BAR = 7.0, 6.0


def thickness(confidence: float) -> float:
    """In pixels, from 0.8 where nothing is sure to 2.8."""
    return 0.8 + 2.0 * confidence


def track(points: Sequence[Point], *, blunt: bool) -> tuple[str, str]:
    """The way along `points`, and its end: an arrow's head, or a bar where it is `blunt`."""
    (before, at), tip = points[-2:], points[-1]
    span = hypot(at[0] - before[0], at[1] - before[1]) or 1.0
    along = (at[0] - before[0]) / span, (at[1] - before[1]) / span
    stop = (tip[0] - along[0] * (3.0 if blunt else ARROW), tip[1] - along[1] * (3.0 if blunt else ARROW))
    return _smooth([*points[:-1], stop]), _bar(stop, along) if blunt else _head(tip, along)


def _smooth(points: Sequence[Point]) -> str:
    """Straight between bends, each bend a quadratic curve."""
    steps = [f"M{_at(points[0])}"]
    for before, bend, after in zip(points, points[1:], points[2:], strict=False):
        steps.append(f"L{_at(_toward(bend, before))}Q{_at(bend)} {_at(_toward(bend, after))}")
    return "".join([*steps, f"L{_at(points[-1])}"])


def _toward(bend: Point, end: Point) -> Point:
    """Where a curve around `bend` meets the straight line to `end`."""
    length = hypot(end[0] - bend[0], end[1] - bend[1]) or 1.0
    share = min(BEND, length / 2) / length
    return bend[0] + (end[0] - bend[0]) * share, bend[1] + (end[1] - bend[1]) * share


def _head(tip: Point, along: Point) -> str:
    back = tip[0] - along[0] * (ARROW + 1.5), tip[1] - along[1] * (ARROW + 1.5)
    across = -along[1] * ARROW * 0.55, along[0] * ARROW * 0.55
    left, right = (back[0] + across[0], back[1] + across[1]), (back[0] - across[0], back[1] - across[1])
    return f"M{_at(tip)}L{_at(left)}L{_at(right)}Z"


def _bar(at: Point, along: Point) -> str:
    across = -along[1] * BAR, along[0] * BAR
    return f"M{_at((at[0] + across[0], at[1] + across[1]))}L{_at((at[0] - across[0], at[1] - across[1]))}"


def _at(point: Point) -> str:
    return ",".join(f"{value:.1f}".removesuffix(".0") for value in point)

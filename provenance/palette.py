"""The colours of pictures and of files that programs draw; the colour-blind tell them apart (Okabe and Ito 2008)."""

from __future__ import annotations

from typing import NamedTuple


class Tint(NamedTuple):
    """An outline and what it encloses, as `#rrggbb`."""

    line: str
    fill: str


ARTICLE = Tint("#0072b2", "#edf5fb")
REPORT = Tint("#b35c00", "#fff8ec")
DOCUMENT = Tint("#7d6a00", "#fdfbe8")
SPEAKER = Tint("#00795a", "#e8f6f0")
UNNAMED = Tint("#555555", "#eeeeee")
NOBODY = Tint("#555555", "#ffffff")
TOGETHER = Tint("#555555", "#f4f4f4")
DENIAL = "#b3261e"
CIRCLE = "#a05a00"
CHANGE = "#7b2d74"
INK, SOFT, LINE = "#1d2733", "#3d4a57", "#5a6672"

ON_SCREEN = {"article": "#0087d7", "origin": "#5f8700", "change": "#d75f00", "decision": "#af5faf"}
"""Colours of a terminal, of the 256 that no theme changes: each is read on a light and on a dark ground."""


def rgb(colour: str) -> dict[str, int]:
    """`#rrggbb` as its parts, from 0 to 255."""
    return {part: int(colour[at : at + 2], 16) for part, at in (("r", 1), ("g", 3), ("b", 5))}

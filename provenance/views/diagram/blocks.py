"""A box as lettered: which lines it has, in which style, and how large it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.views.diagram.lettering import broken, width
from provenance.views.diagram.model import Shape
from provenance.views.prose.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.views.diagram.model import Box

WIDEST = {Shape.ARTICLE: 236.0, Shape.ARTICLES: 236.0}
WIDE = 200.0
"""The most pixels that a line of a box takes."""
GLYPH = 20.0
"""What the sign before a name takes."""
SIDES = {
    Shape.PERSON: 18.0,
    Shape.GROUP: 20.0,
    Shape.SOURCES: 18.0,
    Shape.ANONYMOUS: 18.0,
    Shape.UNSPECIFIED: 18.0,
    Shape.ORGANIZATION: 15.0,
}
SIDE, TOP = 12.0, 9.0
"""Pixels between the outline and what stands in it."""
WORDINGS, WORDING_LINES, NAME_LINES, NOTE_LINES = 2, 3, 2, 2


@dataclass(frozen=True, slots=True)
class Style:
    """`size` and `leading` in pixels, the latter from one line to the next; `name` is that of the style in the file."""

    name: str
    size: float
    leading: float
    is_bold: bool = False


TAG = Style("tag", 9.5, 13.0, is_bold=True)
NAME = Style("name", 13.5, 17.0, is_bold=True)
DATE = Style("date", 11.0, 15.0)
NOTE = Style("note", 11.0, 14.5)
WORDING = Style("wording", 11.5, 15.0)


@dataclass(frozen=True, slots=True)
class Lettered:
    """`x` from the left edge of the box, `y` of the base line from its upper one."""

    words: str
    style: Style
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Block:
    """`glyph` is the `y` of the middle of the sign before the name; `rule` that of the line under an article's head."""

    box: Box
    width: float
    height: float
    lines: tuple[Lettered, ...]
    glyph: float
    rule: float


def block(box: Box) -> Block:
    """`box`, as wide as its longest line."""
    side = SIDES.get(box.shape, SIDE)
    rows = list(_rows(box))
    y, lines, glyph, rule = TOP, [], 0.0, 0.0
    for number, (words, style) in enumerate(rows):
        after = rows[number - 1][1] if number else None
        if style is WORDING and after is not WORDING:
            rule = y + 4.0
            y += 8.0
        y += style.leading
        glyph = glyph or (y - style.leading * 0.24 - style.size * 0.34 if style is NAME else 0.0)
        lines.append(Lettered(words, style, side + (GLYPH if style in (NAME, DATE) else 0.0), y - style.leading * 0.24))
    widest = max(one.x + width(one.words, one.style.size, bold=one.style.is_bold) for one in lines)
    return Block(box, widest + side, y + TOP, tuple(lines), glyph, rule)


def _rows(box: Box) -> Iterator[tuple[str, Style]]:
    most = WIDEST.get(Shape(box.shape), WIDE)
    tags = [word for word, holds in (("ORIGIN", box.is_origin), ("BOTTLENECK", box.is_bottleneck)) if holds]
    if tags:
        yield " · ".join(tags), TAG
    yield from ((line, NAME) for line in broken(box.name, NAME.size, most - GLYPH, bold=True, lines=NAME_LINES))
    if box.date or box.shape is Shape.ARTICLE:
        yield box.date or "undated", DATE
    for note in box.notes:
        yield from ((line, NOTE) for line in broken(note, NOTE.size, most, lines=NOTE_LINES))
    for wording in box.wordings[:WORDINGS]:
        yield from ((line, WORDING) for line in broken(f"“{wording}”", WORDING.size, most, lines=WORDING_LINES))
    if more := len(box.wordings) - WORDINGS:
        yield from [(f"and {count(more, 'more wording')}", NOTE)] if more > 0 else []

"""What the outlines and lines of a picture mean: only of those that are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from provenance.model import Assertion
from provenance.views.diagram.lettering import width
from provenance.views.diagram.model import Shape
from provenance.views.diagram.outlines import GLYPHS, outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.views.diagram.model import Picture

MEANINGS = {
    Shape.ARTICLE: "an article, and its wording",
    Shape.ARTICLES: "articles that had it from the same source",
    Shape.REPORT: "a report that is cited, not retrieved",
    Shape.PLATFORM: "a platform",
    Shape.DOCUMENT: "a document",
    Shape.PERSON: "a person",
    Shape.ORGANIZATION: "an organisation",
    Shape.GROUP: "a group",
    Shape.SOURCES: "other sources, together",
    Shape.ANONYMOUS: "a source that is not named",
    Shape.UNSPECIFIED: "no source given",
}
SIZE, LEADING, BETWEEN = 11.0, 24.0, 22.0
MINI = (26.0, 16.0)
"""Pixels of an outline in the legend."""


def legend(root: Element, shown: Picture, left: float, top: float, across: float) -> float:
    """Drawn from `left`, `top`, `across` pixels wide at most; where it ends."""
    group = SubElement(root, "g", {"class": "legend"})
    x, y = left, top
    for kind, words in _entries(shown):
        wide = MINI[0] + 8 + width(words, SIZE) + BETWEEN
        if x > left and x + wide > left + across:
            x, y = left, y + LEADING
        item = SubElement(group, "g", {"class": kind, "transform": f"translate({x:.1f},{y:.1f})"})
        if kind in GLYPHS:
            SubElement(item, "path", {"class": "outline", "d": outline(Shape(kind), *MINI)})
            sign = f"translate({MINI[0] / 2},{MINI[1] / 2}) scale(0.8)"
            SubElement(item, "path", {"class": "glyph", "d": GLYPHS[Shape(kind)], "transform": sign})
        else:
            SubElement(item, "path", {"class": "way", "d": f"M0,8H{MINI[0]}", "stroke-width": "2"})
        SubElement(item, "text", {"class": "key", "x": f"{MINI[0] + 8}", "y": "12"}).text = words
        x += wide
    return y + LEADING


def _entries(shown: Picture) -> Iterator[tuple[str, str]]:
    there = {box.shape for box in shown.boxes}
    yield from ((shape, meaning) for shape, meaning in MEANINGS.items() if shape in there)
    if shown.lines:
        yield "told", "the claim was passed on; the thicker, the surer"
    if any(line.is_undecided for line in shown.lines):
        yield "undecided", "undecided"
    if any(line.assertion is Assertion.DENIES for line in shown.lines):
        yield "denial", "denied"
    if any(line.assertion is Assertion.DOES_NOT_CONFIRM for line in shown.lines):
        yield "unconfirmed", "not confirmed"
    if any(line.closes_circle for line in shown.lines):
        yield "circle", "back where it came from"

"""A picture of a trace as SVG 1.1, drawn by the program itself: one file, no script, nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from provenance.model import Assertion
from provenance.trace.wording import legible
from provenance.views.diagram.folding import folded
from provenance.views.diagram.labels import LEADING
from provenance.views.diagram.layout import plan
from provenance.views.diagram.legend import legend
from provenance.views.diagram.lettering import broken
from provenance.views.diagram.model import Shape
from provenance.views.diagram.outlines import GLYPHS, inner, outline
from provenance.views.diagram.picture import picture
from provenance.views.diagram.styles import STYLES
from provenance.views.diagram.tracks import thickness, track

if TYPE_CHECKING:
    from provenance.trace.report import Trace
    from provenance.views.diagram.layout import Placed, Plan, Routed
    from provenance.views.diagram.model import Picture

MARGIN = 24.0
LEAST = 640.0
"""Pixels that a picture is wide at least, for its heading."""
CLAIM, VERDICT = (19.0, 25.0), (13.0, 18.0)
"""Size and leading of the heading's letters."""


def svg(trace: Trace) -> str:
    """The claim's travel from its origins, at the left, to the articles; time runs to the right.

    Where there are many articles, those alike are one box (`folding`). Raises ProvenanceError where the boxes cannot be
    laid out.
    """
    return drawn(folded(picture(trace)))


def drawn(shown: Picture) -> str:
    """`shown` as a file of SVG."""
    return tostring(element(shown, ""), encoding="unicode") + "\n"


def element(shown: Picture, prefix: str, style: str = STYLES) -> Element:
    """`shown` as an element of a page, whose names in it begin with `prefix`; no heading where it has no claim.

    `style` is empty where the page has `STYLES` from elsewhere.
    """
    laid = plan(shown)
    width = max(laid.width, LEAST) + 2 * MARGIN
    root = Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": f"{prefix}claim {prefix}verdict"},
    )
    _say(root, "title", shown.claim, id=f"{prefix}claim")
    _say(root, "desc", shown.verdict, id=f"{prefix}verdict")
    if style:
        SubElement(root, "style").text = style
    SubElement(root, "rect", {"class": "page", "width": "100%", "height": "100%"})
    y = _heading(root, shown, width)
    y = _dates(root, laid, y)
    graph = SubElement(
        root, "g", {"transform": f"translate({_px(MARGIN + (width - 2 * MARGIN - laid.width) / 2)},{_px(y)})"}
    )
    names, ids = shown.named, shown.ids
    for line in laid.lines:
        _line(graph, line, f"{prefix}{ids[line.line]}")
    for box in laid.boxes:
        _box(graph, box, f"{prefix}{names[box.block.box.node]}")
    for line in laid.lines:
        _label(graph, line, f"{prefix}{ids[line.line]}")
    y = legend(root, shown, MARGIN, y + laid.height + 34, width - 2 * MARGIN) + MARGIN
    root.attrib |= {"width": _px(width), "height": _px(y), "viewBox": f"0 0 {_px(width)} {_px(y)}"}
    indent(root, " ")
    return root


def _heading(root: Element, shown: Picture, width: float) -> float:
    """Claim and verdict above the picture; where they end."""
    y = MARGIN
    for words, kind, (size, leading) in ((shown.claim, "claim", CLAIM), (shown.verdict, "verdict", VERDICT)):
        for line in broken(words, size, width - 2 * MARGIN, bold=kind == "claim"):
            y += leading
            _text(root, line, MARGIN, y - leading * 0.25, kind)
    if shown.more:
        y += VERDICT[1]
        _text(root, "Not all chains are drawn: raise the limit to see more.", MARGIN, y - 4, "verdict")
    return y + 14


def _dates(root: Element, laid: Plan, y: float) -> float:
    """An arrow of time, and the day or days of each column of articles."""
    if not laid.dates:
        return y + 12
    across = max(laid.width, LEAST)
    shift = MARGIN + (across - laid.width) / 2
    SubElement(
        root, "path", {"class": "time", "d": f"M{_px(MARGIN)},{_px(y + 18)}H{_px(MARGIN + across)}l-6,-3m6,3l-6,3"}
    )
    for x, words in laid.dates:
        SubElement(root, "path", {"class": "time", "d": f"M{_px(shift + x)},{_px(y + 14)}v8"})
        _text(root, words, shift + x, y + 9, "day")
    return y + 38


def _box(graph: Element, placed: Placed, name: str) -> None:
    block, box = placed.block, placed.block.box
    marks = " origin" * box.is_origin + " bottleneck" * box.is_bottleneck
    group = SubElement(
        graph,
        "g",
        {"id": name, "class": f"box {box.shape}{marks}", "transform": f"translate({_px(placed.x)},{_px(placed.y)})"},
    )
    _say(group, "title", "\n".join((f"{box.name}{f', {box.date}' if box.date else ''}", *box.notes, *box.wordings)))
    SubElement(group, "path", {"class": "outline", "d": outline(box.shape, block.width, block.height)})
    if box.shape is Shape.GROUP:
        SubElement(group, "path", {"class": "inner", "d": inner(block.width, block.height)})
    if block.rule:
        SubElement(group, "path", {"class": "rule", "d": f"M0,{_px(block.rule)}H{_px(block.width)}"})
    name_at = next(line for line in block.lines if line.style.name == "name")
    sign = f"translate({_px(name_at.x - 11)},{_px(block.glyph)})"
    SubElement(group, "path", {"class": "glyph", "d": GLYPHS[box.shape], "transform": sign})
    for line in block.lines:
        _text(group, line.words, line.x, line.y, line.style.name)


def _line(graph: Element, routed: Routed, name: str) -> None:
    line = routed.line
    group = SubElement(graph, "g", {"id": name, "class": f"line {line.manner}"})
    _say(group, "title", line.evidence)
    way, end = track(routed.points, blunt=line.assertion is not Assertion.ASSERTS)
    SubElement(group, "path", {"class": "way", "d": way, "stroke-width": _px(thickness(line.confidence))})
    SubElement(group, "path", {"class": "end", "d": end})


def _label(graph: Element, routed: Routed, name: str) -> None:
    """Above all lines, on a ground of its own, so that it is read whatever crosses it."""
    label, (x, y) = routed.label, routed.at
    left, top = x - label.width / 2, y - label.height / 2
    place = {"x": _px(left), "y": _px(top), "width": _px(label.width), "height": _px(label.height)}
    group = SubElement(graph, "g", {"class": "words", "id": f"{name}-words"})
    SubElement(group, "rect", {"class": "ground", "rx": "3", **place})
    for number, words in enumerate((label.words, *label.changes), 1):
        kind = "how" if number == 1 else "change"
        _text(group, words, x, top + number * LEADING - 1, f"label {kind} {routed.line.manner}")


def _text(parent: Element, words: str, x: float, y: float, kind: str) -> None:
    SubElement(parent, "text", {"class": kind, "x": _px(x), "y": _px(y)}).text = legible(words)


def _say(parent: Element, tag: str, words: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = legible(words)


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

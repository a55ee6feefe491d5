"""A picture of a trace as a Mermaid flowchart, as READMEs, wikis and issue trackers draw it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.palette import INK
from provenance.views.diagram.labels import label
from provenance.views.diagram.model import Shape
from provenance.views.diagram.picture import picture
from provenance.views.diagram.tints import TINTS
from provenance.views.diagram.written import lines, name

if TYPE_CHECKING:
    from provenance.trace.report import Trace
    from provenance.views.diagram.model import Box, Line

FRAMES = {
    Shape.ARTICLE: ("(", ")"),
    Shape.ARTICLES: ("[[", "]]"),
    Shape.REPORT: ("(", ")"),
    Shape.PLATFORM: (">", "]"),
    Shape.DOCUMENT: ("[/", "/]"),
    Shape.PERSON: ("([", "])"),
    Shape.ORGANIZATION: ("{{", "}}"),
    Shape.GROUP: ("([", "])"),
    Shape.SOURCES: ("([", "])"),
    Shape.ANONYMOUS: ("([", "])"),
    Shape.UNSPECIFIED: ("([", "])"),
}
DASHES = {Shape.REPORT: "5 4", Shape.PLATFORM: "5 4", Shape.ANONYMOUS: "5 4", Shape.UNSPECIFIED: "2 3"}
# Entity codes (Mermaid, "Entity codes to escape characters"); the rest of Unicode stands as it is.
SPECIAL = re.compile(r"[^\w\s.,:…’‘“”–—%+'/→-]")


def mermaid(trace: Trace) -> str:
    """From the origins, at the left, to the articles."""
    shown = picture(trace)
    names = shown.named
    used = dict.fromkeys(box.shape for box in shown.boxes)
    return "\n".join(
        [
            "---",
            f"title: {json.dumps(shown.claim, ensure_ascii=False)}",
            "---",
            "flowchart LR",
            *(_node(names[box.node], box) for box in shown.boxes),
            *(_edge(names[line.tail], names[line.head], line) for line in shown.lines),
            *(f"  classDef {shape} {_style(shape)}" for shape in used),
            "",
        ]
    )


def _node(node: str, box: Box) -> str:
    opening, closing = FRAMES[box.shape]
    heading = "<br/>".join(map(_text, name(box)))
    under = "".join(f"<br/>{_text(line)}" for line in lines(box))
    return f'  {node}{opening}"<b>{heading}</b>{under}"{closing}:::{box.shape}'


def _edge(tail: str, head: str, line: Line) -> str:
    shown = label(line)
    words = "<br/>".join(map(_text, (shown.words, *shown.changes)))
    return f'  {tail} {"-->" if line.assertion is Assertion.ASSERTS else "--x"}|"{words}"| {head}'


def _style(shape: Shape) -> str:
    dashes = f",stroke-dasharray:{DASHES[shape]}" if shape in DASHES else ""
    return f"fill:{TINTS[shape].fill},stroke:{TINTS[shape].line},color:{INK}{dashes}"


def _text(words: str) -> str:
    return SPECIAL.sub(lambda match: f"#{ord(match[0])};", words)

"""A picture of a trace as a Mermaid flowchart, as READMEs, wikis and issue trackers draw it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.views.diagram.labels import label
from provenance.views.diagram.model import Shape
from provenance.views.diagram.picture import picture
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
CLASSES = {
    Shape.ARTICLE: "fill:#edf5fb,stroke:#0072b2,color:#22303c",
    Shape.ARTICLES: "fill:#edf5fb,stroke:#0072b2,color:#22303c",
    Shape.REPORT: "fill:#fff8ec,stroke:#b35c00,color:#22303c,stroke-dasharray:5 4",
    Shape.PLATFORM: "fill:#fff8ec,stroke:#b35c00,color:#22303c,stroke-dasharray:5 4",
    Shape.DOCUMENT: "fill:#fdfbe8,stroke:#7d6a00,color:#22303c",
    Shape.PERSON: "fill:#e8f6f0,stroke:#00795a,color:#22303c",
    Shape.ORGANIZATION: "fill:#e8f6f0,stroke:#00795a,color:#22303c",
    Shape.GROUP: "fill:#e8f6f0,stroke:#00795a,color:#22303c",
    Shape.SOURCES: "fill:#f4f4f4,stroke:#555555,color:#22303c",
    Shape.ANONYMOUS: "fill:#eeeeee,stroke:#555555,color:#22303c,stroke-dasharray:5 4",
    Shape.UNSPECIFIED: "fill:#ffffff,stroke:#555555,color:#22303c,stroke-dasharray:2 3",
}
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
            *(f"  classDef {shape} {CLASSES[shape]}" for shape in used),
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


def _text(words: str) -> str:
    return SPECIAL.sub(lambda match: f"#{ord(match[0])};", words)

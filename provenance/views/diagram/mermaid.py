"""A trace as a Mermaid flowchart, as READMEs, wikis and issue trackers draw it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from provenance.views.diagram.model import picture

if TYPE_CHECKING:
    from provenance.trace.report import Trace
    from provenance.views.diagram.model import Arrow, Box

FRAMES = {
    "article": ("(", ")"),
    "report": ("(", ")"),
    "document": ("[/", "/]"),
    "person": ("([", "])"),
    "organization": ("{{", "}}"),
    "group": ("([", "])"),
    "anonymous": ("([", "])"),
    "unspecified": ("([", "])"),
    "own": ("[[", "]]"),
}
CLASSES = {
    "article": "fill:#e8f1fb,stroke:#3b6ea5,color:#22303c",
    "report": "fill:#fffdf5,stroke:#a07a1f,color:#22303c,stroke-dasharray:5 4",
    "document": "fill:#fffdf5,stroke:#a07a1f,color:#22303c,stroke-dasharray:5 4",
    "person": "fill:#e3f4e6,stroke:#2f7d46,color:#22303c",
    "organization": "fill:#e3f4e6,stroke:#2f7d46,color:#22303c",
    "group": "fill:#e3f4e6,stroke:#2f7d46,color:#22303c",
    "anonymous": "fill:#eeeeee,stroke:#666666,color:#22303c,stroke-dasharray:5 4",
    "unspecified": "fill:#ffffff,stroke:#666666,color:#22303c,stroke-dasharray:2 3",
    "own": "fill:#e3f4e6,stroke:#2f7d46,color:#22303c",
}
# Entity codes (Mermaid, "Entity codes to escape characters"); the rest of Unicode stands as it is.
SPECIAL = re.compile(r"[^\w\s.,:…’‘“”–—%+'/-]")


def mermaid(trace: Trace) -> str:
    """The chains from left to right, the origins at the right."""
    shown = picture(trace)
    names = {box.node: f"n{number}" for number, box in enumerate(shown.boxes)}
    used = dict.fromkeys(box.shape for box in shown.boxes)
    return "\n".join(
        [
            "---",
            f"title: {json.dumps(shown.claim, ensure_ascii=False)}",
            "---",
            "flowchart LR",
            *(_node(names[box.node], box) for box in shown.boxes),
            *(_edge(names[arrow.tail], names[arrow.head], arrow) for arrow in shown.arrows),
            *(f"  classDef {shape} {CLASSES[shape]}" for shape in used),
            "",
        ]
    )


def _node(name: str, box: Box) -> str:
    opening, closing = FRAMES[box.shape]
    title = "<br/>".join(map(_text, box.name))
    lines = "".join(f"<br/>{_text(line)}" for line in box.lines)
    return f'  {name}{opening}"<b>{title}</b>{lines}"{closing}:::{box.shape}'


def _edge(tail: str, head: str, arrow: Arrow) -> str:
    label = "<br/>".join(map(_text, arrow.label))
    return f'  {tail} {"-->" if arrow.asserted else "-.-x"}|"{label}"| {head}'


def _text(words: str) -> str:
    return SPECIAL.sub(lambda match: f"#{ord(match[0])};", words)

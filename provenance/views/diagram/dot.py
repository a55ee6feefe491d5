"""A picture of a trace in DOT, the language of Graphviz."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.palette import DENIAL
from provenance.views.diagram.labels import label
from provenance.views.diagram.model import Shape
from provenance.views.diagram.picture import picture
from provenance.views.diagram.tints import TINTS
from provenance.views.diagram.written import lines, name

if TYPE_CHECKING:
    from provenance.trace.report import Trace
    from provenance.views.diagram.model import Box, Line

FONT = 'fontname="Helvetica,Arial,sans-serif"'
GRAPH = f'{FONT}, fontsize=16, fontcolor="#22303c", nodesep=0.25, ranksep=0.45, pad=0.25, bgcolor=white'
NODE = f'{FONT}, fontsize=11, fontcolor="#22303c", margin="0.14,0.09", penwidth=1.3'
EDGE = f'{FONT}, fontsize=9, fontcolor="#4a5763", color="#4a5763", arrowsize=0.7'
SHAPES = {
    Shape.ARTICLE: 'shape=box, style="rounded,filled"',
    Shape.ARTICLES: 'shape=box3d, style="filled"',
    Shape.REPORT: 'shape=box, style="rounded,filled,dashed"',
    Shape.PLATFORM: 'shape=cds, style="filled,dashed"',
    Shape.DOCUMENT: 'shape=note, style="filled"',
    Shape.PERSON: 'shape=ellipse, style="filled"',
    Shape.ORGANIZATION: 'shape=octagon, style="filled"',
    Shape.GROUP: 'shape=ellipse, style="filled", peripheries=2',
    Shape.SOURCES: 'shape=ellipse, style="filled"',
    Shape.ANONYMOUS: 'shape=ellipse, style="filled,dashed"',
    Shape.UNSPECIFIED: 'shape=ellipse, style="filled,dotted"',
}
DENIED = f'style=dashed, color="{DENIAL}", fontcolor="{DENIAL}", arrowhead=tee'


def dot(trace: Trace) -> str:
    """From the origins, at the left, to the articles; the words of a relay are its arrow's tooltip."""
    shown = picture(trace)
    names = shown.named
    return "\n".join(
        [
            "digraph trace {",
            f"  graph [rankdir=LR, label={_string(shown.claim)}, labelloc=t, {GRAPH}];",
            f"  node [{NODE}];",
            f"  edge [{EDGE}];",
            *(_node(names[box.node], box) for box in shown.boxes),
            *(_edge(names[line.tail], names[line.head], line) for line in shown.lines),
            "}",
            "",
        ]
    )


def _node(node: str, box: Box) -> str:
    under = "".join(f"<br/>{_text(line)}" for line in lines(box))
    heading = "<br/>".join(map(_text, name(box)))
    return f"  {node} [label=<<b>{heading}</b>{under}>, {SHAPES[box.shape]}, {_colours(box.shape)}];"


def _colours(shape: Shape) -> str:
    return f'fillcolor="{TINTS[shape].fill}", color="{TINTS[shape].line}"'


def _edge(tail: str, head: str, line: Line) -> str:
    shown = label(line)
    words = "<br/>".join(map(_text, (shown.words, *shown.changes)))
    manner = "" if line.assertion is Assertion.ASSERTS else f", {DENIED}"
    manner += ", constraint=false" if line.closes_circle else ""
    return f"  {tail} -> {head} [label=<{words}>, edgetooltip={_string(line.evidence)}{manner}];"


def _text(words: str) -> str:
    """Words as Graphviz shows them: it reads entities, and backslashes in HTML-like labels too."""
    return escape(words, quote=False).replace("\\", "\\\\")


def _string(words: str) -> str:
    return '"' + _text(" ".join(words.split())).replace('"', "&quot;") + '"'

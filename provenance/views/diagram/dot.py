"""A trace in DOT, the language of Graphviz, and drawn by it."""

from __future__ import annotations

import subprocess
from html import escape
from typing import TYPE_CHECKING

from provenance.errors import MissingExtraError, ProvenanceError
from provenance.views.diagram.model import picture

if TYPE_CHECKING:
    from provenance.trace.report import Trace
    from provenance.views.diagram.model import Arrow, Box

SECONDS = 60
FONT = 'fontname="Helvetica,Arial,sans-serif"'
GRAPH = f'{FONT}, fontsize=16, fontcolor="#22303c", nodesep=0.25, ranksep=0.45, pad=0.25, bgcolor=white'
NODE = f'{FONT}, fontsize=11, fontcolor="#22303c", margin="0.14,0.09", penwidth=1.3'
EDGE = f'{FONT}, fontsize=9, fontcolor="#4a5763", color="#4a5763", arrowsize=0.7'
SHAPES = {
    "article": 'shape=box, style="rounded,filled", fillcolor="#e8f1fb", color="#3b6ea5"',
    "report": 'shape=box, style="rounded,filled,dashed", fillcolor="#fffdf5", color="#a07a1f"',
    "document": 'shape=note, style="filled,dashed", fillcolor="#fffdf5", color="#a07a1f"',
    "person": 'shape=ellipse, style="filled", fillcolor="#e3f4e6", color="#2f7d46"',
    "organization": 'shape=octagon, style="filled", fillcolor="#e3f4e6", color="#2f7d46"',
    "group": 'shape=ellipse, style="filled", peripheries=2, fillcolor="#e3f4e6", color="#2f7d46"',
    "anonymous": 'shape=ellipse, style="filled,dashed", fillcolor="#eeeeee", color="#666666"',
    "unspecified": 'shape=ellipse, style="filled,dotted", fillcolor="#ffffff", color="#666666"',
    "own": 'shape=box, style="filled", peripheries=2, fillcolor="#e3f4e6", color="#2f7d46"',
}
DENIED = 'style=dashed, color="#b3261e", fontcolor="#b3261e", arrowhead=tee'


def dot(trace: Trace) -> str:
    """The chains from left to right, the origins at the right; the words of a relay are its arrow's tooltip."""
    shown = picture(trace)
    names = {box.node: f"n{number}" for number, box in enumerate(shown.boxes)}
    return "\n".join(
        [
            "digraph trace {",
            f"  graph [rankdir=LR, label={_string(shown.claim)}, labelloc=t, {GRAPH}];",
            f"  node [{NODE}];",
            f"  edge [{EDGE}];",
            *(_node(names[box.node], box) for box in shown.boxes),
            *(_edge(names[arrow.tail], names[arrow.head], arrow) for arrow in shown.arrows),
            "}",
            "",
        ]
    )


def svg(trace: Trace) -> str:
    """The diagram, drawn by the `dot` program.

    Raises MissingExtraError where Graphviz is not installed, ProvenanceError where it fails or takes over a minute.
    """
    try:
        run = subprocess.run(
            ["dot", "-Tsvg"],  # noqa: S607 -- wherever Graphviz is installed
            input=dot(trace),
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=SECONDS,
        )
    except FileNotFoundError:
        raise MissingExtraError(
            "an SVG is drawn by Graphviz, whose program 'dot' was not found: install Graphviz "
            "(https://graphviz.org/download/), or view the trace as dot or mermaid text"
        ) from None
    except subprocess.TimeoutExpired:
        raise ProvenanceError(
            f"Graphviz took over {SECONDS} seconds to draw {len(trace.chains)} chains: lower the limit"
        ) from None
    except subprocess.CalledProcessError as error:
        raise ProvenanceError(f"Graphviz could not draw the trace: {' '.join(error.stderr.split())}") from None
    return run.stdout


def _node(name: str, box: Box) -> str:
    lines = "".join(f"<br/>{_text(line)}" for line in box.lines)
    name_lines = "<br/>".join(map(_text, box.name))
    return f"  {name} [label=<<b>{name_lines}</b>{lines}>, {SHAPES[box.shape]}];"


def _edge(tail: str, head: str, arrow: Arrow) -> str:
    label = "<br/>".join(map(_text, arrow.label))
    manner = "" if arrow.asserted else f", {DENIED}"
    return f"  {tail} -> {head} [label=<{label}>, edgetooltip={_string(arrow.words)}{manner}];"


def _text(words: str) -> str:
    """Words as Graphviz shows them: it reads entities, and backslashes in HTML-like labels too."""
    return escape(words, quote=False).replace("\\", "\\\\")


def _string(words: str) -> str:
    return '"' + _text(" ".join(words.split())).replace('"', "&quot;") + '"'

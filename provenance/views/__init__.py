"""Pictures of a trace: a report for the terminal, HTML for a notebook, Mermaid and DOT text, SVG by Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.views.diagram.dot import dot, svg
from provenance.views.diagram.mermaid import mermaid
from provenance.views.terminal.report import html, report, text
from provenance.views.terminal.tree import tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.trace.report import Trace

__all__ = ["VIEWS", "dot", "html", "mermaid", "report", "svg", "text", "tree"]

VIEWS: dict[str, Callable[[Trace], str]] = {"tree": text, "html": html, "mermaid": mermaid, "dot": dot, "svg": svg}
"""Each view that is a file's text; `report` itself is what a terminal prints."""

"""Pictures of a trace: a report for the terminal, a page of HTML, a diagram as SVG, PNG, PDF, Mermaid and DOT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.views.diagram.dot import dot
from provenance.views.diagram.mermaid import mermaid
from provenance.views.diagram.prints import pdf, png
from provenance.views.diagram.svg import svg
from provenance.views.page.page import page
from provenance.views.terminal.report import html, report, text
from provenance.views.terminal.tree import tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.trace.report import Trace

__all__ = [
    "ENDINGS",
    "PRINTS",
    "VIEWS",
    "dot",
    "html",
    "mermaid",
    "page",
    "pdf",
    "png",
    "report",
    "svg",
    "text",
    "tree",
]

VIEWS: dict[str, Callable[[Trace], str]] = {"tree": text, "html": page, "mermaid": mermaid, "dot": dot, "svg": svg}
"""Each view that is a file's text; `report` itself is what a terminal prints."""
PRINTS: dict[str, Callable[[Trace], bytes]] = {"png": png, "pdf": pdf}
"""Each view that is a file's bytes."""
ENDINGS = {".txt": "tree", ".html": "html", ".htm": "html", ".mmd": "mermaid", ".dot": "dot", ".gv": "dot"} | {
    f".{name}": name for name in ("svg", *PRINTS)
}
"""Which view a file's name asks for."""

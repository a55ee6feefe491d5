"""Marked-up text to plain text: the whole of it, as feeds and wires carry an article's body, with nothing around it.

Tags go by their local names, so that HTML, XHTML and NITF (https://iptc.org/standards/nitf/) are read alike.
Paragraphs, headings, list items and rows of tables are parted by blank lines, as `readers.html` parts them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from provenance.readers.decode import refuse_binary
from provenance.readers.fields import one_line
from provenance.readers.tree import html_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    "address article blockquote body bq block center dd div dl dt fn footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li "
    "main note ol p pre section summary table tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_LEFT_OUT = frozenset(
    "audio button canvas figure form head iframe map math media nav noscript object script select style svg template "
    "textarea video".split()
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def html_text(markup: str) -> str:
    """The text of HTML, a page or a fragment; empty where there is none. InputError where it is too much."""
    refuse_binary(markup)
    return text_of(html_tree(f"<div>{markup}</div>")) if markup.strip() else ""


def text_of(root: Any) -> str:
    """The text under an lxml element, what is not shown left out: scripts, pictures with their captions, forms."""
    return "\n\n".join(_paragraphs("".join(_pieces(root))))


def _pieces(root: Any) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        name, starts = re.split("[}:]", element.tag)[-1].lower(), event == "start"
        is_left_out = name in _LEFT_OUT or _is_hidden(element)
        if name in _BLOCKS:
            yield "\n\n"
        elif name == "br" and starts:
            yield "\n"
        elif name in _CELLS and starts and element.getprevious() is not None:
            yield " | "
        if starts and is_left_out:
            walk.skip_subtree()
        elif starts or element is not root:
            yield _SPACE.sub(" ", (element.text if starts else element.tail) or "")


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _paragraphs(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text):
        if lines := [line for line in map(one_line, block.split("\n")) if line]:
            yield "\n".join(lines)

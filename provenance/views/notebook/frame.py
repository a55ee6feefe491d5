"""A frame that reads well in a light and a dark notebook, whose style touches nothing outside of it."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from provenance.trace.wording import legible

if TYPE_CHECKING:
    from collections.abc import Iterable

CLASS = "provenance"


def framed(content: str, *styles: str) -> str:
    """`content`, which is HTML, as a fragment that brings its style, and `styles`, with it."""
    style = "".join(((files(__package__) / "notebook.css").read_text("utf8"), *styles))
    return f'<div class="{CLASS}"><style>{style}</style>{content}</div>'


def written(elements: Iterable[Element]) -> str:
    return "".join(tostring(one, encoding="unicode", method="html") for one in elements)


def element(tag: str, words: str = "", *content: Element, **attributes: str) -> Element:
    """`words`, then `content`; attributes are named as Python can: `class_`, `aria_label`."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    made.text = legible(words)
    made.extend(content)
    return made

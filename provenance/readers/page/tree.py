"""A page's source to its tree, bounded; then the tree without what no reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from provenance.errors import InputError
from provenance.readers.fields import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

ELEMENT_LIMIT = 20_000
"""Elements that a page may have; a long page of news has a fifth of it."""

ATTRIBUTE_LIMIT = 1_000
"""Attributes that one element may have."""

MOST = 0.4
"""Share of a page's letters from which on an element is the page itself, whatever its attributes say of it."""

_NEVER_SHOWN = (
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "audio",
    "video",
    "canvas",
)
_HIDDEN = "//*[@hidden or @aria-hidden='true' or @style[contains(., 'none') or contains(., 'hidden')]]"
_CLIPPED = re.compile(r"(?=.*position\s*:\s*absolute)(?=.*(?:width|height)\s*:\s*1px)", re.IGNORECASE | re.DOTALL)
"""How words for screen readers alone are hidden from view."""
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!\s*important\s*)?(?:;|$)", re.IGNORECASE
)


def tree(page: str) -> Any:
    """The lxml tree of a page's source. InputError where it is no HTML or goes beyond the limits."""
    data = page.encode()
    etree.fromstring(data, etree.HTMLParser(target=_Measure(), encoding="utf-8"))
    try:
        return document_fromstring(data, HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except etree.LxmlError as error:
        raise InputError(f"no HTML: {one_line(str(error))}") from None


def show(page: Any) -> None:
    """Take out of the tree what a browser does not show: scripts, and what `hidden`, `aria-hidden` or a style hides.

    What holds most of the page's letters stays: pages are hidden as a whole until their scripts have run, or while a
    dialogue is open. (HTML Standard 6.1 `hidden`; WAI-ARIA 1.2 `aria-hidden`; CSS 2.1 `display`, `visibility`.)
    """
    etree.strip_elements(page, *_NEVER_SHOWN, with_tail=False)
    etree.strip_attributes(page, "colspan", "rowspan")  # trafilatura would write every spanned cell out
    whole = letters(page)
    for element in page.xpath(_HIDDEN):
        style = element.get("style", "")
        hides = element.get("hidden") is not None or element.get("aria-hidden") == "true" or _hides(style)
        if hides and letters(element) < MOST * whole:
            remove(element)


def _hides(style: str) -> bool:
    return bool(_HIDING.search(style) or _CLIPPED.search(style))


def letters(element: Any) -> int:
    """How many characters that are no white space an element holds."""
    return sum(len("".join(text.split())) for text in element.itertext())


def remove(element: Any) -> None:
    """Take an element out of its tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


class _Measure:
    """A parser target that only counts, since building a tree takes memory, and attributes quadratic time."""

    def __init__(self) -> None:
        self.elements = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > ELEMENT_LIMIT or len(attributes) > ATTRIBUTE_LIMIT:
            raise InputError(
                f"a page of more than {ELEMENT_LIMIT:,} elements, or {ATTRIBUTE_LIMIT:,} attributes on one: "
                "save the article's text as .txt"
            )

    def close(self) -> None:
        pass

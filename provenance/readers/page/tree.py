"""A page's tree without what no reader sees."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from provenance.readers.amp import COMPONENTS

MOST = 0.4
"""Share of a page's letters from which on an element is the page itself, whatever its attributes say of it."""

PARAGRAPH = 60
"""Characters of a paragraph that is no label."""

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


def show(page: Any) -> None:
    """Take out of the tree what a browser does not show: scripts, and what `hidden`, `aria-hidden` or a style hides.

    What holds most of the page's letters stays: pages are hidden as a whole until their scripts have run, or while a
    dialogue is open. So does a silenced paragraph among others.
    (HTML Standard 6.1 `hidden`; WAI-ARIA 1.2 `aria-hidden`; CSS 2.1 `display`, `visibility`.)
    """
    etree.strip_elements(page, *_NEVER_SHOWN, *COMPONENTS, with_tail=False)
    etree.strip_attributes(page, "colspan", "rowspan")  # trafilatura would write every spanned cell out
    whole = letters(page)
    for element in page.xpath(_HIDDEN):
        hides = element.get("hidden") is not None or _hides(element.get("style", "")) or _is_silent(element)
        if hides and letters(element) < MOST * whole:
            remove(element)


def _is_silent(element: Any) -> bool:
    """Whether an element is for the eye alone, as what stands twice is; paragraphs among others are all the text's.

    Pages with subscriptions silence the paragraphs that their scripts then show or cover.
    """
    if element.get("aria-hidden") != "true":
        return False
    beside = () if element.getparent() is None else element.getparent().iterchildren("p")
    heard = any(one.get("aria-hidden") != "true" and letters(one) >= PARAGRAPH for one in beside)
    return not (element.tag == "p" and letters(element) >= PARAGRAPH and heard)


def _hides(style: str) -> bool:
    return bool(_HIDING.search(style) or _CLIPPED.search(style))


def letters(element: Any) -> int:
    """How many characters that are no white space an element holds."""
    return sum(len("".join(text.split())) for text in element.itertext())


def remove(element: Any) -> None:
    """Take an element out of its tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()

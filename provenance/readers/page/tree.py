"""A page's tree without what no reader sees."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from lxml import etree

from provenance.readers.amp import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_ABSOLUTE = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)
_TINY = re.compile(r"(?:width|height)\s*:\s*1px", re.IGNORECASE)
"""How words for screen readers alone are hidden from view: with both."""
LONGEST = 1_000
"""Characters of a style that are looked at."""
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!\s*important\s*)?(?:;|$)", re.IGNORECASE
)


ATTRIBUTE = 5_000
"""Characters of an attribute that are looked at: more than a web address may have, so that none is cut to another."""
NAMES = 1_000_000
"""Characters of what a page calls its elements, taken together, that are looked at; of 130 pages of news the one with
most had 134,095."""
LEAST = 50
_NAMING = ("class", "id", "style")


def shorten(page: Any) -> None:
    """Cut what attributes say beyond what a page of news has need of: each word of it is looked for many times."""
    for element in page.iter():
        for name, value in element.items():
            if len(value) > ATTRIBUTE:
                element.set(name, value[:ATTRIBUTE])
    named = [(element, name, value) for element in page.iter() for name in _NAMING if (value := element.get(name))]
    if sum(len(value) for _, _, value in named) > NAMES:
        most = max(NAMES // len(named), LEAST)
        for element, name, value in named:
            element.set(name, value[:most])


def show(page: Any) -> None:
    """Take out of the tree what a browser does not show: scripts, and what `hidden`, `aria-hidden` or a style hides.

    What holds most of the page's letters stays: pages are hidden as a whole until their scripts have run, or while a
    dialogue is open. So does a silenced paragraph among others.
    (HTML Standard 6.1 `hidden`; WAI-ARIA 1.2 `aria-hidden`; CSS 2.1 `display`, `visibility`.)
    """
    etree.strip_elements(page, *_NEVER_SHOWN, *COMPONENTS, with_tail=False)
    etree.strip_attributes(page, "colspan", "rowspan")  # trafilatura would write every spanned cell out
    held = letters(page)
    heard: dict[Any, bool] = {}
    for element in page.xpath(_HIDDEN):
        style = element.get("style", "")[:LONGEST]
        hides = element.get("hidden") is not None or _hides(style) or _is_silent(element, held, heard)
        if hides and held[element] < MOST * held[page]:
            remove(element)


def _is_silent(element: Any, held: Mapping[Any, int], heard: dict[Any, bool]) -> bool:
    """Whether an element is for the eye alone, as what stands twice is; paragraphs among others are all the text's.

    Pages with subscriptions silence the paragraphs that their scripts then show or cover. `held` are letters, `heard`
    what is known of the elements around: whether one of their paragraphs is heard.
    """
    if element.get("aria-hidden") != "true":
        return False
    around = element.getparent()
    if element.tag != "p" or held[element] < PARAGRAPH or around is None:
        return True
    if around not in heard:
        heard[around] = any(
            one.get("aria-hidden") != "true" and held[one] >= PARAGRAPH for one in around.iterchildren("p")
        )
    return not heard[around]


def _hides(style: str) -> bool:
    return bool(_HIDING.search(style) or (_ABSOLUTE.search(style) and _TINY.search(style)))


def letters(page: Any) -> Mapping[Any, int]:
    """How many characters that are no white space each element holds."""
    held: Counter[Any] = Counter()
    for element in reversed(list(page.iter())):
        held[element] += _size(element.text)
        held[element.getparent()] += held[element] + _size(element.tail)
    return held


def letters_of(element: Any) -> int:
    """How many characters that are no white space one element holds."""
    return sum(map(_size, element.itertext()))


def prose(page: Any, held: Mapping[Any, int]) -> Mapping[Any, int]:
    """How many of the letters `held` stand in paragraphs, for each element."""
    found: Counter[Any] = Counter()
    for element in reversed(list(page.iter())):
        found[element] += held[element] if element.tag == "p" else 0
        found[element.getparent()] += found[element]
    return found


def _size(text: str | None) -> int:
    return len("".join((text or "").split()))


def remove(element: Any) -> None:
    """Take an element out of its tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()

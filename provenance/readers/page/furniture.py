"""What stands around an article and is none of its words: navigation, teasers, calls to readers, notices."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from provenance.readers.page.blocks import plain
from provenance.readers.page.labels import begins, is_within
from provenance.readers.page.tree import MOST, letters, prose, remove
from provenance.readers.page.vocabulary import alternatives

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from provenance.readers.page.blocks import Block

_ELEMENTS = frozenset("nav form button dialog menu aside select fieldset figure figcaption textarea".split())
_ROLES = frozenset("navigation banner complementary contentinfo search dialog alertdialog menu toolbar tablist".split())
LINK = 0.6
"""Share of a block's letters in links from which on it is one link, or a row of them."""
_ENDED = re.compile(r"[.!:…。।][\"'”’»)\]]*$")
ALL = 0.95
SENTENCE = 60
"""Characters of the shortest sentence that may be one link and yet the article's."""
CAPTION = 300
FRAMES = 3
STAMP = 80
"""Characters of a date and what stands with it."""
_HANDLE = re.compile(r"(?:^|\W)@\w|\b[\w.]+@[\w-]+\.\w")


def clear(page: Any, heading: Any) -> None:
    """Take the furniture that its element, role or name tells out of the tree, never what holds most of the page."""
    held = letters(page)
    said = prose(page, held)
    whole = said[page] or held[page]
    kept = set(heading.iterancestors()) | {heading} if heading is not None else set()
    for element in list(page.iter()):
        if element in kept or element.getparent() is None or element.tag in {"html", "body", "main"}:
            continue
        if _is_furniture(element) and said[element] < MOST * whole:
            remove(element)


def _is_furniture(element: Any) -> bool:
    if element.tag in _ELEMENTS or element.get("role") in _ROLES:
        return element.tag != "figure" or element.find(".//blockquote") is None
    if element.tag in {"footer", "header"}:
        return next(element.iterancestors("article", "main"), None) is None
    return begins(element, "furniture")


def is_sentence(block: Block) -> bool:
    return _ENDED.search(block.text) is not None


def is_teaser(block: Block) -> bool:
    """Whether a block only leads elsewhere: a card, a link that is no sentence, "Read more: …", "More from …"."""
    if block.is_card or (block.linked >= LINK and not is_sentence(block)):
        return True
    if block.linked >= ALL and len(block.text) < SENTENCE and not block.text.endswith(":"):
        return True
    begun = _phrases("teasers").match(block.text)
    if begun is None:
        return False
    alone = begun[0].endswith(":") or begun.end() == len(block.text)
    return alone or (block.linked > 0 and not is_sentence(block)) or (block.is_heading and " " in begun[0].strip())


def is_notice(block: Block) -> bool:
    """Whether a block speaks to the reader about the page: "Advertisement", "Sign up for our newsletter"."""
    return _phrases("notices").fullmatch(block.text) is not None or _phrases("calls").match(block.text) is not None


def is_stamp(block: Block) -> bool:
    """Whether a short block is called a date, a time or the like."""
    return len(block.text) <= STAMP and not is_sentence(block) and is_within(block.element, "stamp", 1)


def begins_box(block: Block) -> bool:
    """Whether what stands in one element with a teaser or a notice belongs to it: "More from …" and its cards."""
    return block.is_card or block.linked >= ALL or is_notice(block) or (is_teaser(block) and block.linked == 0)


def is_caption(block: Block, alone: Callable[[Any], bool]) -> bool:
    """Whether a block is called a caption, or stands `alone` with a picture in an element of its own."""
    if is_within(block.element, "caption", 1):
        return True
    own = [block.element] if block.tag not in {"p", "span"} else []
    frames = takewhile(alone, (*own, *islice(block.element.iterancestors(), FRAMES)))
    return len(block.text) <= CAPTION and any(next(frame.iter("img", "picture"), None) is not None for frame in frames)


def is_called_biography(block: Block) -> bool:
    return is_within(block.element, "biography")


def tells_of(block: Block, authors: Collection[str]) -> bool:
    """Whether a block tells of an author by name: "Ada Brunt covers harbours. Follow her at @adabrunt"."""
    named = any(block.letters.startswith(plain(author)) for author in authors if " " in author)
    return named and bool(_HANDLE.search(block.text) or _tells().search(block.text))


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    ending = {"teasers": r"(?:\s*[:>»–|-]|(?=\s*$)|\b)", "notices": r"\W*", "calls": r"\b"}[kind]
    return re.compile(rf"[\W_]*(?:{alternatives(kind)}){ending}", re.IGNORECASE)


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(alternatives("biographies"), re.IGNORECASE)

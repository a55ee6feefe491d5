"""Who a page says wrote it: names as they stand in its metadata, or beside its heading."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from provenance.documents.credits.phrases import words
from provenance.documents.credits.publisher import alike, squeezed
from provenance.readers.fields import iso_day, one_line, web_url
from provenance.readers.page.blocks import blocks, elements, is_larger, plain
from provenance.readers.page.labels import begins, is_called
from provenance.readers.page.vocabulary import alternatives, said
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from provenance.readers.page.blocks import Block

LONGEST = 120
"""Characters that a byline on the page may have."""
LARGEST = 200
"""Elements inside what may be a byline."""
MOST = 50
"""Elements called a byline, and links in one, that are looked at."""
NAME = 5
"""Words of a name."""
BELOW = 30
"""Blocks below the heading that may be a byline."""
_NO_BYLINES = frozenset(("html", "body", "main", "article", "meta", "link"))
_MARKED = "//*[@rel='author'] | //*[@itemprop='author']"
_SHORT = re.compile(r"\s*\(\w{2,4}\.?\)$")
_NO_NAME = re.compile(r"\d{2}|[@:?!]|https?$")
_PARTICLES = frozenset(("von", "de", "di", "da"))
_AFTER = re.compile(r"\s*(?:[|•·–—]|,\s*$|\s-\s|,?\s(?:in|on)\s).*$")


def names(stated: Iterable[str]) -> tuple[str, ...]:
    """The stated names that may be somebody's: no address, no date, no word for whoever is signed in."""
    found = (name for one in stated for name in _parted(one))
    return tuple(dict.fromkeys(filter(None, map(_name, found))))


def people(given: Iterable[Collection[str]], house: Collection[str]) -> tuple[str, ...]:
    """The first of several lists of names that has more in it than the publisher's own, called one of `house`."""
    return next((tuple(one) for one in given if not all(_is_of(name, house) for name in one)), ())


def shown(page: Any, heading: Any) -> tuple[str, ...]:
    """The names beside the heading: in what a page marks or names as its author's, or after "By"."""
    marked = names(_words(one) for one in page.xpath(_MARKED)[:MOST] if not _is_aside(one))
    called = islice(filter(_is_byline, page.iter("*")), MOST)
    return marked or next(filter(None, map(_byline, called)), ()) or _said(page, heading)


def _is_byline(element: Any) -> bool:
    return element.tag not in _NO_BYLINES and is_called(element, "byline")


def _byline(element: Any) -> tuple[str, ...]:
    if _is_aside(element):
        return ()
    whole = _words(element)
    linked = [text for link in islice(element.iter("a"), MOST) if (text := _words(link)) and len(text) <= LONGEST]
    return names(linked) or (names([whole]) if len(whole) <= LONGEST else ())


def _said(page: Any, heading: Any) -> tuple[str, ...]:
    """From a short block: "By Ada Brunt" just below the heading, "Author: Ada Brunt" anywhere."""
    below, left, within = heading is None, BELOW, elements(heading)
    for block in blocks(page):
        below = below or block.element in within
        left -= below
        line = " ".join(block.text.split())
        begin = _label().match(line) or (_begin().match(line) if below and left > 0 else None)
        if begin and len(line) <= LONGEST and (found := names([_AFTER.sub("", line[begin.end() :])])):
            return tuple(one for one in found if one[0].isupper() and len(one.split()) <= NAME)
    return ()


def alone(block: Block) -> str | None:
    """The name that is all of a block in bold type, as where a site's first paragraph is its byline."""
    inner = "".join("".join(one.itertext()) for one in block.element.iter("b", "strong"))
    parts = block.text.split()
    is_name = 1 < len(parts) <= NAME and all(one[0].isupper() and one[-1].isalpha() for one in parts)
    return block.text if is_name and block.tag == "p" and plain(inner) == plain(block.text) else None


def _parted(value: str) -> Iterator[str]:
    """Names joined by "and" in one value, where each is a whole one: not "Brand & Lowe"."""
    parts = _and().split(value)
    yield from parts if len(parts) > 1 and all(len(part.split()) > 1 for part in parts) else (value,)


def _name(value: str) -> str | None:
    name = _SHORT.sub("", _without_by(one_line(value) or "")).strip(" ,;|·•–—-")
    if not any(map(str.isalpha, name)) or web_url(name) or iso_day(name) or _NO_NAME.search(name):
        return None
    return None if len(name) > LONGEST or name.casefold() in said("nobody") else name


def _without_by(name: str) -> str:
    """A name without "By" before it, which may be a part of it: "Von der Ahe", "De Vries"."""
    begin = _begin().match(name)
    rest = name[begin.end() :] if begin else ""
    return rest if begin and rest[:1].isupper() and (" " in rest or begin[1].casefold() not in _PARTICLES) else name


def _is_of(name: str, house: Collection[str]) -> bool:
    return any(
        alike(name, own) or (plain_name(own) and plain_name(name).startswith(f"{plain_name(own)} "))
        for own in house
        if squeezed(own)
    )


def _words(element: Any) -> str:
    """The words of an element; none of a large one."""
    if is_larger(element, LARGEST):
        return ""
    return one_line(" ".join(block.text for block in blocks(element))) or ""


def _is_aside(element: Any) -> bool:
    around = (one for one in element.iterancestors() if one.tag not in {"html", "body", "main", "article"})
    return any(one.tag in {"nav", "aside", "footer"} or begins(one, "furniture") for one in around)


@cache
def _begin() -> re.Pattern[str]:
    begin = "|".join(sorted(map(re.escape, words("by")), key=len, reverse=True))
    return re.compile(rf"\s*({begin})(?:\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives('authors')})(?:\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives('and')})\s+|\s*;\s*")

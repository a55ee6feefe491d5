"""Who a page says wrote it: names as they stand in its metadata, or beside its heading."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from provenance.documents.credits.phrases import words
from provenance.readers.fields import iso_day, one_line, web_url
from provenance.readers.page.blocks import blocks
from provenance.readers.page.labels import begins, is_called
from provenance.resources import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 120
"""Characters that a byline on the page may have."""
_MARKED = "//*[@rel='author'] | //*[@itemprop='author']"
_SHORT = re.compile(r"\s*\(\w{2,4}\.?\)$")
_DIGITS = re.compile(r"\d{2}")
_PARTICLES = frozenset(("von", "de", "di", "da"))


def names(stated: Iterable[str]) -> tuple[str, ...]:
    """The stated names that may be somebody's: no address, no date, no word for whoever is signed in."""
    return tuple(dict.fromkeys(filter(None, map(_name, stated))))


def shown(page: Any) -> tuple[str, ...]:
    """The names in the elements that a page marks as its author's (`rel`, `itemprop`), else in those called a byline."""
    marked = names(_words(one) for one in page.xpath(_MARKED) if not _is_aside(one))
    return marked or next((found for one in page.iter("*") if (found := _byline(one))), ())


def _byline(element: Any) -> tuple[str, ...]:
    if element.tag in {"html", "body", "main", "article", "meta", "link"} or not is_called(element, "byline"):
        return ()
    if _is_aside(element):
        return ()
    linked = [text for link in element.iter("a") if (text := _words(link)) and len(text) <= LONGEST]
    whole = _words(element)
    return names(linked) or (names([whole]) if len(whole) <= LONGEST else ())


def _name(value: str) -> str | None:
    name = _SHORT.sub("", _without_by(one_line(value) or "")).strip(" ,;|·•–—-")
    if not any(map(str.isalpha, name)) or web_url(name) or iso_day(name) or _DIGITS.search(name) or len(name) > LONGEST:
        return None
    return None if name.casefold() in table("pages.toml")["words"]["nobody"] else name


def _without_by(name: str) -> str:
    """A name without "By" before it, which may be a part of it: "Von der Ahe", "De Vries"."""
    begin = _begin().match(name)
    rest = name[begin.end() :] if begin else ""
    return rest if rest[:1].isupper() and (" " in rest or begin[1].casefold() not in _PARTICLES) else name


def _words(element: Any) -> str:
    return one_line(" ".join(block.text for block in blocks(element))) or ""


def _is_aside(element: Any) -> bool:
    return any(one.tag in {"nav", "aside", "footer"} or begins(one, "furniture") for one in element.iterancestors() if one.tag not in {"html", "body", "main", "article"})


@cache
def _begin() -> re.Pattern[str]:
    begins = "|".join(sorted(map(re.escape, words("by")), key=len, reverse=True))
    return re.compile(rf"\s*({begins})(?:\s*:\s*|\s+)", re.IGNORECASE)

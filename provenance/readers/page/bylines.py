"""Who a page shows as its author: in what it marks, names or links as one, or behind "By" below its heading."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from provenance.readers.fields import one_line
from provenance.readers.page.authors import LONGEST, NAME, begun, is_person, names
from provenance.readers.page.blocks import blocks, is_larger, is_longer, plain
from provenance.readers.page.labels import begins, is_called, is_path
from provenance.readers.page.tree import letters_of
from provenance.readers.page.vocabulary import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST, LARGEST = 50, 200
"""Elements that may be a byline, and elements inside one, that are looked at."""
BELOW = 30
"""Blocks below the heading that may be a byline."""
TOGETHER = 300
"""Characters of an element in which several bylines stand."""
LEVELS = 4
TEXT = 5_000
"""Characters, white space among them, of an element that may be a byline."""
_MARKED = "//*[@rel='author'] | //*[@itemprop='author']"
_WHOLE = frozenset(("html", "body", "main", "article", "meta", "link"))
_ASIDE = frozenset(("nav", "aside", "footer", "figure", "figcaption"))
_AFTER = re.compile(r"\s*(?:[|•·–—]|,\s*$|\s-\s|,?\s(?:in|on)\s).*$")


def shown(page: Any, heading: Any) -> tuple[str, ...]:
    """The names beside the heading: in what a page marks, names or links as its author's, or after "By"."""
    return marked(page, heading) or _called(page, heading) or _linked_below(page, heading) or _said(page, heading)


def marked(page: Any, heading: Any) -> tuple[str, ...]:
    """The names in what a page marks as its author's (HTML Standard 4.6.7.3 `author`, schema.org `author`)."""
    found = (one for one in page.xpath(_MARKED) if one.tag not in _WHOLE and not _is_aside(one, heading))
    return _first(list(islice(found, MOST)))


def _called(page: Any, heading: Any) -> tuple[str, ...]:
    found = islice(filter(_is_byline, page.iter("*")), MOST)
    return _first([one for one in found if not _is_aside(one, heading)])


def _linked_below(page: Any, heading: Any) -> tuple[str, ...]:
    return _first([one for one in _below(page, heading) if _is_authors(one) and is_person(_words(one))])


def helpers(page: Any) -> frozenset[str]:
    """The letters of the names behind a word for other work: "Editor: Ada Brunt"."""
    found = ((block.text, _helper().match(block.text)) for block in blocks(page) if len(block.text) <= LONGEST)
    return frozenset(plain(name) for text, begin in found if begin for name in names([text[begin.end() :]]))


def _is_byline(element: Any) -> bool:
    return element.tag not in _WHOLE and is_called(element, "byline")


def _first(elements: Sequence[Any]) -> tuple[str, ...]:
    """The names in the first element that has any, and in those that stand with it."""
    for at, element in enumerate(elements):
        if _of(element):
            around = _around(element)
            beside = [one for one in elements[at:] if _is_twin(one, element) or around in one.iterancestors()]
            outer = [one for one in beside if not any(other in one.iterancestors() for other in beside)]
            return tuple(dict.fromkeys(name for one in outer for name in _of(one)))
    return ()


def _is_twin(one: Any, element: Any) -> bool:
    """Whether two stand in one element and are called the same; an element is its own twin."""
    return one.getparent() is element.getparent() and (one.tag, one.get("class")) == (element.tag, element.get("class"))


def _around(element: Any) -> Any:
    for _ in range(LEVELS):
        parent = element.getparent()
        if parent is None or parent.tag in _WHOLE or letters_of(parent) > TOGETHER:
            break
        element = parent
    return element


def _of(element: Any) -> tuple[str, ...]:
    """The names in a byline: its links to authors, else what is written as a person's name, else all of it."""
    whole = _words(element)
    if not whole or _helper().match(whole):
        return ()
    linked = _linked(element)
    lines = (_AFTER.sub("", _label().sub("", line)) for block in blocks(element) for line in block.text.split("\n"))
    told = next(filter(None, (_persons([line]) for line in lines if len(line) <= LONGEST)), ())
    if linked and not set(map(plain, linked)) < set(map(plain, told)):
        return linked
    return told or (names([_label().sub("", whole)]) if len(whole) <= LONGEST else ())


def _linked(element: Any) -> tuple[str, ...]:
    """The names that are links to authors, else the first link or bold words that are a name and those of its kind."""
    links = [link for link in element.iter("a") if len(_words(link)) <= LONGEST]
    found = names(_label().sub("", _words(link)) for link in links if _is_authors(link))
    if found:
        return found
    marked = [one for one in (*links, *element.iter("b", "strong")) if _persons([_words(one)])]
    return _persons(
        _words(one) for one in marked if (one.tag, one.get("class")) == (marked[0].tag, marked[0].get("class"))
    )


def _persons(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(is_person, names(_label().sub("", one) for one in said)))


def _is_authors(link: Any) -> bool:
    """Whether an element links to an author's page or address: "/authors/ada-brunt"."""
    address = link.get("href") or ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_address = parts.scheme == "mailto" and is_person(_words(link))
    return link.tag == "a" and (is_address or is_path(parts.path, "author-page"))


def _below(page: Any, heading: Any) -> Iterator[Any]:
    """The links in the blocks below the heading, as many as may be a byline."""
    if heading is None:
        return
    left = BELOW
    for block in _under(page, heading):
        left -= 1
        if left < 0:
            return
        if len(block.text) <= LONGEST and not _is_aside(block.element, heading):
            yield from (one for one in (block.element, *block.element.iterancestors("a"), *block.element.iter("a")))


def _under(page: Any, heading: Any) -> Iterator[Any]:
    below = False
    for block in blocks(page):
        if any(one is heading for one in (block.element, *block.element.iterancestors())):
            below = True
        elif below:
            yield block


def _said(page: Any, heading: Any) -> tuple[str, ...]:
    """From a short block: "By Ada Brunt" just below the heading, "Author: Ada Brunt" anywhere."""
    below, left = heading is None, BELOW
    for block in blocks(page):
        below = below or any(one is heading for one in (block.element, *block.element.iterancestors()))
        left -= below
        line = " ".join(block.text[:TEXT].split())
        if len(line) > LONGEST:
            continue
        begin = _label().match(line) or (begun().match(line) if below and left > 0 else None)
        if not begin:
            continue
        if found := _linked(block.element) or names([_AFTER.sub("", line[begin.end() :])]):
            return tuple(one for one in found if not one[0].islower() and len(one.split()) <= NAME)
    return ()


def _words(element: Any) -> str:
    """Of an element that is small enough for a byline."""
    if is_larger(element, LARGEST) or is_longer(element, TEXT):
        return ""
    return one_line(" ".join(block.text for block in blocks(element))) or ""


def _is_aside(element: Any, heading: Any) -> bool:
    """Whether an element is a caption's, or stands in navigation or in a box that does not hold the heading."""
    top = frozenset(heading.iterancestors()) if heading is not None else frozenset()
    around = (one for one in element.iterancestors() if one.tag not in _WHOLE and one not in top)
    return is_called(element, "caption") or any(one.tag in _ASIDE or begins(one, "furniture") for one in around)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives('authors')})(?:\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _helper() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives('helpers')})\s*:\s*", re.IGNORECASE)

"""A page's title: what its headings and its metadata agree on, without the site's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from provenance.readers.fields import one_line
from provenance.readers.page.blocks import blocks, is_larger, is_longer, plain
from provenance.readers.page.labels import names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_BORDER = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|｜ㅣ]\s*|(?<=\w)-(?=\w+$)")
MOST = 200
"""Headings that are looked at."""

PARTS = 20
"""Elements inside a heading that are looked at, and inside one of them."""

LARGEST = 60
"""Elements inside a heading from which on it is not looked at as a whole."""

BORDERS = 20
"""Borders in a title that are looked at, from its end."""

LONGEST = 5_000
"""Characters of a heading that is looked at; white space counts, of which templates have much."""

SHORTEST = 8
"""Letters of a heading that may give a title which the metadata only contain."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What the metadata call the article: `headline` is the JSON-LD's, `shared` Open Graph's, `window` the <title>."""

    headline: str | None
    shared: str | None
    window: str | None
    own: frozenset[str]
    """The letters of the names of the site and of its sections, which titles end with."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """`forms` are its words, and those of its parts, since a kicker may stand in a heading; `aside` in a breadcrumb."""

    element: Any
    forms: tuple[str, ...]
    is_main: bool
    aside: bool


def title(page: Any, given: Titles) -> tuple[str | None, Any]:
    """The title, and the heading that shows it (None where none does).

    What is shown counts before what is only stated: a headline of the JSON-LD may be written for search engines, a
    heading in a breadcrumb too. Without a JSON-LD headline it is the title that the page gives for sharing.
    """
    headings = list(_headings(page, "h1", "h2"))
    visible = [one for one in headings if not one.aside]
    ends = {plain(one.forms[0]) for one in visible} | {plain(given.headline or "")}
    headline, shared, window = (_bare(one, ends, given.own) for one in (given.headline, given.shared, given.window))
    name = _stated(headings, headline, shared, window)
    name = (
        name or _confirmed(visible, window) or (None if plain(window or "") in given.own else window) or _only(visible)
    )
    smaller = () if any(_says(one, name or "") for one in visible) else _headings(page, "h3", "h4")
    return name, _element([*visible, *(one for one in smaller if _says(one, name or "\n"))], name)


def _element(visible: Sequence[_Heading], name: str | None) -> Any:
    """The heading that says the title; else a main one that holds it or is held; else the only main one."""
    said = plain(name or "")
    main = [one for one in visible if one.is_main]
    exact = sorted((one for one in visible if name and _says(one, name)), key=lambda one: not _is_inside(one.element))
    near = [one for one in main if said and (said in plain(one.forms[0]) or plain(one.forms[0]) in said)]
    heads = [one for one in visible if _is_in_header(one.element)]
    return next((one.element for one in (*exact, *near, *(main if len(main) == 1 else ()), *heads)), None)


def _is_inside(element: Any) -> bool:
    return any(one.tag in {"article", "main"} for one in element.iterancestors())


def _is_in_header(element: Any) -> bool:
    around = [str(one.tag) for one in element.iterancestors()]
    return ("header" in around or "hgroup" in around) and ("article" in around or "main" in around)


def _stated(headings: Sequence[_Heading], headline: str | None, shared: str | None, window: str | None) -> str | None:
    """The JSON-LD's headline, unless another title is shown and that one is not, or in a breadcrumb only."""
    aside = {plain(one.forms[0]) for one in headings if one.aside}
    seen = {plain(form) for one in headings if not one.aside for form in one.forms}
    main = {plain(form) for one in headings if not one.aside and one.is_main for form in one.forms}
    if headline is None or (shared and plain(headline) == plain(shared)):
        return shared or headline
    if shared and plain(headline) in aside and plain(shared) in seen:
        return shared
    shown = (one for one in (shared, window) if one and plain(one) in main)
    return headline if plain(headline) in seen else next(shown, headline)


def _confirmed(visible: Sequence[_Heading], window: str | None) -> str | None:
    """The first heading that the window's title begins with, or is, or holds."""
    whole = plain(window or "")
    return next((one.forms[0] for one in visible if len(plain(one.forms[0])) >= SHORTEST and _says(one, whole)), None)


def _only(visible: Sequence[_Heading]) -> str | None:
    main = [one.forms[0] for one in visible if one.is_main]
    return main[0] if main else None


def _says(heading: _Heading, name: str) -> bool:
    return any(plain(form) == plain(name) for form in heading.forms)


def _headings(page: Any, *tags: str) -> Iterator[_Heading]:
    for element in islice(page.iter(*tags), MOST):
        inner = islice(element.iterdescendants(), PARTS)
        parts = [part for part in inner if isinstance(part.tag, str) and not is_larger(part, PARTS)]
        whole = [] if is_larger(element, LARGEST) else [element]
        forms = tuple(dict.fromkeys(filter(None, map(_words, (*whole, *parts)))))
        if forms:
            around = (element, *element.iterancestors())
            aside = any(_is_path(one) for one in around if one.tag not in {"html", "body"})
            yield _Heading(element, forms, element.tag == "h1", aside)


def _is_path(element: Any) -> bool:
    """Whether an element is navigation, as the path of sections that leads to an article."""
    return element.tag == "nav" or "breadcrumb" in " ".join((*names(element), *element.keys()))


def _words(element: Any) -> str | None:
    if is_longer(element, LONGEST):
        return None
    return one_line(" ".join(block.text for block in blocks(element)))


def _bare(name: str | None, headings: Collection[str], own: Collection[str]) -> str | None:
    """A stated title without what follows a border, where a heading says the rest, or what follows is the site's."""
    left = name or ""
    for border in reversed(list(_BORDER.finditer(left))[-BORDERS:]):
        rest, end = left[: border.start()], left[border.end() :]
        if rest and (plain(rest) in headings or plain(end) in own):
            left = rest
    return left or None

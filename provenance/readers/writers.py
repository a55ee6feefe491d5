"""Who wrote an article, of all whom its page states and shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from provenance.documents.credits.publisher import site
from provenance.readers.page.authors import is_person, names, people, whole, without
from provenance.readers.page.blocks import plain
from provenance.readers.page.bylines import helpers, marked, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.readers.metadata import Metadata


def writers(page: Any, heading: Any, stated: Metadata) -> tuple[str, ...]:
    """Whom the page states, else shows, as authors; whom it shows too where a stated one did other work for it."""
    own = (*((stated.publisher.name,) if stated.publisher else ()), *stated.names, site(stated.url or ""))
    seen = shown(page, heading)
    given = (names(stated.authors), *_tagged(page, seen, [without(names(one), own) for one in stated.writers]), seen)
    found = people((one for one in given if not set(map(plain, one)) <= _section(stated.url or "")), own)
    if found and seen and set(map(plain, found)).isdisjoint(map(plain, seen)):
        others = helpers(page)
        if set(map(plain, found)) <= others and not set(map(plain, seen)) <= others:
            return seen
    return tuple(whole(found, marked(page, heading)))


def _tagged(page: Any, seen: Sequence[str], lists: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The lists of names in meta tags, without those that the page shows nowhere while it shows a person as author.

    Sites name there who made or owns them.
    """
    if not seen or not all(map(is_person, seen)):
        return lists
    text = plain(page.text_content())
    return [one for one in lists if any(plain(name) in text for name in one)]


def _section(url: str) -> frozenset[str]:
    """The letters of what an address calls its section: "sport" of https://harl.example/sport/race."""
    return frozenset(map(plain, urlsplit(url).path.split("/")[1:2]))


def house(stated: Metadata) -> Sequence[str]:
    """Whom a page states where nobody is named but the publisher."""
    return stated.authors or next(filter(None, map(names, stated.writers)), ())

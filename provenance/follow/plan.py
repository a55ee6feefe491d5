"""Where a missing report may be: what articles link to, then the feeds and site searches that were given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote

from provenance.errors import UsageError
from provenance.extraction.hyperlinks import is_page, is_site_of
from provenance.fetching import is_address
from provenance.text import plain_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.trace import Trace
    from provenance.trace.fetch import ToFetch

CANDIDATES = 3
"""The most pages of one list that are tried for one report."""
QUERY = "{query}"
"""Where the words go in the address of a site search."""
PAGES, DEPTH = 10, 3
"""The most pages that are tried, and the most reports that are followed one to the next."""


@dataclass(frozen=True, slots=True)
class Following:
    """How far a trail is followed.

    `feeds` are addresses of feeds or sitemaps, `searches` those of site searches with "{query}" where the words go.
    At most `pages` candidates are fetched in all. `depth` is how often what was found is followed further.
    """

    feeds: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    pages: int = PAGES
    depth: int = DEPTH


class Lead(StrEnum):
    """Where an address comes from: what an article links to for the report, or to the SITE; a FEED, a SEARCH."""

    LINK = "link"
    SITE = "site"
    FEED = "feed"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Way:
    """An address for a report, and whence; `article` is the key of the one that links to a page of its site."""

    address: str
    lead: Lead
    article: str = ""

    @property
    def is_list(self) -> bool:
        """Whether it leads to pages that may be the report."""
        return self.lead in (Lead.FEED, Lead.SEARCH)


@dataclass(frozen=True, slots=True)
class Planned:
    """A missing report and the ways to it, those tried first first; none where no address is known."""

    report: ToFetch
    ways: tuple[Way, ...]


def checked(following: Following) -> Following:
    """Raises UsageError where something of it makes no sense."""
    for search in following.searches:
        if QUERY not in search or not is_address(search):
            raise UsageError(f"--search '{search}': give an address with {QUERY} where the words go")
    for feed in following.feeds:
        if not is_address(feed):
            raise UsageError(f"--feed '{feed}': give an address, such as https://harbour-ledger.example/feed.xml")
    if following.pages < 1 or following.depth < 1:
        raise UsageError("a trail is followed over one page at least: give 1 or more")
    return following


def plan(trace: Trace, following: Following, is_known: Callable[[str], bool]) -> tuple[Planned, ...]:
    """For each report that `trace` misses, in its order; pages whose address `is_known` are left out."""
    return tuple(Planned(report, tuple(_ways(trace, report, following, is_known))) for report in trace.to_fetch)


def _ways(trace: Trace, report: ToFetch, following: Following, is_known: Callable[[str], bool]) -> Iterator[Way]:
    linked = {plain_url(way.address): way for way in reversed(list(_linked(trace, report)))}
    yield from (way for way in reversed(linked.values()) if not is_known(way.address))
    yield from _lists(report, following)


def _linked(trace: Trace, report: ToFetch) -> Iterator[Way]:
    """What is linked to for it, then what else of its site the articles on the way link to."""
    yield from (Way(address, Lead.LINK) for address in report.links if is_page(address))
    for article in dict.fromkeys(statement.reading.article for statement in trace.statements):
        for link in article.hyperlinks:
            if is_page(link.url) and is_site_of(report.who, link.url):
                yield Way(link.url, Lead.SITE, article.key)


def _lists(report: ToFetch, following: Following) -> Iterator[Way]:
    yield from (Way(feed, Lead.FEED) for feed in following.feeds)
    words = quote(" ".join(report.words), safe="")
    yield from (Way(search.replace(QUERY, words), Lead.SEARCH) for search in following.searches)

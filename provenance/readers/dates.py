"""The day a page says it was published, where it says so for machines; no date is guessed from what it shows."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from provenance.readers.fields import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAGS = (
    "articlepublishedtime ogarticlepublishedtime articlepublished datepublished parselypubdate sailthrudate pubdate "
    "publishdate publicationdate publishedtime cxenseparserecspublishtime rnewsdatepublished btpubdate dctermsissued "
    "dcdateissued dctermscreated dcdatecreated dctermsdate dcdate citationpublicationdate citationonlinedate "
    "prismpublicationdate date"
).split()
_JOINS = re.compile(r"[\W_]+")
_MARKED = (
    "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
    " | //time[@pubdate or contains(@class, 'publish')]/@datetime"
)
_TIMES = (
    "//time[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
    "[not(@itemprop='dateModified' or contains(@class, 'updat') or contains(@class, 'modif'))]/@datetime"
)
_BRACKETS = re.compile(r"\([^)]*\)?")
_YEAR_FIRST = re.compile(r"\s*\d{4}\D")
_DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001
"""What is missing in a value differs between the two."""
LONGEST = 80
"""Characters of a date."""
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](\d\d?)(?=[/-])")


def published(tree: Any, tags: Mapping[str, str], stated: str | None, url: str | None) -> str | None:
    """From the meta tags, else `stated` (the JSON-LD's), else the page's elements, else the path of its URL.

    Elements count where all that are marked as dates of publication agree; without a mark, where all `time` ones do.
    """
    plain = {_JOINS.sub("", name): value for name, value in reversed(list(tags.items()))}
    metas = [found for name in _TAGS if (found := day(plain.get(name, "")))]
    return next((found for found in (*metas[:1], stated, *_marked(tree), _in_path(url or "")) if found), None)


def day(value: str) -> str | None:
    """The day that a machine-readable value gives, as ISO 8601, in the offset it is written in; None where none does.

    Pages write ISO 8601, RFC 9110 dates, what JavaScript's Date prints, and dates in English words. A value that
    leaves out the year, the month or the day, or may mean two days ("04/02/2031"), gives none.
    """
    if found := iso_day(value):
        return found
    orders = (False,) if _YEAR_FIRST.match(value) else (False, True)
    found_days = {_parsed(value, default, day_first=order) for default in _DEFAULTS for order in orders}
    return found_days.pop() if len(found_days) == 1 else None


def _parsed(value: str, default: datetime, *, day_first: bool) -> str | None:
    from dateutil.parser import parse

    try:
        shown = _BRACKETS.sub("", value[:LONGEST])
        found: datetime = parse(shown, default=default, dayfirst=day_first, ignoretz=True)
    except (ValueError, OverflowError, TypeError):
        return None
    return found.date().isoformat()


def _marked(tree: Any) -> Iterator[str]:
    for kind in (_MARKED, _TIMES):
        days = set(filter(None, map(day, tree.xpath(kind))))
        if len(days) == 1:
            yield from days


def _in_path(url: str) -> str | None:
    found = _IN_PATH.search(urlsplit(url).path)
    return day(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") if found else None

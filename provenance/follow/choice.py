"""Which pages of a list may be a report: those whose title, summary or address share words with it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from provenance.extraction.hyperlinks import is_page, is_site_of
from provenance.follow.plan import CANDIDATES
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.fetching.feeds import Item
    from provenance.trace.fetch import ToFetch

SHARED = 2
"""The fewest words that a page and a report share."""
DAYS = 2
"""After its date a report may still come out."""


def candidates(items: Iterable[Item], report: ToFetch) -> list[str]:
    """The addresses of the likeliest, those that share most words first; of the outlet's own site before others.

    What came out after the report's date, or the earliest article that cites it, is left out.
    """
    asked = set(words(" ".join(report.words)))
    scored = [
        (-len(shared), not is_site_of(report.who, item.address), number, item.address)
        for number, item in enumerate(items)
        if len(shared := asked & _words(item)) >= min(SHARED, len(asked))
        and is_page(item.address)
        and not _is_later(item, report)
    ]
    return [address for *_, address in sorted(scored)[:CANDIDATES]]


def _words(item: Item) -> set[str]:
    path = re.sub(r"[\W_]+", " ", unquote(urlsplit(item.address).path))
    return {*words(item.words), *words(path)}


def _is_later(item: Item, report: ToFetch) -> bool:
    """A report's own date is often told by a weekday, and may be that of the day before in another time zone."""
    than = report.by
    if len(report.date) == len("2031-03-11"):
        than = (date.fromisoformat(report.date) + timedelta(days=DAYS)).isoformat()
    shorter = min(len(item.date), len(than))
    return item.date[:shorter] > than[:shorter]

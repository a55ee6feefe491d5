"""Which pages of a list may be a report: those whose title, summary or address share words with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from provenance.extraction.hyperlinks import is_page, is_site_of
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.fetching.feeds import Item
    from provenance.trace.fetch import ToFetch

CANDIDATES = 3
"""The most pages of one list that are tried for one report."""
SHARED = 2
"""The fewest words that a page and a report share."""


def candidates(items: Iterable[Item], report: ToFetch) -> list[str]:
    """The addresses of the likeliest, those that share most words first; of the outlet's own site before others.

    What came out after the earliest article that cites the report is left out.
    """
    asked = set(words(" ".join(report.words)))
    scored = [
        (-len(shared), not is_site_of(report.who, item.address), number, item.address)
        for number, item in enumerate(items)
        if len(shared := asked & _words(item)) >= min(SHARED, len(asked))
        and is_page(item.address)
        and not _is_later(item.date, report.date or report.by)
    ]
    return [address for *_, address in sorted(scored)[:CANDIDATES]]


def _words(item: Item) -> set[str]:
    path = re.sub(r"[\W_]+", " ", unquote(urlsplit(item.address).path))
    return {*words(item.words), *words(path)}


def _is_later(date: str, than: str) -> bool:
    shorter = min(len(date), len(than))
    return date[:shorter] > than[:shorter]

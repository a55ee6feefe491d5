"""The day a page says it was published, where it says so for machines; no date is guessed from what it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from provenance.readers.fields import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAGS = (
    "article:published_time datepublished parsely-pub-date sailthru.date pubdate publishdate publish-date "
    "publication_date dcterms.issued dc.date.issued dcterms.created dcterms.date dc.date date"
).split()
_MARKED = (
    "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
    " | //time[@pubdate or contains(@class, 'publish')]/@datetime"
)
_TIMES = (
    "//time[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
    "[not(@itemprop='dateModified' or contains(@class, 'updat') or contains(@class, 'modif'))]/@datetime"
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")


def published(tree: Any, tags: Mapping[str, str], stated: str | None, url: str | None) -> str | None:
    """From the meta tags, else `stated` (the JSON-LD's), else the page's elements, else the path of its URL.

    A `time` element that is not marked as the date of publication counts where the page has no other.
    """
    metas = [day for name in _TAGS if (day := iso_day(tags.get(name, "")))]
    return next((day for day in (*metas[:1], stated, *_marked(tree), _in_path(url or "")) if day), None)


def _marked(tree: Any) -> Iterator[str]:
    yield from filter(None, map(iso_day, tree.xpath(_MARKED)))
    times = set(filter(None, map(iso_day, tree.xpath(_TIMES))))
    if len(times) == 1:
        yield from times


def _in_path(url: str) -> str | None:
    found = _IN_PATH.search(urlsplit(url).path)
    return iso_day(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") if found else None

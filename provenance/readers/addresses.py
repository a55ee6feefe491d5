"""What a feed or a sitemap lists: the one look at their entries, for whoever tells of them and whoever goes there.

Feeds are RSS and Atom (RFC 4287); sitemaps those of https://www.sitemaps.org/protocol.html with Google's news extension
(https://www.google.com/schemas/sitemap-news/0.9).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.readers.fields import iso_day, mail_day, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRIES = frozenset(("item", "entry", "url", "sitemap"))
_LINKS = frozenset(("link", "loc"))
_DATES = frozenset(("pubDate", "published", "date", "publication_date"))
"""When a page came out, which is not when it was changed last."""
_SAID = ("title", "description", "summary")
_TAG = re.compile(r"<[^<>]*>")


class Address(NamedTuple):
    """One entry of a list; `link` is as it is written, `words` are its title and summary, `published` an ISO 8601 day.

    `lists` says that what is there is a list too, as the entries of a sitemap index are.
    """

    link: str
    title: str | None = None
    words: str = ""
    published: str = ""
    lists: bool = False


def listed(root: Any) -> Iterator[Address]:
    """The entries under an lxml element that name a link, in their order."""
    for element in root.iter():
        if name(element) in _ENTRIES:
            yield from _entry(element)


def name(element: Any) -> str:
    """Its name without the namespace; "" of what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _entry(element: Any) -> Iterator[Address]:
    """The first of several elements of one name counts; an RSS item without a link is called by its `guid`."""
    said: dict[str, str] = {}
    link = ""
    for part in element.iter():
        text = part.text or ""
        if name(part) in _LINKS and not link:
            link = part.get("href", "") if part.get("rel", "alternate") == "alternate" else ""
            link = link or text.strip()
        said.setdefault(name(part), text)
    link = link or said.get("guid", "").strip()
    if link:
        dates = (iso_day(text) or mail_day(text) for field, text in said.items() if field in _DATES)
        words = _plain(" ".join(said.get(field, "") for field in _SAID)) or ""
        lists = name(element) == "sitemap"
        yield Address(link, _plain(said.get("title", "")), words, next(filter(None, dates), None) or "", lists)


def _plain(markup: str) -> str | None:
    return one_line(unescape(_TAG.sub(" ", markup)))

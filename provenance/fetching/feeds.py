"""Feeds and sitemaps as lists of pages: RSS 2.0 and 1.0, Atom (RFC 4287), sitemaps (sitemaps.org, 0.9).

No entity is expanded, no DTD read; what is malformed is read as far as it goes, as feeds often are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from provenance.errors import InputError
from provenance.fetching.addresses import checked
from provenance.readers.fields import iso_day, one_line
from provenance.readers.roots import root_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOTS = frozenset({"rss", "feed", "RDF", "urlset", "sitemapindex"})
_ITEMS = frozenset({"item", "entry", "url"})
_DATES = frozenset({"pubDate", "published", "date", "publication_date"})
"""When a page came out, which is not when it was changed last."""
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Item:
    """A page that a list leads to: its `address`, the `words` said of it there, and its ISO 8601 `date`, if any."""

    address: str
    words: str = ""
    date: str = ""


def is_feed(content: bytes) -> bool:
    """Whether `content` begins as a feed or a sitemap does, whatever it is called."""
    return root_name(content).rpartition(":")[2] in _ROOTS


def items(content: bytes, address: str) -> list[Item]:
    """What the feed or sitemap `content`, from `address`, leads to, in its order, each page once.

    Raises InputError where it lists no page, or only other sitemaps.
    """
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise InputError("a feed that is no XML: give the address of a page in it")
    if _name(root) == "sitemapindex":
        first = next((one.text.strip() for one in root.iter() if _name(one) == "loc" and one.text), "")
        raise InputError(
            f"an index of sitemaps: give the address of one of them{f', such as {first}' if first else ''}"
        )
    found: dict[str, Item] = {}
    for element in root.iter():
        if _name(element) in _ITEMS:
            for item in _item(element, address):
                found.setdefault(item.address, item)
    if not found:
        raise InputError("a feed or sitemap that leads to no page: give the address of a page")
    return list(found.values())


def _item(element: Any, base: str) -> Iterator[Item]:
    """Nothing where no link of it leads to what can be fetched."""
    said: dict[str, str] = {}
    link = ""
    for part in element.iter():
        name, text = _name(part), part.text or ""
        if name in ("link", "loc") and not link:
            link = part.get("href", "") if part.get("rel", "alternate") == "alternate" else ""
            link = link or text.strip()
        said.setdefault(name, text)
    link = link or said.get("guid", "").strip()
    try:
        address = str(checked(link, base)) if link else ""
    except InputError:
        return
    words = one_line(_TAG.sub(" ", " ".join(said.get(name, "") for name in ("title", "description", "summary"))))
    dates = (_date(text) for name, text in said.items() if name in _DATES)
    if address:
        yield Item(address, words or "", next(filter(None, dates), ""))


def _date(text: str) -> str:
    if known := iso_day(text):
        return known
    try:
        return parsedate_to_datetime(text.strip()).date().isoformat()
    except (ValueError, OverflowError):
        return ""


def _name(element: Any) -> str:
    """Its name without the namespace; "" of what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""

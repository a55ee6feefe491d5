"""Feeds and sitemaps as lists of pages: RSS 2.0 and 1.0, Atom (RFC 4287), sitemaps (sitemaps.org, 0.9).

No entity is expanded, no DTD read; what is malformed is read as far as it goes, as feeds often are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.fetching.addresses import checked
from provenance.readers.addresses import listed, name
from provenance.readers.fields import one_line
from provenance.readers.roots import FEEDS, SITEMAPS, root_name

if TYPE_CHECKING:
    from provenance.readers.addresses import Address

_ROOTS = frozenset(one.rpartition(":")[2] for one in FEEDS | SITEMAPS)


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
    if name(root) == "sitemapindex":
        first = next((f", such as {one_line(one.link)}" for one in listed(root)), "")
        raise InputError(f"an index of sitemaps: give the address of one of them{first}")
    found: dict[str, Item] = {}
    for one in listed(root):
        if there := _fetched(one, address):
            found.setdefault(there, Item(there, one.words, one.published))
    if not found:
        raise InputError("a feed or sitemap that leads to no page: give the address of a page")
    return list(found.values())


def _fetched(one: Address, base: str) -> str:
    """The address that is asked for; empty where that is none which may be."""
    try:
        return str(checked(one.link, base))
    except InputError:
        return ""

"""Sitemaps: lists of addresses, with dates, in the news extension with titles. They hold no article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from provenance.errors import InputError
from provenance.readers.fields import iso_date, one_line, web_url
from provenance.readers.outcome import Skipped
from provenance.readers.roots import Address
from provenance.readers.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = 3
"""Addresses that are told by way of example."""


def read_sitemap(data: bytes, name: str) -> Iterator[Skipped]:
    """What there is to fetch, since there is nothing to read."""
    found = listed(data)
    if not found:
        raise InputError("a sitemap that lists no web address: give the pages themselves")
    shown = ", ".join(f"{one.url} ({one.title})" if one.title else one.url for one in found[:NAMED])
    more = f" and {len(found) - NAMED:,} more" if len(found) > NAMED else ""
    kind = "sitemaps" if found[0].lists else "pages"
    yield Skipped(name, f"a sitemap holds addresses and no article: fetch the {kind} that it lists, {shown}{more}")


def listed(data: bytes) -> tuple[Address, ...]:
    """Raises InputError where it cannot be read."""
    return tuple(_entries(parse_xml(data)))


def _entries(root: Any) -> Iterator[Address]:
    lists = _name(root) == "sitemapindex"
    for entry in root:
        said = {_name(one): one.text or "" for one in reversed(list(entry.iter())) if isinstance(one.tag, str)}
        if url := web_url(said.get("loc", "")):
            published = iso_date(said.get("publication_date", "")) or iso_date(said.get("lastmod", ""))
            yield Address(url, one_line(said.get("title", "")), published, lists)


def _name(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""

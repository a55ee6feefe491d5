"""Sitemaps: lists of addresses, in the news extension with titles. They hold no article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.readers.addresses import listed
from provenance.readers.fields import web_url
from provenance.readers.outcome import Skipped
from provenance.readers.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = 3
"""Addresses that are told by way of example."""


def read_sitemap(data: bytes, name: str) -> Iterator[Skipped]:
    """What there is to fetch, since there is nothing to read. InputError where it lists nothing, or is malformed."""
    found = [(url, one) for one in listed(parse_xml(data)) if (url := web_url(one.link))]
    if not found:
        raise InputError("a sitemap that lists no web address: give the pages themselves")
    shown = ", ".join(f"{url} ({one.title})" if one.title else url for url, one in found[:NAMED])
    more = f" and {len(found) - NAMED:,} more" if len(found) > NAMED else ""
    kind = "sitemaps" if found[0][1].lists else "pages"
    yield Skipped(name, f"a sitemap holds addresses and no article: fetch the {kind} that it lists, {shown}{more}")

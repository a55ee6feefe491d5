"""XML told by its root element; the entries of those that are lists of addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

HEAD = 4096
"""Bytes at the top of a document in which its root element must begin."""

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?"
    rb"(?>\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>))*+\s*<([A-Za-z_][\w:.-]*)",
    re.DOTALL,
)
FEEDS = frozenset(("rss", "feed", "rdf:RDF"))
SITEMAPS = frozenset(("urlset", "sitemapindex"))


class Address(NamedTuple):
    """One entry of a list; `published` is an ISO 8601 date.

    `lists` says that what is at `url` is a list of addresses too, as the entries of a sitemap index are.
    """

    url: str
    title: str | None = None
    published: str | None = None
    lists: bool = False


def root_name(data: bytes) -> str:
    """The name of an XML document's root element as it is written, prefix and all; empty where none is found."""
    found = _ROOT.match(data[:HEAD].replace(b"\0", b""))
    return found[1].decode("ascii", "replace") if found else ""


def told(root: str) -> str:
    return f"<{root[:40]}>" if root else "no element"

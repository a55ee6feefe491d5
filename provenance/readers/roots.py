"""XML told by its root element."""

from __future__ import annotations

import re

HEAD = 4096
"""Bytes at the top of a document in which its root element must begin."""

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?"
    rb"(?>\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>))*+\s*<([A-Za-z_][\w:.-]*)",
    re.DOTALL,
)
FEEDS = frozenset(("rss", "feed", "rdf:RDF"))
SITEMAPS = frozenset(("urlset", "sitemapindex"))


def root_name(data: bytes) -> str:
    """The name of an XML document's root element as it is written, prefix and all; empty where none is found."""
    found = _ROOT.match(data[:HEAD].replace(b"\0", b""))
    return found[1].decode("ascii", "replace") if found else ""


def told(root: str) -> str:
    return f"<{root[:40]}>" if root else "no element"

"""The addresses that a feed or a sitemap lists: what to fetch, since the list itself holds no article.

Feeds are RSS and Atom; sitemaps those of https://www.sitemaps.org/protocol.html with Google's news extension
(https://www.google.com/schemas/sitemap-news/0.9).
"""

from __future__ import annotations

from provenance.errors import InputError
from provenance.readers.compressed import GZIP, gunzip
from provenance.readers.roots import FEEDS, SITEMAPS, Address, root_name, told

__all__ = ["Address", "addresses"]


def addresses(data: bytes) -> tuple[Address, ...]:
    """What the feed or sitemap `data`, gzipped or not, lists, in its order, each address once.

    Entries without a web address are left out.

    Raises InputError where it is neither, or cannot be read.
    """
    data = gunzip(data) if data.startswith(GZIP) else data
    root = root_name(data)
    if root in FEEDS:
        from provenance.readers.feeds import listed
    elif root.rpartition(":")[2] in SITEMAPS:
        from provenance.readers.sitemaps import listed
    else:
        raise InputError(f"no feed and no sitemap (it begins with {told(root)}): give an RSS, Atom or sitemap address")
    return tuple({one.url: one for one in reversed(listed(data))}.values())[::-1]

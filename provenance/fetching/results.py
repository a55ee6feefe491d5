"""What a page leads to: the items of a feed or sitemap, or the links of a page of search results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.fetching.addresses import checked
from provenance.fetching.feeds import Item, is_feed, items
from provenance.readers.compressed import GZIP, beginning, gunzip
from provenance.readers.decode import decode
from provenance.readers.fields import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.fetching.fetcher import Page

LINKS = 2_000
"""The most links of one page that are looked at."""


def is_list(page: Page) -> bool:
    """Whether a page is a feed or a sitemap, as it is or compressed."""
    content = page.content or b""
    return is_feed(beginning(content) if content.startswith(GZIP) else content)


def leads(page: Page) -> list[Item]:
    """Each page that `page` leads to, once; what lies compressed is unpacked as a file of it is.

    Raises InputError where it is no text, or a feed without items.
    """
    content = page.content or b""
    content = gunzip(content) if content.startswith(GZIP) else content
    if is_feed(content):
        return items(content, page.address)
    found: dict[str, Item] = {}
    for item in _links(decode(content, page.charset), page.address):
        known = found.get(item.address)
        if known is None or len(known.words) < len(item.words):
            found[item.address] = item
    return list(found.values())


def _links(source: str, address: str) -> Iterator[Item]:
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        tree = document_fromstring(source.encode(), HTMLParser(encoding="utf-8"))
    except ParserError:
        return
    for number, link in enumerate(tree.iter("a")):
        if number == LINKS:
            return
        try:
            yield Item(str(checked(link.get("href") or "#", address)), one_line(link.text_content()) or "")
        except InputError:
            continue

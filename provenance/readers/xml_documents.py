"""XML (.xml, .rss, .atom, and .xml gzipped): which format it is, told by its root element."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import InputError
from provenance.readers.compressed import gunzip
from provenance.readers.decode import collection, decode, whole
from provenance.readers.outcome import Document
from provenance.readers.roots import FEEDS, SITEMAPS, root_name, told
from provenance.readers.saved import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article
    from provenance.readers.outcome import Read, Skipped

NEWSML = frozenset(("newsItem", "packageItem", "newsMessage"))


def read_xml(stream: BinaryIO, name: str) -> Iterator[Document | Read | Skipped]:
    data = collection(stream)
    root = root_name(data)
    kind = root.rpartition(":")[2]
    if root in FEEDS:
        from provenance.readers.feeds import read_feed

        yield from read_feed(data, name)
    elif kind in SITEMAPS:
        from provenance.readers.sitemaps import read_sitemap

        yield from read_sitemap(data, name)
    elif kind in NEWSML:
        from provenance.readers.newsml import read_newsml

        yield from read_newsml(data, name)
    elif kind == "nitf":
        yield Document(name, Path(name).stem, whole(BytesIO(data)), read_nitf)
    elif kind == "html":
        yield from pages(BytesIO(data), name)
    else:
        if not root:
            decode(data)
        found = f"it begins with {told(root)}"
        raise InputError(f"no feed, sitemap, NewsML-G2, NITF or XHTML ({found}): save the article's text as .txt")


def read_gzipped_xml(stream: BinaryIO, name: str) -> Iterator[Document | Read | Skipped]:
    yield from read_xml(BytesIO(gunzip(collection(stream))), name)


def read_nitf(document: Document) -> Article:
    """Imported when one is read."""
    from provenance.readers import nitf

    return nitf.read_nitf(document)

"""Links in the text of real pages: found beside those that trafilatura keeps, and how many hops they are for.

The pages are the development data beside the checkout.
"""

from __future__ import annotations

import gzip
from collections import Counter
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import trafilatura

from evaluation.run import DATA
from provenance.documents.credits.publisher import site
from provenance.extraction import extractor, reading_of
from provenance.model import RELAYS
from provenance.readers import Document, Read, read_page
from provenance.readers.anchors import hyperlinks
from provenance.readers.decode import decode
from provenance.readers.fields import web_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article

PAGES = DATA / "pages" / "html"


def run() -> Iterator[str]:
    pages = list(_read()) if PAGES.is_dir() else []
    if not pages:
        return
    ours = peers = both = 0
    for page, article in pages:
        own, theirs = {link.url for link in article.hyperlinks}, _peers(page, article)
        ours, peers, both = ours + len(own), peers + len(theirs), both + len(own & theirs)
    began = perf_counter()
    for page, article in pages:
        hyperlinks(page, article.text, article.url)
    spent = 1000 * (perf_counter() - began) / len(pages)
    yield f"{len(pages)} pages: {ours} links to other sites in their texts, {spent:.0f} ms a page"
    yield f"trafilatura keeps {peers} in the same texts, {both} of them found"
    yield from _hops([article for _, article in pages if article.hyperlinks])


def _read() -> Iterator[tuple[str, Article]]:
    for path in sorted(PAGES.glob("*.html.gz")):
        content = gzip.decompress(path.read_bytes())
        found = Document(path.name, path.stem, content, read_page).read()
        if isinstance(found, Read):
            yield decode(content), found.article


def _peers(page: str, article: Article) -> set[str]:
    """The links to other sites that trafilatura keeps, and whose words stand in the text."""
    found = trafilatura.bare_extraction(page, include_links=True, include_comments=False)
    text = " ".join(article.text.split())
    links = set()
    for link in found.body.iter("ref") if found is not None and found.body is not None else ():
        words = " ".join("".join(link.itertext()).split())
        url = web_url(urljoin(article.url or "", link.get("target") or ""))
        if url and words and words in text and not (article.url and site(url) == site(article.url)):
            links.add(url)
    return links


def _hops(articles: list[Article]) -> Iterator[str]:
    model = extractor("model")
    readings = [reading_of(article, model) for article in articles]
    hops = [hop for reading in readings for one in reading.attributions for hop in one.chain]
    linked = Counter(str(hop.kind) for hop in hops if hop.url)
    relays = sum(hop.kind in RELAYS for hop in hops)
    kinds = ", ".join(f"{number} {kind}" for kind, number in linked.most_common())
    yield f"{len(articles)} pages with such links: {len(hops)} hops, {relays} of them relays; with an address: {kinds}"

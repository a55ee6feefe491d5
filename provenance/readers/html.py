"""HTML pages: what the page states of itself (`metadata`), and which of its blocks are the article (`page`).

Nothing is fetched. Spans index `Article.text`, where paragraphs and headings are parted by blank lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from provenance.errors import InputError
from provenance.model import Article, Publisher
from provenance.readers.anchors import hyperlinks
from provenance.readers.claimreview import claim_reviews
from provenance.readers.decode import decode
from provenance.readers.fields import is_blank, one_line, web_url
from provenance.readers.metadata import metadata
from provenance.readers.page.authors import alone
from provenance.readers.page.blocks import blocks, plain
from provenance.readers.page.body import body
from provenance.readers.page.boxes import inside
from provenance.readers.page.chosen import chosen, extracted
from provenance.readers.page.completed import completed
from provenance.readers.page.days import day
from provenance.readers.page.furniture import clear
from provenance.readers.page.lists import is_list
from provenance.readers.page.state import drawn, prose, scripts
from provenance.readers.page.title import Titles, title
from provenance.readers.page.tree import letters, shorten, show
from provenance.readers.tree import html_tree
from provenance.readers.writers import house, writers

if TYPE_CHECKING:
    from provenance.readers.outcome import Document

LETTERS_LIMIT = 2_000_000
"""Characters that a page may show, white space aside; the longest of news has a tenth of it."""

TEXT_MINIMUM = 80
"""Characters below which what is found in a page is no article."""

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)


def read_html(document: Document) -> Article:
    declared = _CHARSET.search(document.content, 0, 4096)
    source = decode(document.content, document.charset or (declared[1].decode("ascii") if declared else None))
    return article(source, document.key, document.address or None)


def article(source: str, key: str, address: str | None = None) -> Article:
    """The article of a page's source, which stands at `address`. InputError where there is none."""
    page = html_tree(source)
    list(page.iter())  # lxml makes an element anew for whoever asks while nobody holds it
    shorten(page)
    stated = metadata(page, source[:2000])
    if len(stated.body) > LETTERS_LIMIT:
        raise InputError(f"a page that states a text of more than {LETTERS_LIMIT:,} letters: save it as .txt")
    reviews = claim_reviews(page)
    hidden = scripts(page)
    show(page)
    if letters(page)[page] > LETTERS_LIMIT:
        raise InputError(f"a page of more than {LETTERS_LIMIT:,} letters: save the article's text as .txt")
    own = frozenset(map(plain, stated.names))
    heading_text, heading = title(page, Titles(stated.title, stated.shared, stated.window, own))
    authors = writers(page, heading, stated)
    clear(page, heading)
    found = extracted(page, with_metadata=not (heading_text and stated.publisher))
    seen = tuple(blocks(page.body if page.find("body") is not None else page))
    taken = chosen(seen, found.body)
    if stated.title is None and is_list(seen, inside(seen), taken):
        raise InputError("a list of articles, not one: save the page of the article itself")
    told = body(seen, taken, (heading_text, heading), stated.summaries, authors)
    if not authors and told and (name := alone(told[0])):
        authors, told = (name,), told[1:]
    stated_body = prose(stated.body)
    text = "\n\n".join(completed([block.text for block in told], stated_body))
    if len(text) < TEXT_MINIMUM:
        text = stated_body or drawn(hidden, heading_text)
    if len(text) < TEXT_MINIMUM or is_blank(text):
        raise InputError("no article in this page: save the article's own page, or its text as .txt")
    site_name = _site_name(found)
    return Article(
        key=key,
        text=text,
        title=heading_text or one_line(found.title or ""),
        publisher=stated.publisher or (Publisher(site_name) if site_name else None),
        byline="; ".join(authors or house(stated)) or None,
        published=stated.published or day(seen, heading, stated.language),
        url=stated.url,
        language=stated.language,
        declared=stated.declared,
        text_is_file=False,
        hyperlinks=hyperlinks(source, text, stated.url or address),
        reviews=reviews,
    )


def _site_name(found: Any) -> str | None:
    """Trafilatura's, except where it is an address or made of one."""
    name = one_line(found.sitename or "")
    return name if name and not web_url(name) and name not in (found.url or "") else None

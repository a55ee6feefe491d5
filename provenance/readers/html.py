"""HTML pages: what the page states of itself (`metadata`), and which of its blocks are the article (`page`).

Nothing is fetched. Spans index `Article.text`, where paragraphs and headings are parted by blank lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from provenance.documents.credits.publisher import alike
from provenance.errors import InputError
from provenance.model import Article, Publisher
from provenance.readers.decode import decode, whole
from provenance.readers.fields import one_line, web_url
from provenance.readers.metadata import metadata
from provenance.readers.outcome import Read
from provenance.readers.page.authors import names, shown
from provenance.readers.page.blocks import blocks, plain
from provenance.readers.page.body import body
from provenance.readers.page.chosen import chosen, extracted
from provenance.readers.page.furniture import clear
from provenance.readers.page.title import Titles, title
from provenance.readers.page.tree import show, tree
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.readers.metadata import Metadata

TEXT_MINIMUM = 80
"""Characters below which what is found in a page is no article."""

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)


def read_html(stream: BinaryIO, name: str) -> Iterator[Read]:
    data = whole(stream)
    declared = _CHARSET.search(data, 0, 4096)
    source = decode(data, declared[1].decode("ascii") if declared else None)
    yield Read(name, article(source, Path(name).stem))


def article(source: str, key: str) -> Article:
    """The article of a page's source. InputError where there is none."""
    page = tree(source)
    stated = metadata(page, source[:2000])
    show(page)
    own = frozenset(map(plain, stated.names))
    heading_text, heading = title(page, Titles(stated.title, stated.shared, stated.window, own))
    people = _people(stated, shown(page))
    clear(page, heading)
    found = extracted(page, with_metadata=not (heading_text and people and stated.publisher))
    seen = tuple(blocks(page.body if page.find("body") is not None else page))
    text = "\n\n".join(body(seen, chosen(seen, found.body), (heading_text, heading), stated.summaries, people))
    if len(text) < TEXT_MINIMUM:
        text = stated.body
    if len(text) < TEXT_MINIMUM:
        raise InputError("no article in this page: save the article's own page, or its text as .txt")
    site_name = _site_name(found)
    return Article(
        key=key,
        text=text,
        title=heading_text or one_line(found.title or ""),
        publisher=stated.publisher or (Publisher(site_name) if site_name else None),
        byline="; ".join(people) or _guessed(found, stated) or stated.byline,
        published=stated.published,
        url=stated.url,
        language=stated.language,
        declared=stated.declared,
        text_is_file=False,
    )


def _people(stated: Metadata, seen: tuple[str, ...]) -> tuple[str, ...]:
    """The first of the JSON-LD's authors, the meta tags' and the page's that are not merely the publisher's name."""
    own = stated.publisher.name if stated.publisher else ""
    for given in (names(stated.authors), names(stated.writers), seen):
        if given and not all(alike(one, own) for one in given):
            return given
    return ()


def _guessed(found: Any, stated: Metadata) -> str | None:
    """Trafilatura's author, except where it is the publisher's name once more ("Tarn De" for "tarn.de")."""
    author = one_line(found.author or "")
    again = author and stated.byline and _letters(author) == _letters(stated.byline)
    return None if again else author


def _letters(name: str) -> str:
    return plain_name(name).replace(" ", "")


def _site_name(found: Any) -> str | None:
    """Trafilatura's, except where it is an address or made of one."""
    name = one_line(found.sitename or "")
    return name if name and not web_url(name) and name not in (found.url or "") else None

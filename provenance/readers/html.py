"""HTML pages: trafilatura finds the article in the page, `metadata` what the page states of it.

Nothing is fetched. Spans index `Article.text`, where paragraphs and headings are parted by blank lines.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

import trafilatura
from lxml import etree
from trafilatura.settings import Document as Found

from provenance.documents.credits.publisher import alike
from provenance.errors import InputError
from provenance.model import Article, Publisher
from provenance.readers.amp import COMPONENTS
from provenance.readers.anchors import hyperlinks
from provenance.readers.claimreview import claim_reviews
from provenance.readers.decode import decode
from provenance.readers.fields import one_line, web_url
from provenance.readers.metadata import Metadata, metadata
from provenance.readers.tree import html_tree
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.readers.outcome import Document

TEXT_MINIMUM = 80
"""Characters below which what is found in a page is no article."""

_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
"""For trafilatura to be quick and the same every day; its guess is not used (see `dates`)."""

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset(("body", "code", "head", "item", "list", "p", "quote", "row", "table"))

for _library in ("trafilatura", "htmldate", "justext", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def read_html(document: Document) -> Article:
    declared = _CHARSET.search(document.content, 0, 4096)
    page = decode(document.content, document.charset or (declared[1].decode("ascii") if declared else None))
    tree = html_tree(page)
    stated = metadata(tree, page[:2000])
    reviews = claim_reviews(tree)
    try:
        found = _extracted(tree, stated)
    except Exception as error:
        raise InputError(f"trafilatura fails on this page ({type(error).__name__}): save its text as .txt") from error
    text = "\n\n".join(_paragraphs(found.body))
    if len(text) < TEXT_MINIMUM:
        text = stated.body
    if len(text) < TEXT_MINIMUM:
        raise InputError("no article in this page: save the article's own page, or its text as .txt")
    site_name = _site_name(found)
    return Article(
        key=document.key,
        text=text,
        title=stated.title or one_line(found.title or ""),
        publisher=stated.publisher or (Publisher(site_name) if site_name else None),
        byline=_person(stated) or _guessed(found, stated) or stated.byline,
        published=stated.published,
        url=stated.url,
        language=stated.language,
        declared=stated.declared,
        text_is_file=False,
        hyperlinks=hyperlinks(page, text, stated.url or document.address or None),
        reviews=reviews,
    )


def _extracted(tree: Any, stated: Metadata) -> Found:
    """What trafilatura makes of the page without its scripts, which it would search in quadratic time."""
    etree.strip_elements(tree, "script", "style", *COMPONENTS, with_tail=False)
    etree.strip_attributes(tree, "colspan", "rowspan")  # it would write every spanned cell out
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        with_metadata=not (stated.title and _person(stated) and stated.publisher),
        date_extraction_params=_DATES,
    )
    return found if isinstance(found, Found) else Found()


def _paragraphs(body: Any) -> Iterator[str]:
    """The blocks of trafilatura's body, a forced line break kept as one."""
    pieces = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        starts = event == "start"
        if element.tag in _BLOCKS:
            pieces.append("\n\n")
        elif element.tag == "lb" and starts:
            pieces.append("\n")
        elif (
            element.tag == "cell"
            and starts
            and element.getprevious() is not None
            and "".join(element.itertext()).strip()
        ):
            pieces.append(" | ")
        pieces.append(_SPACE.sub(" ", (element.text if starts else element.tail) or ""))
    for block in re.split(r"\n\s*\n", "".join(pieces)):
        if lines := [line for line in map(one_line, block.split("\n")) if line]:
            yield "\n".join(lines)


def _person(stated: Metadata) -> str | None:
    """The byline that the page states, where it is not merely the publisher's name."""
    own = stated.byline and stated.publisher and alike(stated.byline, stated.publisher.name)
    return None if own else stated.byline


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

"""Pages of an invented paper, for tests of how pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.readers.html import article

if TYPE_CHECKING:
    from provenance.model import Article

TITLE = "Slate trust weighs sale of north face"
FIRST = (
    "The trust that runs the slate quarry at Orme is weighing a sale of its north face, two of its members told the "
    "Coast Ledger on Monday after a meeting that lasted until midnight."
)
SECOND = (
    "“Nothing has been signed, and nothing will be signed before the spring,” its chair, Ines Marlow, said when she "
    "left the hall, adding that the rail spur was let until the end of the decade."
)
THIRD = (
    "The north face was last worked by hand sixty years ago, and a survey by the county put the cost of making it safe "
    "at four million crowns, most of it for the pumps and for the old engine house."
)
FOURTH = (
    "Drivers’ groups called the plan a gamble, and said that the lorries which come down from the quarry have already "
    "broken the road to the harbour in three places since the winter began."
)
FIFTH = (
    "The trust is to meet again in April, when the books of the last year will have been read by an accountant from "
    "the capital whom neither side has used before."
)
ALL = (FIRST, SECOND, THIRD, FOURTH, FIFTH)
SITE = '<meta property="og:site_name" content="Coast Ledger">'


def p(*paragraphs: str) -> str:
    return "".join(f"<p>{one}</p>" for one in paragraphs)


def page(body: str, head: str = SITE, title: str = TITLE) -> str:
    return f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def read(body: str, head: str = SITE, title: str = TITLE) -> Article:
    """The article of a page with this body."""
    return article(page(body, head, title), "page")


def story(*paragraphs: str, head: str = SITE) -> Article:
    """The article of a page whose text is under its heading, each paragraph as HTML."""
    return read(f"<article><h1>{TITLE}</h1>{''.join(paragraphs)}</article>", head)


def paragraphs(found: Article) -> list[str]:
    return found.text.split("\n\n")

"""How web pages are read: title, date, byline, and the words of the body."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evaluation.measures import Ratio

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.measures import Tally
    from provenance.model import Reading

WORD = re.compile(r"\w+")
JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name of several words is written as one: TheTelegraph."""
NO_NAME = frozenset({"and", "by", "the", "und", "et"})
LEAST_RECALL = 0.9
LEAST_PRECISION = 0.8
TELLING = 4
"""Letters of a word from which on an outlet is recognized by it."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A page as a person sees it; `published` is an ISO 8601 date."""

    title: str
    published: str
    byline: str
    publisher: str
    text: str


def truth(row: Mapping[str, Any]) -> Truth:
    """A line of `pages/truth.jsonl`; a field that a page does not have is empty."""
    return Truth(*(row[name] or "" for name in ("title", "published", "byline", "publisher", "text")))


def tally(reading: Reading | None, truth: Truth) -> Tally:
    """What one page adds: shares in per cent of the pages that were read, then counts of pages."""
    if reading is None:
        return {"not read": Ratio(1, 1)}
    article = reading.article
    found = {
        "title": (article.title or "").split() == truth.title.split(),
        "date": (article.published or "")[:10] == truth.published,
        "byline": _names(article.byline or "") == _names(truth.byline),
        "own page as relay": any(_is_publisher(one.name, truth) for one in reading.derivations),
    }
    return {"not read": Ratio(0, 1), **{name: Ratio(right, 1) for name, right in found.items()}} | _body(
        article.text, truth.text
    )


def _body(text: str, truth: str) -> dict[str, Ratio]:
    """Words in common; nothing where the page has no text."""
    got, wanted = Counter(_words(text)), Counter(_words(truth))
    if not wanted:
        return {}
    both = (got & wanted).total()
    recall, precision = both / wanted.total(), both / max(got.total(), 1)
    return {
        "body recall": Ratio(recall, 1),
        "body precision": Ratio(precision, 1),
        "body under .9 recall": Ratio(recall < LEAST_RECALL, 1),
        "body under .8 precision": Ratio(precision < LEAST_PRECISION, 1),
    }


def _is_publisher(name: str, truth: Truth) -> bool:
    """Whether a name shares a telling word with the page's own publisher."""
    return bool(_telling(name) & _telling(JOINED.sub(" ", truth.publisher)))


def _telling(name: str) -> set[str]:
    return {word for word in _words(name) if len(word) >= TELLING}


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _names(byline: str) -> set[str]:
    return {word for word in _words(byline) if len(word) > 1} - NO_NAME

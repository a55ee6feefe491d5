"""Which articles may tell one story, or one claim of another: keys that two of them share.

Keys are made from one text alone and two articles are compared when they share enough of them, so that what is
compared depends on the two and never on what else is known or came before (an approximate graph of neighbours, such
as HNSW of Malkov and Yashunin 2020, would depend on the order of arrival).
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from math import log
from typing import TYPE_CHECKING

from provenance.iris import digest
from provenance.linking.rarity import rarity
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Article

TERMS = 20
"""The most telling words of an article: rare ones that it repeats."""
SHARED = 3
"""As many of them make two articles one story, or of a statement's rarest words two statements alike."""
DAYS = 30
"""The longest that a story runs between two articles on it."""
RAREST = 4
"""The words of a statement that are looked up wherever and whenever it was said."""


def terms(article: Article) -> tuple[str, ...]:
    """The words that tell best what `article` is about, in their order."""
    counts = Counter(words(f"{article.title or ''}\n{article.text}"))
    weight = {
        word: (1 + log(count)) * rarity(word) for word, count in counts.items() if len(word) > 2 and not word.isdigit()
    }
    return tuple(sorted(sorted(weight, key=lambda word: (-weight[word], word))[:TERMS]))


def day(article: Article) -> int | None:
    """The day of publication, counted from the year 1; the middle of a month or year that is all that is known."""
    known = article.published or ""
    try:
        return date.fromisoformat({10: known, 7: f"{known}-15", 4: f"{known}-07-01"}.get(len(known), "")).toordinal()
    except ValueError:
        return None


def said_keys(statements: Iterable[frozenset[str]]) -> frozenset[int]:
    """A key for each three of a statement's four rarest words, as whole numbers of 64 bits."""
    found: set[int] = set()
    for said in statements:
        rarest = sorted(said, key=lambda word: (-rarity(word), word))[:RAREST]
        found |= {number("said", *three) for three in combinations(sorted(rarest), SHARED)}
    return frozenset(found)


def number(*parts: str) -> int:
    """A whole number of 64 bits, signed as SQLite stores them, for `parts`."""
    return int.from_bytes(bytes.fromhex(digest(*parts))[:8], "big", signed=True)

"""Which articles may tell one story: those that share telling words, within the days that a story runs."""

from __future__ import annotations

from collections import Counter
from datetime import date
from math import log
from typing import TYPE_CHECKING

from provenance.linking.rarity import rarity
from provenance.text import words

if TYPE_CHECKING:
    from provenance.model import Article

TERMS = 25
"""The most telling words of an article: rare ones that it repeats (how many: training/README.md, "Who is compared")."""
SHARED = 3
"""As many of them make two articles one story."""
DAYS = 30
"""The longest that a story runs between two articles on it."""


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

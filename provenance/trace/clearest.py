"""Which wording of a claim stands for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Statement


def clearest(statements: Sequence[Statement]) -> str:
    """The wording of `clearest_of`."""
    return clearest_of(statements).text


def clearest_of(statements: Sequence[Statement]) -> Statement:
    """The one whose wording holds most of what all say, and least else; a whole clause before "that …" or "to …"."""
    said = [frozenset(words(one.text)) for one in statements]
    counts = Counter(word for each in said for word in each)

    def clear(number: int) -> tuple[bool, int, float, int, str]:
        one = statements[number]
        shared = sum(counts[word] - 1 or -1 for word in said[number])
        return one.text[:1].islower(), -shared, -one.attribution.confidence, len(one.text), one.text

    return statements[min(range(len(statements)), key=clear)]

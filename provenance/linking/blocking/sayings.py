"""Keys by which a statement is met wherever and whenever it was said: its rarest words, three at a time."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from provenance.linking.blocking.keys import number
from provenance.linking.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable

RAREST = 4
"""The words of a statement that are looked up."""
SHARED = 3
"""As many of them make two statements alike."""


def keys(statements: Iterable[frozenset[str]]) -> frozenset[int]:
    """A key for each SHARED of a statement's RAREST words, of which each statement has so many."""
    found: set[int] = set()
    for said in statements:
        rarest = sorted(said, key=lambda word: (-rarity(word), word))[:RAREST]
        found |= {number("said", *three) for three in combinations(sorted(rarest), SHARED)}
    return frozenset(found)

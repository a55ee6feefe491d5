"""How rare a word is in general: a measure of its own, so that what links two texts does not depend on a third."""

from __future__ import annotations

from functools import cache
from math import log

from provenance.resources import resource

COMMON = 20
"""Ranks up to about here tell nothing apart."""
UNSEEN = 60_000
"""The rank of a word that is not in the table."""


def rarity(stem: str) -> float:
    """The logarithm of a stem's frequency rank, from 0.05 for the most frequent to 8 (Zipf's law: Zipf 1949)."""
    return log((_ranks().get(stem, UNSEEN) + COMMON) / COMMON)


@cache
def _ranks() -> dict[str, int]:
    stems = resource("rarity.txt").read_text(encoding="utf8").split()
    return {stem: rank for rank, stem in enumerate(stems, start=1)}

"""Keys by which articles meet: whole numbers of 64 bits, made from one text alone."""

from __future__ import annotations

from enum import IntEnum

from provenance.iris import digest

FIRST = 16
"""Articles that a key brings together with all others that have it: its first holders, by `rank`."""


class KeyKind(IntEnum):
    """What a key stands for; those of one kind do not meet those of another."""

    SAID = 0
    COPIED = 1
    QUOTED = 2


def number(*parts: str) -> int:
    """A whole number of 64 bits, signed as SQLite stores them, for `parts`."""
    return int.from_bytes(bytes.fromhex(digest(*parts))[:8], "big", signed=True)


def rank(article: str) -> int:
    """Where an article stands among those that have a key: by a hash of its IRI, whatever else is held."""
    return number("rank", article)

"""Which spans of a text are the same: characters in common, and pairs of one with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Span = tuple[int, int]
Characters = frozenset[int]
"""Places in a text, counted from 0."""

T = TypeVar("T")
U = TypeVar("U")

SAME_STATEMENT = 0.3
"""From this share of their characters on, two contents are the same statement; annotators cut them differently."""


def covered(spans: Iterable[Span]) -> Characters:
    """The characters of `spans`, `[start, end)`."""
    return frozenset(place for start, end in spans for place in range(start, end))


def trimmed(spans: Iterable[Span], text: str) -> Characters:
    """The characters of `spans`, white space and outer punctuation left out."""
    places = sorted(place for place in covered(spans) if place < len(text) and not text[place].isspace())
    words = [number for number, place in enumerate(places) if text[place].isalnum()]
    return frozenset(places[words[0] : words[-1] + 1]) if words else frozenset()


def overlap(one: Characters, other: Characters) -> float:
    """Characters in common by characters in either (Jaccard 1901), from 0 to 1."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def pairs(predicted: Sequence[T], gold: Sequence[U], likeness: Callable[[T, U], float | None]) -> list[tuple[int, int]]:
    """Numbers of those that go together, the most alike first, each at most once.

    `likeness` is None where two are not the same.
    """
    candidates = [
        (-value, i, j)
        for i, one in enumerate(predicted)
        for j, other in enumerate(gold)
        if (value := likeness(one, other)) is not None
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return list(found.items())


def same_statement(one: Characters, other: Characters) -> float | None:
    """How much two contents share, where that is enough."""
    value = overlap(one, other)
    return value if value >= SAME_STATEMENT else None

"""Who meets whom where articles are brought together key by key: the same as `batch` finds by looking at every two.

Each block of articles is looked at by itself, so that others may look at other blocks. By a key that few statements or
passages have, articles meet its first holders; those on one story meet in the block of the rarest telling word that
they share, of one window of days or of two that follow each other, so that no two meet twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from provenance.linking.blocking.keys import FIRST, number, rank
from provenance.linking.blocking.story import DAYS, SHARED
from provenance.linking.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    ArticlePair = tuple[str, str]
    """Two articles by their IRIs, in order."""

UNDATED = -2
"""The window in which articles without a date meet each other and all others; that of a day is -1 or more."""


class Teller(NamedTuple):
    """An article as it is told which story it is on: its `terms` as numbers, the rarest first."""

    article: str
    day: int | None
    terms: tuple[int, ...]


class Seat(NamedTuple):
    """Where an article is met: in the block of a term and a window of days, among its `own` or those of the next."""

    term: int
    window: int
    is_own: bool


def teller(article: str, day: int | None, terms: Iterable[str]) -> Teller:
    """`terms` are those of `story.terms`, `day` is counted from the year 1."""
    ordered = sorted(terms, key=lambda term: (-rarity(term), term))
    return Teller(article, day, tuple(number("term", term) for term in ordered))


def seats(one: Teller) -> Iterator[Seat]:
    """The blocks in which `one` is to be looked at: whoever shares SHARED terms shares one of all but the last."""
    for term in one.terms[: len(one.terms) - SHARED + 1]:
        if one.day is not None:
            window = one.day // (DAYS + 1)
            yield Seat(term, window, is_own=True)
            yield Seat(term, window - 1, is_own=False)
        yield Seat(term, UNDATED, is_own=one.day is None)


def on_one_story(
    term: int, own: Sequence[Teller], others: Sequence[Teller], *, among_own: bool
) -> Iterator[ArticlePair]:
    """Who of `own` is on one story with whom of `others`, and, if asked, `among_own`, in the block of `term`.

    Only those whose rarest term in common it is. The cost goes with how many share two terms, not with all.
    """
    beside = [*own, *others] if among_own else list(others)
    holders: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(beside):
        for told in _after(term, one):
            holders[told].append(place)
    for place, one in enumerate(own):
        shared = Counter(held for told in _after(term, one) for held in holders[told])
        for held, more in shared.items():
            other = beside[held]
            if more >= SHARED - 1 and (held > place or not among_own) and _meet(term, one, other):
                yield _pair(one.article, other.article)


def by_key(holders: Iterable[str], first: int = FIRST) -> Iterator[ArticlePair]:
    """The articles that meet by a key that `holders` have: each with its `first` ones."""
    ranked = leading(holders)
    for one, other in combinations(ranked[:first], 2):
        yield _pair(one, other)
    for one in ranked[first:]:
        for other in ranked[:first]:
            yield _pair(one, other)


def leading(holders: Iterable[str], first: int | None = None) -> list[str]:
    """`holders` in the order of their ranks, the `first` ones of them."""
    return sorted(set(holders), key=lambda iri: (rank(iri), iri))[:first]


def with_leading(one: str, leaders: Iterable[str]) -> Iterator[ArticlePair]:
    """As `by_key`, but of one holder alone, which knows the `leaders`."""
    return (_pair(one, other) for other in leaders if other != one)


def _after(term: int, one: Teller) -> tuple[int, ...]:
    return one.terms[one.terms.index(term) + 1 :]


def _meet(term: int, one: Teller, other: Teller) -> bool:
    """Whether the block of `term` is where they meet, within the days that a story runs."""
    if one.day is not None and other.day is not None and abs(one.day - other.day) > DAYS:
        return False
    return set(one.terms[: one.terms.index(term)]).isdisjoint(other.terms[: other.terms.index(term)])


def _pair(one: str, other: str) -> ArticlePair:
    return (one, other) if one < other else (other, one)

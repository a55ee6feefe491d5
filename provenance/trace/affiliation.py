"""What descriptions say that people belong to, and whether two of them exclude each other.

Nothing is excluded that both do not tell of: each must name a country, each a party, or each the body that it is at. A
word that several bear ("Korean", "Georgia") stands for any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from provenance.documents.lexicon import lexicon
from provenance.documents.places import mentions, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.places import Token

ABOUT = frozenset(
    "about after against as because briefed by close familiar for involved into near on over to toward towards until "
    "who whom whose with".split()
)
"""What follows tells with what someone deals: an envoy to a country is not of it."""
WHERE = frozenset("across at based from in inside of within".split())
AT = frozenset("at inside within".split())
QUALIFYING = frozenset("anonymous senior unnamed".split())
"""Vague words that stand before those that they tell of."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """One of `countries` (ISO 3166-1 alpha-2), one of `parties`; the words and initials of the `bodies` worked at."""

    countries: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()

    def __or__(self, other: Affiliation) -> Affiliation:
        return Affiliation(self.countries | other.countries, self.parties | other.parties, self.bodies | other.bodies)

    def excludes(self, other: Affiliation) -> bool:
        """Whether nobody fits both."""
        return (
            _apart(self.countries, other.countries)
            or _apart(self.parties, other.parties)
            or _apart(self.bodies, other.bodies)
        )


NOTHING = Affiliation()


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


@lru_cache(4096)
def of_person(role: str) -> Affiliation:
    """From a role, or the name of a body: all that it names but what it only deals with."""
    return _affiliation(_belonging(tokens(role)))


@lru_cache(4096)
def of_unnamed(description: str) -> Affiliation:
    """From "Ostran officials in Tarsk": what stands before the people tells what they are, and counts before where."""
    told = _belonging(tokens(description))
    head = next((index + 1 for index, one in enumerate(told) if _is_head(one)), len(told))
    head = min(head, next((index for index, one in enumerate(told) if one.plain in WHERE), len(told)))
    what = _affiliation(told[:head])
    where = _affiliation(told[head:] if head < len(told) and told[head].plain in WHERE else [])
    return Affiliation(what.countries or where.countries, what.parties or where.parties, where.bodies)


def _is_head(token: Token) -> bool:
    return not token.capital and token.plain in lexicon().vague - QUALIFYING


def _belonging(told: Sequence[Token]) -> Sequence[Token]:
    """Up to what only tells with what someone deals; a spokesman for someone is theirs."""
    for index, token in enumerate(told):
        if token.plain in ABOUT and not (token.plain == "for" and index and told[index - 1].plain.startswith("spokes")):
            return told[:index]
    return told


def _affiliation(told: Sequence[Token]) -> Affiliation:
    found = list(mentions(told))
    placed = {index for one in found for index in range(one.start, one.end)}
    return Affiliation(
        frozenset().union(*(one.countries for one in found)),
        frozenset(
            party
            for index, token in enumerate(told)
            if index not in placed and token.capital and (party := lexicon().parties.get(token.plain))
        ),
        _bodies(told),
    )


def _bodies(told: Sequence[Token]) -> frozenset[str]:
    """The capitalised name right after the first "at", with or without an article."""
    rest = list(dropwhile(lambda one: one.plain not in AT, told))[1:]
    rest = rest[1:] if rest and rest[0].plain == "the" else rest
    name = [one.plain for one in takewhile(lambda one: one.capital, rest)]
    return frozenset(name) | ({"".join(word[0] for word in name)} if len(name) > 1 else set())

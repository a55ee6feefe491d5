"""Roles that exclude each other: the accused is no judge, the mayor no bishop, and nobody their own lawyer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.callings import ONCE, Callings, sides
from provenance.extraction.parser.naming.words import undetermined
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.extraction.parser.naming.agent import Found
    from provenance.extraction.parser.naming.page import Page
    from provenance.extraction.parser.naming.words import Word

ENDS = vocabulary.PREPOSITIONS | vocabulary.RELATIVES | {"of"}
"""Where the noun that somebody is called by is past."""


@dataclass(frozen=True)
class Sides:
    """Of the mentions of a `page`, by number: their `parts`, and what each gives by itself."""

    page: Page
    parts: Sequence[Sequence[Word]]
    own: Sequence[Found]

    def parted(self, heads: Sequence[int | None]) -> tuple[int | None, ...]:
        """Without the antecedents that a mention cannot be the same as."""
        return tuple(
            None if head is not None and self._exclude(number, head, heads) else head
            for number, head in enumerate(heads)
        )

    def _exclude(self, number: int, head: int, heads: Sequence[int | None]) -> bool:
        way = list(_way(head, heads, self.own))
        if not any(_noun(self.parts[at]) for at in (number, *way) if not self.own[at].is_named):
            return False
        if self._is_of(number, way[-1]) or self._is_of(way[-1], number):
            return True
        mine, theirs = self._of(number), frozenset[str]().union(*map(self._of, way))
        return not mine & theirs and any(
            first != second and {first, second} <= together
            for first, second in product(mine, theirs)
            for together in vocabulary.APART
        )

    def _of(self, number: int) -> frozenset[str]:
        """The sides that a mention’s words, or the text of whom they name, tell."""
        own = self.own[number]
        if own.kind is not Kind.PERSON and own.kind is not Kind.ANONYMOUS:
            return frozenset()
        if own.is_named:
            return sides(own.role) | self._callings.sides.get(own.name.split()[-1], frozenset())
        return sides(_noun(self.parts[number]))

    def _is_of(self, number: int, other: int) -> bool:
        """Whether the text has the `other`, who is named, own what a mention is called by: “Ada Brunt’s lawyer”."""
        if self.own[number].is_named or not self.own[other].is_named:
            return False
        *given, last = self.own[other].name.split()
        return any(
            self._goes_with(given, last, owner.split()[:-1])
            for owner in self._callings.owners.get((_noun(self.parts[number]), last), ())
        )

    def _goes_with(self, given: Sequence[str], last: str, before: Sequence[str]) -> bool:
        """Whether the words before a surname are a person’s own, and not the given name of another."""
        told = [word for word in before if word.lower().rstrip(".") not in vocabulary.ROLES]
        return told[0] in given if told and given else not self.page.people.is_ambiguous(last)

    @cached_property
    def _callings(self) -> Callings:
        return Callings(self.page.text)


def _way(head: int, heads: Sequence[int | None], own: Sequence[Found]) -> Iterator[int]:
    """`head` and its antecedents, up to the first that is named."""
    at: int | None = head
    while at is not None:
        yield at
        at = None if own[at].is_named else heads[at]


def _noun(parts: Sequence[Word]) -> str:
    """What a phrase calls somebody: the last word before a mark, a preposition or a relative; "" for one who was it."""
    own = undetermined(list(parts))
    end = next((at for at, word in enumerate(own) if word.is_mark or word.lower in ENDS), len(own))
    noun = own[end - 1] if end else None
    calls = noun is not None and (noun.is_role or noun.lower in vocabulary.SIDES)
    return noun.lower if noun and calls and not any(word.lower in ONCE for word in own[:end]) else ""

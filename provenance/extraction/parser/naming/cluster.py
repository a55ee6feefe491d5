"""What the mentions of one source give together: the names among them, and the fullest description."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.crowds import RESPONDENTS
from provenance.extraction.parser.naming.descriptions import JOINS
from provenance.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.extraction.parser.naming.agent import Found


@dataclass(frozen=True)
class Cluster:
    """Mentions of one source by their `numbers`, with what each gives by itself."""

    numbers: tuple[int, ...]
    own: Sequence[Found]

    @cached_property
    def named(self) -> Mapping[str, int]:
        """Each name that a mention bears, with the first that does."""
        found: dict[str, int] = {}
        for number in self.numbers:
            if self.own[number].is_named:
                found.setdefault(self.own[number].name, number)
        return found

    @cached_property
    def persons(self) -> frozenset[str]:
        """Full names of single persons."""
        found = (self.own[number] for number in self.named.values())
        return frozenset(
            one.name for one in found if one.kind is Kind.PERSON and len(one.names) == 1 and " " in one.name
        )

    @cached_property
    def by_word(self) -> Mapping[str, frozenset[str]]:
        """The full names of persons that have a word."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in self.persons:
            for word in name.split():
                found[word].add(name)
        return {word: frozenset(names) for word, names in found.items()}

    @cached_property
    def fullest(self) -> int | None:
        """The mention that describes most: with whom it names in passing, then its words."""
        told = [number for number in self.numbers if self.own[number].names]
        return max(told, key=lambda number: _fullness(self.own[number].name), default=None)


def is_several(name: str) -> bool:
    """“three officials”, “officials in Harl”, but neither “banker” nor “one of the officials”."""
    first, *rest = name.lower().split()
    noun = next((word for word, after in pairwise([first, *rest, "of"]) if after in JOINS), first)
    return (first in vocabulary.NUMBERS and first != "one") or (noun.endswith("s") and first != "one")


def _fullness(name: str) -> tuple[int, int]:
    told = name.split()
    if name == RESPONDENTS:
        return 0, 0
    return sum(word[0].isupper() and word.lower() not in vocabulary.PARTIES for word in told), len(told)

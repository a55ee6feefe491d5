"""Which of its own and its cluster's words name a mention: its own, else those of the nearest antecedent that names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.model import OUTLETS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.extraction.parser.naming.agent import Found
    from provenance.extraction.parser.naming.page import Page


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever a mention stands for, and the number of the mention whose words tell."""

    who: Found
    giver: int


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


def sources(
    own: Sequence[Found], heads: Sequence[int | None], groups: Sequence[tuple[int, ...]], page: Page
) -> tuple[Source, ...]:
    """Of each mention, by number; `heads` are sure antecedents, `groups` all that are joined by them."""
    clusters = {group: Cluster(group, own) for group in set(groups)}
    nearest = _nearest_named(own, heads)
    return tuple(
        _source(number, own[number], nearest[number], clusters[groups[number]], page) for number in range(len(own))
    )


def _source(number: int, own: Found, nearest: int | None, cluster: Cluster, page: Page) -> Source:
    giver = nearest
    if giver is None and len(cluster.named) == 1:
        [giver] = cluster.named.values()
    if giver is not None:
        return Source(_fuller(cluster.own[giver], cluster, page), giver)
    best = cluster.fullest
    if best is None or cluster.own[best].kind is not own.kind or _counts_otherwise(own, cluster.own[best]):
        return Source(own, number)
    return Source(cluster.own[best], best)


def _counts_otherwise(one: Found, other: Found) -> bool:
    """Whether they are so many and so many: “two officials”, “one of the officials”."""
    if not one.names:
        return False
    first, second = (found.name.split()[0].lower() for found in (one, other))
    return first != second and bool({first, second} & vocabulary.NUMBERS)


def _nearest_named(own: Sequence[Found], heads: Sequence[int | None]) -> list[int | None]:
    """The mention itself, where its words name somebody, else the first of its antecedents whose words do."""
    found: dict[int, int | None] = {}
    for number in range(len(own)):
        way = []
        at: int | None = number
        while at is not None and at not in found and not own[at].is_named:
            way.append(at)
            at = heads[at]
        giver = None if at is None else found.get(at, at)
        found |= dict.fromkeys([*way, number], giver)
    return [found[number] for number in range(len(own))]


def _fuller(mine: Found, cluster: Cluster, page: Page) -> Found:
    """In the full form that others of the cluster have: a person's one word, a part of a body's or an outlet's name."""
    if mine.kind is Kind.ORGANIZATION or mine.kind in OUTLETS:
        return _wider(mine, cluster)
    if mine.kind is not Kind.PERSON or len(mine.names) != 1 or " " in mine.name:
        return mine
    same = cluster.by_word.get(mine.name, frozenset())
    if not same and not page.people.is_ambiguous(mine.name):
        same = cluster.persons
    return replace(mine, names=tuple(same)) if len(same) == 1 else mine


def _wider(mine: Found, cluster: Cluster) -> Found:
    """By the longest name that has all the words of this one, and as many bearers."""
    words = set(mine.name.split())
    wider = [name for name in cluster.named if words < set(name.split()) and name.count(";") == mine.name.count(";")]
    return replace(mine, names=(max(wider, key=len),)) if wider else mine


def _fullness(name: str) -> tuple[int, int]:
    told = name.split()
    return sum(word[0].isupper() for word in told), len(told)

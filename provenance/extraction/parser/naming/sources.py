"""Which of its own and its cluster's words name a mention: its own, else those of the nearest antecedent that names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.cluster import Cluster, is_several
from provenance.model import OUTLETS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.agent import Found
    from provenance.extraction.parser.naming.page import Page


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever a mention stands for, and the number of the mention whose words tell."""

    who: Found
    giver: int


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
    if giver is not None and own.counted and len(cluster.own[giver].names) > 1:
        return Source(own, number)
    if giver is not None:
        return Source(_fuller(cluster.own[giver], cluster, page), giver)
    best = cluster.fullest
    if best is None or cluster.own[best].kind is not own.kind or _counts_otherwise(own, cluster.own[best]):
        return Source(own, number)
    if own.counted and is_several(cluster.own[best].name):
        return Source(_counted(own, cluster.own[best].name), best)
    return Source(cluster.own[best], best)


def _counted(own: Found, name: str) -> Found:
    """“two of them” are two of the three officials."""
    first, *rest = name.split()
    told = " ".join(rest) if rest and first.lower() in vocabulary.DETERMINERS else name
    return replace(own, names=(f"{own.counted} of the {told}",))


def _counts_otherwise(one: Found, other: Found) -> bool:
    """Whether they are so many and so many: “two officials”, “one of the officials”, “bakers; fishers”."""
    if not one.names:
        return False
    if len(one.names) != len(other.names):
        return True
    if is_several(one.name) and is_several(other.name) and one.name.split()[0].lower() not in vocabulary.NUMBERS:
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

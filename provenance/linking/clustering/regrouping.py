"""What the statements that articles touch come to now: the claims that changed, and what there is to say of them.

The same as `grouping` of all statements at once, without those whose claim is what it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import claim_iri
from provenance.linking.clustering.grouping import linked, made_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from provenance.linking.candidates import CandidateIndex, Component, Member
    from provenance.model import Link

    Pairs = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Claims that changed: IRI → their attributions; those statements, whose links are to be made anew; these links.

    `beside` gives, in the way of `claims`, other statements on the same passages. `pairs` are those that touch any.
    """

    claims: dict[str, tuple[str, ...]]
    members: tuple[Member, ...]
    links: tuple[Link, ...]
    beside: dict[str, tuple[str, ...]]
    pairs: Pairs


def regrouped(index: CandidateIndex) -> Iterator[Regrouped]:
    """What changed since this was last asked, some of it at a time: what comes later holds against what came before."""
    renewed = index.components.renewed
    for components in index.components.affected():
        yield _regrouped(index, components, renewed)


def _regrouped(index: CandidateIndex, components: Collection[Component], renewed: Collection[int]) -> Regrouped:
    known = index.members(frozenset[int]().union(*(one.statements for one in components)))
    number = {one.iri: row for row, one in known.items()}
    claims = {made[0]: made for one in components for made in _made(one, known)}
    homes = {number[iri]: number[first] for first, made in claims.items() for iri in made}
    index.components.settle(components, homes)
    changed = _changed(known, homes, renewed)
    made = {claim_iri(first): claims[first] for first in claims if number[first] in changed}
    members = {number[iri]: known[number[iri]] for those in made.values() for iri in those}
    edges = index.components.pairs(members)
    others = index.members({other for _, other, _ in edges}.difference(known))
    pairs = {_pair(known[one], known.get(other) or others[other]): share for one, other, share in edges}
    home = {one.iri: claim_iri(known[homes[row]].iri) for row, one in known.items()}
    home |= {one.iri: claim_iri(one.first) for one in others.values()}
    ends = tuple(members.values())
    return Regrouped(made, ends, linked(made, home, pairs), _beside(index, ends), pairs)


def _pair(one: Member, other: Member) -> tuple[str, str]:
    return (one.iri, other.iri) if one.iri < other.iri else (other.iri, one.iri)


def _made(component: Component, known: Mapping[int, Member]) -> Iterable[tuple[str, ...]]:
    days = {known[row].iri: known[row].day for row in component.statements}
    return made_of(days, {_pair(known[one], known[other]): share for one, other, share in component.pairs})


def _changed(known: Mapping[int, Member], homes: Mapping[int, int], renewed: Collection[int]) -> set[int]:
    """The homes of claims that won or lost a statement, or hold one that is renewed."""
    moved = [row for row, home in homes.items() if row in renewed or known[row].home != home]
    return {home for row in moved for home in (homes[row], known[row].home)}


def _beside(index: CandidateIndex, members: Collection[Member]) -> dict[str, tuple[str, ...]]:
    """The claims of other statements on the passages of `members`, which a passage makes as well."""
    own = {one.iri for one in members}
    near = [one for article in sorted({one.article for one in members}) for one in index.record(article).statements]
    passages = {one.passage for one in near if one.iri in own}
    others = index.numbers(one.iri for one in near if one.passage in passages and one.iri not in own)
    found: dict[str, tuple[str, ...]] = {}
    for one in index.members(others).values():
        found[claim_iri(one.first)] = (*found.get(claim_iri(one.first), ()), one.iri)
    return found

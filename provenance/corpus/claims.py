"""The claims of a store as people put them together and apart: each statement makes one, which has one name.

A claim is named by its first statement (`iris.claim_iri`). One that was put into another still answers to its name.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from provenance.decisions.overlay import homes
from provenance.iris import claim_iri
from provenance.linking.blocking.story import day
from provenance.linking.clustering.grouping import first_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from provenance.decisions.overlay import Verdict
    from provenance.rdf.store import Found, Store


class Claims:
    """Statements are attributions by IRI, those that people rejected among them.

    What no decision touches costs what the store takes to find it.
    """

    def __init__(self, store: Store, verdicts: Sequence[Verdict]) -> None:
        self._store = store
        self._verdicts = verdicts
        self._made: dict[int, list[Found]] = {}
        self._names: dict[int, str] = {}

    def claim_of(self, statement: str) -> str | None:
        """None where the store holds no such statement."""
        group = self._group(statement)
        return self._store.claim_of(statement) if group is None else self.name(group)

    def made(self, claim: str) -> Iterable[Found]:
        """What makes `claim`, or the claim that it was put into."""
        if claim not in self._home and (found := self._store.made(claim)):
            return found
        named_by = self._store.naming(claim)
        if named_by is None:
            return ()
        group = self._group(named_by)
        return self._store.made(self._store.claim_of(named_by) or "") if group is None else self.members(group)

    @property
    def decided(self) -> frozenset[int]:
        """The groups of statements that decisions touch, by number."""
        return frozenset(self._home.values())

    def is_decided(self, claim: str) -> bool:
        """Whether decisions touch `claim`, which the program found."""
        return claim in self._home

    def members(self, group: int) -> list[Found]:
        if group not in self._made:
            self._made[group] = list(self._members(group))
        return self._made[group]

    def name(self, group: int) -> str:
        if group not in self._names:
            self._names[group] = self._name(group)
        return self._names[group]

    def with_joined(self, found: Iterable[Found]) -> list[Found]:
        """`found`, and the statements that people put together with any of it."""
        members = {one.attribution: one for one in found}
        waiting = [iri for iri in members if iri in self._joined]
        while waiting:
            iri = waiting.pop()
            for other in self._joined.get(iri, ()):
                for new in () if other in members else self._store.find(other, 1):
                    members[other] = new
                    waiting.append(other)
        return list(members.values())

    @cached_property
    def _found(self) -> Mapping[str, str]:
        """The claim that the program found for each statement that is decided upon."""
        decided = {iri for one in self._verdicts for iri in (one.stays, one.other)}
        self._store.ahead_of_claims(lambda: decided)
        claims = {iri: self._store.claim_of(iri) for iri in sorted(decided)}
        return {iri: claim for iri, claim in claims.items() if claim}

    @cached_property
    def _home(self) -> Mapping[str, int]:
        return homes(self._verdicts, self._found)

    @cached_property
    def _joined(self) -> Mapping[str, list[str]]:
        """Beside each statement those that a decision put together with it, and none took away since."""
        found: dict[str, list[str]] = {}
        for one in self._verdicts:
            if one.joined and self._home.get(one.stays) == self._home.get(one.other):
                found.setdefault(one.stays, []).append(one.other)
                found.setdefault(one.other, []).append(one.stays)
        return found

    def _group(self, statement: str) -> int | None:
        if not self._home:
            return None
        known = self._home.get(statement)
        return self._home.get(self._store.claim_of(statement) or "") if known is None else known

    def _members(self, group: int) -> Iterator[Found]:
        claims = self._claims(group)
        self._store.ahead_of_made(lambda: claims)
        for claim in claims:
            for one in self._store.made(claim):
                if self._home.get(one.attribution, self._home[claim]) == group:
                    yield one

    def _claims(self, group: int) -> list[str]:
        """The claims, as the program found them, from which the members of a group come."""
        return sorted({self._found.get(name, name) for name, number in self._home.items() if number == group})

    def _name(self, group: int) -> str:
        members = {one.attribution: one for one in self.members(group)}
        claims = self._claims(group)
        if len(claims) == 1 and self._store.naming(claims[0]) in members:
            return claims[0]
        self._store.ahead_of_readings(one.run for one in members.values())
        return claim_iri(first_of({iri: day(self._store.reading(one.run).article) for iri, one in members.items()}))

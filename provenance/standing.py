"""The decisions that stand in a store, about its articles as they are read now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.decisions import FEWEST, Action, Subject
from provenance.iris import attribution_iri, cited_parts, snapshot_article, snapshot_iri
from provenance.model import Statement
from provenance.reviewing import found, must, reattached, rejected, reviewer

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from provenance.decisions import Decision, Target
    from provenance.model import Reading
    from provenance.rdf.store import Found, Store

    Shelf = Callable[[str], dict[str, Statement]]
    """A run's statements by the IRIs of their attributions, as people decided them."""

PARTS = frozenset({Action.SPLIT, Action.REJECT})
READINGS = 100
"""The most readings that are kept at hand while decisions are attached to them."""
SHELVED = 1000
"""The most readings that are kept at hand while claims are listed."""


@dataclass(frozen=True, slots=True)
class Held:
    """A decision with its targets by the names that they have now; `missing` those that nothing answers to now."""

    decision: Decision
    missing: tuple[Target, ...]

    @property
    def has_effect(self) -> bool:
        """Whether it is not undone and enough of its targets are there."""
        decision = self.decision
        about_first = decision.about is Subject.CLAIM and decision.action is not Action.MERGE
        if decision.undone or (about_first and self.missing and self.missing[0] == decision.targets[0]):
            return False
        return len(decision.targets) - len(self.missing) >= FEWEST[decision.about, decision.action]


@dataclass(frozen=True, slots=True)
class Standing:
    """`decisions` have an effect; `review` makes a reading what they say; `rejected` are no attributions, by IRI."""

    decisions: tuple[Decision, ...]
    review: Callable[[Reading], Reading]
    rejected: frozenset[str]


def standing(store: Store) -> Standing:
    decisions = tuple(_effect(one) for one in held(store) if one.has_effect)
    return Standing(decisions, reviewer(decisions), rejected(decisions))


def shelf(store: Store, held: Standing) -> Shelf:
    """Each run's statements by their attributions, as people decided them, named once for all claims they make."""

    def statements(run: str) -> dict[str, Statement]:
        reading = held.review(store.reading(run))
        snapshot = snapshot_iri(reading.article)
        return {attribution_iri(snapshot, one): Statement(reading, one) for one in reading.attributions}

    return lru_cache(SHELVED)(statements)


def on_shelf(shelf: Shelf, found: Iterable[Found]) -> list[Statement]:
    """Those that were rejected are left out."""
    told = (shelf(one.run).get(one.attribution) for one in found)
    return [statement for statement in told if statement]


def held(store: Store) -> Iterator[Held]:
    """Every decision, the earliest first, also those undone. An agent counts as there."""
    decisions = store.decisions()
    if decisions:
        reading = lru_cache(READINGS)(store.reading)
        for decision in decisions:
            now = [_now(store, reading, target) for target in decision.targets]
            targets = tuple(one or target for one, target in zip(now, decision.targets, strict=True))
            missing = tuple(target for one, target in zip(now, decision.targets, strict=True) if one is None)
            yield Held(replace(decision, targets=targets), missing)


def as_grouped(store: Store, decisions: Iterable[Decision], found: Iterable[Found], *, parted: bool) -> list[Found]:
    """`found` with the statements that people hold to make the same claim.

    Where it is one claim that was asked for (`parted`), without those that they hold to make another.
    """
    members = {one.attribution: one for one in found}
    about_claims = [one for one in decisions if one.about is Subject.CLAIM]
    if parted:
        for left in (iri for one in about_claims if one.action in PARTS for iri in _leaving(one, members)):
            members.pop(left, None)
    joined = must(about_claims)
    waiting = list(members) if joined else []
    while waiting:
        iri = waiting.pop()
        for other in (one for pair in joined if iri in pair for one in pair if one not in members):
            for new in store.find(other, 1):
                members[other] = new
                waiting.append(other)
    return list(members.values())


def _leaving(decision: Decision, members: Container[str]) -> list[str]:
    """Those that do not make the claim of the first, where it is among `members`."""
    first, *others = (target.iri for target in decision.targets)
    return others if first in members else []


def _effect(one: Held) -> Decision:
    if not one.missing:
        return one.decision
    return replace(one.decision, targets=tuple(each for each in one.decision.targets if each not in one.missing))


def _now(store: Store, reading: Callable[[str], Reading], target: Target) -> Target | None:
    if target.anchor is None or store.find(cited_parts(target.iri)[0], 1):
        return target
    run = store.run_of(snapshot_article(target.anchor.snapshot))
    iri = found(target, reading(run)) if run else None
    return reattached(target, iri) if iri else None

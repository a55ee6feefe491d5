"""Decisions attached to the articles of a store as they are read now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.decisions import FEWEST, Action, Subject
from provenance.decisions.anchors import found, readdressed, reattached
from provenance.iris import cited_parts, snapshot_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.decisions import Decision, Target
    from provenance.model import Reading
    from provenance.rdf.store import Store

READINGS = 100
"""The most readings that are kept at hand while decisions are attached to them."""


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

    @property
    def effect(self) -> Decision:
        """The decision on those targets that are there."""
        there = tuple(one for one in self.decision.targets if one not in self.missing)
        return replace(self.decision, targets=there) if self.missing else self.decision


def held(store: Store) -> Iterator[Held]:
    """Every decision, the earliest first, also those undone. An agent counts as there."""
    decisions = store.decisions()
    if decisions:
        store.ahead_of_targets(lambda: {cited_parts(one.iri)[0] for decision in decisions for one in decision.targets})
        store.ahead_of_articles(
            lambda: {snapshot_article(one.anchor.snapshot) for each in decisions for one in each.targets if one.anchor}
        )
        reading = lru_cache(READINGS)(store.reading)
        for decision in decisions:
            now = [_now(store, reading, target) for target in decision.targets]
            targets = tuple(one or target for one, target in zip(now, decision.targets, strict=True))
            missing = tuple(target for one, target in zip(now, decision.targets, strict=True) if one is None)
            yield Held(replace(decision, targets=targets), missing)


def _now(store: Store, reading: Callable[[str], Reading], target: Target) -> Target | None:
    if target.anchor is None or store.find(cited_parts(target.iri)[0], 1):
        return target
    article = store.called(snapshot_article(target.anchor.snapshot))
    now, run = readdressed(target, article), store.run_of(article)
    iri = found(now, reading(run)) if run else None
    return reattached(now, iri) if iri else None

"""Who is whom, as people decided it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.decisions.values import Action, Field, Subject, standing
from provenance.iris import agent_iri, is_known_by_name, is_named_agent
from provenance.model import Kind, LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.decisions.values import Decision, Target

Pair = tuple[str, str]
"""Two IRIs in order."""


@dataclass(frozen=True, slots=True)
class Agent:
    iri: str
    name: str
    kind: Kind

    @property
    def is_named(self) -> bool:
        return is_named_agent(self.iri)


@dataclass(frozen=True, slots=True)
class Agents:
    """`chosen`: the IRI of an agent → who it is held to be; `apart`: those that must not be made one."""

    chosen: Mapping[str, Agent] = field(default_factory=dict)
    apart: frozenset[Pair] = frozenset()


def agents(decisions: Iterable[Decision]) -> Agents:
    """What `decisions` about agents, and about links between them, come to.

    To correct a name is to say that whoever bore the old one is the agent of the new one. Where decisions contradict
    each other by way of a third agent, the later stands.
    """
    ledger = _Ledger()
    for decision in standing(decisions):
        ledger.enter(decision)
    return Agents(ledger.chosen(), frozenset(ledger.apart))


class _Ledger:
    """Decisions as they are entered, the earliest first."""

    def __init__(self) -> None:
        self.known: dict[str, Agent] = {}
        self.renamed: set[str] = set()
        self.same: dict[Pair, str] = {}
        self.apart: set[Pair] = set()

    def enter(self, decision: Decision) -> None:
        if decision.about is not Subject.AGENT and decision.link is not LinkKind.SAME_AGENT:
            return
        met = [self._meet(target) for target in decision.targets]
        match decision.action:
            case Action.MERGE:
                for other in met[1:]:
                    self._join(met[0], other)
            case Action.CONFIRM:
                self._join(*sorted(met, key=lambda agent: not agent.is_named))
            case Action.CORRECT:
                self._correct(met[0], {each.field: each.value for each in decision.corrections})
            case _:
                pair = in_order(met[0].iri, met[1].iri)
                self.same.pop(pair, None)
                self.apart.add(pair)

    def chosen(self) -> dict[str, Agent]:
        """Who each is that is not, or is not called, what it was."""
        clusters = self._clusters()
        heads: dict[int, str] = {}
        for (one, other), head in reversed(self.same.items()):
            if clusters[one] is clusters[other]:
                heads.setdefault(id(clusters[one]), head)
        found = {iri: self.known[iri] for iri in self.renamed}
        found |= {iri: self.known[heads[id(one)]] for iri, one in clusters.items() if id(one) in heads}
        return {iri: found[iri] for iri in sorted(found) if found[iri].iri != iri or iri in self.renamed}

    def _clusters(self) -> dict[str, set[str]]:
        """Each agent with those that it is one with; the latest decision is heeded first."""
        clusters = {iri: {iri} for pair in self.same for iri in pair}
        for one, other in reversed(self.same):
            left, right = clusters[one], clusters[other]
            if left is right or any(in_order(a, b) in self.apart for a in left for b in right):
                continue
            left |= right
            clusters |= dict.fromkeys(right, left)
        return clusters

    def _meet(self, target: Target) -> Agent:
        return self.known.setdefault(target.iri, Agent(target.iri, target.name, target.kind or Kind.UNSPECIFIED))

    def _join(self, chosen: Agent, other: Agent) -> None:
        pair = in_order(chosen.iri, other.iri)
        self.apart.discard(pair)
        self.same.pop(pair, None)
        self.same[pair] = chosen.iri

    def _correct(self, agent: Agent, values: Mapping[Field, str]) -> None:
        name, kind = values.get(Field.NAME, agent.name), Kind(values.get(Field.KIND, agent.kind))
        iri = agent_iri(name, kind) if is_known_by_name(name, kind) else agent.iri
        self.known[iri] = Agent(iri, name, kind)
        if iri == agent.iri:
            self.renamed.add(iri)
        else:
            self._join(self.known[iri], agent)


def in_order(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)

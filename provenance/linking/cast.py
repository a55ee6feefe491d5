"""Who speaks in an article: people, bodies and documents on its chains; an unnamed one belongs to the report alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.iris import is_named_agent, is_of_any_land, snapshot_iri, source_iri
from provenance.model import OUTLETS, Kind
from provenance.text import plain_name

if TYPE_CHECKING:
    from provenance.model import Hop, Reading

KNOWN = 10_000
"""Names whose words are kept at hand: the people of a story are compared in each of its articles."""
NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION, *OUTLETS})
DESCRIBED = frozenset({Kind.PERSON, Kind.DOCUMENT})
"""Those who are compared also where they are only described, as the bodies of a land are ("the foreign ministry")."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Someone named in an article, or a document; `role` is all that the article says a person is."""

    iri: str
    name: str
    kind: Kind
    role: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return _words(self.name)


def cast(reading: Reading) -> tuple[Agent, ...]:
    """The agents that a reading names, each once, in the order of their IRIs."""
    snapshot = snapshot_iri(reading.article)
    found: dict[str, Agent] = {}
    for attribution in reading.attributions:
        for index, hop in enumerate(attribution.chain):
            iri = source_iri(snapshot, hop, (before.name for before in attribution.chain[:index]))
            if _is_compared(iri, hop):
                known = found.setdefault(iri, Agent(iri, hop.name, hop.kind, hop.role))
                found[iri] = max(known, replace(known, role=hop.role), key=lambda one: (len(one.role), one.role))
    return tuple(found[iri] for iri in sorted(found))


def _is_compared(iri: str, hop: Hop) -> bool:
    named = hop.kind in NAMED and is_named_agent(iri)
    of_a_land = hop.kind is Kind.ORGANIZATION and is_of_any_land(hop.name)
    return named or of_a_land or (hop.kind in DESCRIBED and not hop.anonymous)


@lru_cache(KNOWN)
def _words(name: str) -> tuple[str, ...]:
    return tuple(plain_name(name).split())

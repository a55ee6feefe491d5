"""Who is named in an article: the people and bodies on its chains; an unnamed one belongs to the report alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.iris import is_named_agent, snapshot_iri, source_iri
from provenance.model import OUTLETS, Kind
from provenance.text import plain_name

if TYPE_CHECKING:
    from provenance.model import Reading

KNOWN = 10_000
"""Names whose words are kept at hand: the people of a story are compared in each of its articles."""
NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION, *OUTLETS})


@dataclass(frozen=True, slots=True)
class Agent:
    """Someone named in an article."""

    iri: str
    name: str
    kind: Kind

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
            if hop.kind in NAMED and is_named_agent(iri):
                found.setdefault(iri, Agent(iri, hop.name, hop.kind))
    return tuple(found[iri] for iri in sorted(found))


@lru_cache(KNOWN)
def _words(name: str) -> tuple[str, ...]:
    return tuple(plain_name(name).split())

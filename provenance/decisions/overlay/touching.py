"""Which decisions a trace must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions.overlay.agents import agents
from provenance.decisions.values import standing
from provenance.iris import cited_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.decisions.values import Decision


def touching(decisions: Iterable[Decision], iris: Iterable[str]) -> tuple[Decision, ...]:
    """Those that stand and are about one of `iris`, or about an agent that is held to be one of them; earliest first.

    A decision on what a statement cites is about the statement.
    """
    held = standing(decisions)
    chosen = agents(held).chosen
    among = set(iris)

    def is_met(iri: str) -> bool:
        agent = chosen.get(iri)
        return not among.isdisjoint({iri, cited_parts(iri)[0], agent.iri if agent else iri})

    return tuple(one for one in held if any(is_met(target.iri) for target in one.targets))

"""How sure what is told is: as its arcs state, or on the scale that was fitted to what a model tags and scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.extraction.parser import confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from provenance.extraction.decode import Tagged
    from provenance.extraction.parser.graph import Arc, Place
    from provenance.extraction.parser.told import Told


class Sureness(NamedTuple):
    """Of a statement, and of each hop of its chain."""

    statement: float
    hops: tuple[float, ...]


def stated(one: Told) -> Sureness:
    """As the arcs say; a statement is no surer than the least sure of its hops."""
    hops = tuple(round(arc.p, 2) for arc in one.arcs)
    return Sureness(min(hops), hops)


def scaled(
    tagged: Sequence[Tagged], fitted: Mapping[str, Any], laid_out: Collection[Place] = ()
) -> Callable[[Told], Sureness]:
    """By what was `fitted` (`confidence`), but for the arcs that are `laid_out`, which are as sure as they say.

    `tagged` are what the statements of the graph were tagged as, by number.
    """

    def hop(arc: Arc, values: Sequence[float]) -> float:
        return round(arc.p, 2) if arc.place in laid_out else confidence.scaled(values, fitted[arc.kind])

    def sure(one: Told) -> Sureness:
        hops = tuple(map(hop, one.arcs, one.hops))
        if one.arcs[-1].place in laid_out:
            return Sureness(min(hops), hops)
        return Sureness(confidence.scaled(evidence(tagged, one), fitted["statement"]), hops)

    return sure


def evidence(tagged: Sequence[Tagged], one: Told) -> list[float]:
    """What speaks for a statement."""
    return confidence.of_statement(tagged[one.number], one.node, (*one.arcs, *one.onward), one.quotation)

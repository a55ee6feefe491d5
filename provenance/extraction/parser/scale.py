"""How sure what is told is: as its arcs state, or on the scale that was fitted to what a model tags and scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.extraction.parser import confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from provenance.extraction.decode import Tagged
    from provenance.extraction.parser.told import Told


class Sureness(NamedTuple):
    """Of a statement, and of each hop of its chain."""

    statement: float
    hops: tuple[float, ...]


def stated(one: Told) -> Sureness:
    """As the arcs say; a statement is no surer than the least sure of its hops."""
    hops = tuple(round(arc.p, 2) for arc in one.arcs)
    return Sureness(min(hops), hops)


def scaled(tagged: Sequence[Tagged], fitted: Mapping[str, Any]) -> Callable[[Told], Sureness]:
    """By what was `fitted` (`confidence`); `tagged` are what the statements of the graph were tagged as, by number."""

    def sure(one: Told) -> Sureness:
        hops = (confidence.scaled(values, fitted[arc.kind]) for arc, values in zip(one.arcs, one.hops, strict=True))
        return Sureness(confidence.scaled(evidence(tagged, one), fitted["statement"]), tuple(hops))

    return sure


def evidence(tagged: Sequence[Tagged], one: Told) -> list[float]:
    """What speaks for a statement."""
    return confidence.of_statement(tagged[one.number], one.node, (*one.arcs, *one.onward), one.quotation)

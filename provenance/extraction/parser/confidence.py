"""How sure a statement and its hops are, as shares: what was scored, put on the scale of how often it is right.

The scale is a logistic regression (Platt 1999) for statements and for each kind of arc, fitted on articles that no head
has seen (`training.calibrate`).
"""

from __future__ import annotations

from itertools import takewhile
from math import exp, log
from typing import TYPE_CHECKING, Any

from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.extraction.decode import Tagged
    from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
    from provenance.extraction.parser.naming import Agent

SMALL = 1e-4


def of_statement(tagged: Tagged, node: StatementNode, arcs: Sequence[Arc], quotation: Quotation) -> list[float]:
    """What speaks for a statement: its tags and links, that it is one, its arcs, its form."""
    return [
        tagged.cue.sure if tagged.cue else 0.0,
        min(part.sure for part in tagged.contents),
        log(max(tagged.source_link, SMALL)),
        log(max(tagged.content_link, SMALL)),
        odds(node.p),
        sum(log(max(arc.p, SMALL)) for arc in arcs),
        min((odds(arc.p) for arc in arcs), default=0.0),
        float(tagged.cue is None),
        float(tagged.source is None),
        float(len(tagged.contents) > 1),
        float(quotation is Quotation.DIRECT),
    ]


def of_hop(arc: Arc, mention: Mention, agent: Agent, same: float) -> list[float]:
    """What speaks for a hop: its arc, what it is, and where its name stands elsewhere how sure that is the `same`."""
    elsewhere = not (mention.span.start <= agent.words.start and agent.words.end <= mention.span.end)
    return [
        odds(arc.p),
        odds(mention.p),
        float(elsewhere),
        odds(same) if elsewhere else 0.0,
        float(agent.naming is Naming.NAMED),
        float(agent.naming is Naming.ANONYMOUS),
    ]


def sureness(graph: AttributionGraph) -> list[float]:
    """How sure each mention is all that it is said to be the same as: the least sure arc on the way."""
    made: dict[int, float] = {}
    for number in range(len(graph.mentions)):
        way = list(takewhile(lambda at: at not in made, graph.path(ArcKind.SAME_AS, number)))
        for at in reversed(way):
            arc = graph.arc(ArcKind.SAME_AS, at)
            made[at] = 1 - SMALL if arc is None or arc.head is None else min(arc.p, made[arc.head])
    return [made[number] for number in range(len(graph.mentions))]


def odds(p: float) -> float:
    """The logarithm of the odds, within bounds."""
    held = min(max(p, SMALL), 1 - SMALL)
    return log(held / (1 - held))


def scaled(values: Sequence[float], fitted: Mapping[str, Any]) -> float:
    """The share right of what is scored like that."""
    total = fitted["bias"] + sum(w * v for w, v in zip(fitted["weights"], values, strict=True))
    return round(1 / (1 + exp(-max(min(total, 30), -30))), 2)

"""Where a claim is laid to an origin: by which words of which article, and in whose report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.text import words
from provenance.trace.chains import nature
from provenance.trace.nodes import NodeKind
from provenance.trace.origin_identity.pair import Shown
from provenance.trace.support import teller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.model import Spans
    from provenance.trace.result import Nature
    from provenance.trace.walk import Walk

Place = tuple[str, "Nature"]
"""The node of an origin and its nature."""


@dataclass(frozen=True, slots=True)
class Telling:
    """`report` is the IRI of the outlet, called `outlet`, that names the origin, on the `day` where that is known.

    `is_retold`: it does so in a report that only another article tells of. `statement` are the content words of what
    is laid to the origin.
    """

    shown: Shown
    report: str
    outlet: str
    day: str
    is_retold: bool
    statement: tuple[str, ...]
    confidence: float


def tellings(walk: Walk) -> Mapping[Place, tuple[Telling, ...]]:
    """Those of each origin that `walk` leads to, the surest first."""
    found: defaultdict[Place, list[Telling]] = defaultdict(list)
    for tail, end in walk.ways.edges:
        if not walk.ways[end]:
            found[teller(walk.graph, end), nature(walk.graph, end)].append(_telling(walk, tail, end))
    return {place: tuple(sorted(told, key=_rank)) for place, told in found.items()}


def _rank(one: Telling) -> tuple[float, str, Spans, str]:
    return -one.confidence, one.shown.told_in, one.shown.spans, one.report


def _telling(walk: Walk, tail: str, end: str) -> Telling:
    edge = walk.edge(tail, end)
    report = teller(walk.graph, tail)
    statement = _statement(walk, tail)
    return Telling(
        Shown(edge.told_in, edge.evidence, edge.spans),
        report,
        walk.graph.agent(report).name,
        _day(walk, tail, end),
        walk.graph[tail].kind is NodeKind.CITED,
        words(walk.graph.statement(statement).text),
        edge.confidence,
    )


def _day(walk: Walk, tail: str, end: str) -> str:
    """When the report that names the origin, or that the trail ends at, came out; empty where nothing says so."""
    if walk.graph[end].kind is NodeKind.CITED:
        return walk.edge(tail, end).date
    if walk.graph[tail].kind is NodeKind.CITED:
        return max(walk.edge(before, tail).date for before in walk.ways.pred[tail])
    return walk.article(tail).published


def _statement(walk: Walk, node: str) -> str:
    """The statement that `node`, itself or what it cites, is told in."""
    while walk.graph[node].kind is not NodeKind.STATEMENT:
        node = next(iter(walk.ways.pred[node]))
    return node

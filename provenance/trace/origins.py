"""Origins: where the chains of a claim end, and what each end is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.trace.chains import nature
from provenance.trace.nodes import CitedNode, NodeKind
from provenance.trace.result import CITED, Origin
from provenance.trace.support import teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.trace.result import Nature
    from provenance.trace.walk import Walk

Arrival = tuple[str, str]
"""The last two nodes of a chain."""


def origins(walk: Walk) -> tuple[Origin, ...]:
    """Every origin that `walk` leads to: those that most articles lead to first.

    Reports by one outlet that were not retrieved make one origin, the outlet. Who denies what they say
    elsewhere is one origin for each.
    """
    graph = walk.graph
    surest = _surest(walk)
    ends: dict[tuple[str, Nature, Assertion], list[Arrival]] = {}
    for tail, end in walk.ways.edges:
        if not walk.ways[end]:
            assertion = walk.edge(tail, end).assertion
            ends.setdefault((teller(graph, end), nature(graph, end), assertion), []).append((tail, end))
    found = (
        Origin(
            node=agent,
            name=graph.source(agent).name,
            kind=graph.source(agent).agent_kind,
            nature=what,
            anonymous=graph.source(agent).anonymous,
            role=graph.source(agent).role,
            reason=graph.source(agent).reason,
            assertion=assertion,
            reached=_reached(walk, arrivals),
            confidence=max(min(surest[tail], _share(walk, tail, end)) for tail, end in arrivals),
            articles=_articles(walk, arrivals),
        )
        for (agent, what, assertion), arrivals in ends.items()
    )
    return tuple(sorted(found, key=lambda one: (-len(one.articles), one.name, one.node, one.nature, one.assertion)))


def counting(origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """Those that assert a claim, or all where none does: who denies it is no origin of it."""
    return tuple(one for one in origins if one.assertion is Assertion.ASSERTS) or tuple(origins)


def _surest(walk: Walk) -> dict[str, float]:
    """The confidence of the surest way to each node."""
    import networkx as nx

    surest = dict.fromkeys(walk.ways, 0.0) | dict.fromkeys(walk.starts, 1.0)
    for tail in nx.topological_sort(walk.ways):
        for head in walk.ways[tail]:
            surest[head] = max(surest[head], min(surest[tail], _share(walk, tail, head)))
    return surest


def _share(walk: Walk, tail: str, head: str) -> float:
    """The most that an edge, with the statement it leaves, lets a chain be worth."""
    edge = walk.edge(tail, head)
    if walk.graph[tail].kind is NodeKind.STATEMENT:
        return min(edge.confidence, walk.within(tail, edge.attribution).confidence)
    return edge.confidence


def _articles(walk: Walk, arrivals: list[Arrival]) -> tuple[str, ...]:
    """The keys of the articles whose statements arrive so, the earliest first."""
    import networkx as nx

    below = {tail for tail, _ in arrivals}.union(*(nx.ancestors(walk.ways, tail) for tail, _ in arrivals))
    articles = dict.fromkeys(walk.graph.statement(node).article for node in walk.starts if node in below)
    return tuple(walk.graph.article(article).article_key for article in articles)


def _reached(walk: Walk, arrivals: list[Arrival]) -> str:
    """The key of the earliest retrieved article that the origin itself is read in."""
    cited = [node for _, end in arrivals if isinstance(node := walk.graph[end], CitedNode)]
    if cited:
        return max(one.retrieved for one in cited) or CITED
    nearest = {tail for tail, _ in arrivals}
    return next((walk.article(node).article_key for node in walk.starts if node in nearest), CITED)

"""Origins: where the chains of a claim end, and what each end is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Assertion, Kind
from provenance.trace.chains import nature
from provenance.trace.result import CITED, Origin

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
    nodes = walk.graph.nodes
    surest = _surest(walk)
    ends: dict[tuple[str, Nature, Assertion], list[Arrival]] = {}
    for tail, end in walk.ways.edges:
        if not walk.ways[end]:
            assertion = Assertion(walk.edge(tail, end)["assertion"])
            ends.setdefault((nodes[end].get("agent", end), nature(walk.graph, end), assertion), []).append((tail, end))
    found = (
        Origin(
            node=agent,
            name=nodes[agent]["name"],
            kind=Kind(nodes[agent]["agent_kind"]),
            nature=what,
            anonymous=nodes[agent]["anonymous"],
            role=nodes[agent]["role"],
            reason=nodes[agent]["reason"],
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
    confidence: float = edge["confidence"]
    if walk.graph.nodes[tail]["kind"] == "statement":
        confidence = min(confidence, walk.within(tail, edge["attribution"])["confidence"])
    return confidence


def _articles(walk: Walk, arrivals: list[Arrival]) -> tuple[str, ...]:
    """The keys of the articles whose statements arrive so, the earliest first."""
    import networkx as nx

    below = {tail for tail, _ in arrivals}.union(*(nx.ancestors(walk.ways, tail) for tail, _ in arrivals))
    articles = dict.fromkeys(walk.graph.nodes[node]["article"] for node in walk.starts if node in below)
    return tuple(walk.graph.nodes[article]["article_key"] for article in articles)


def _reached(walk: Walk, arrivals: list[Arrival]) -> str:
    """The key of the earliest retrieved article that the origin itself is read in."""
    if any(walk.graph.nodes[end]["kind"] == "cited" for _, end in arrivals):
        return max(walk.graph.nodes[end]["retrieved"] for _, end in arrivals) or CITED
    nearest = {tail for tail, _ in arrivals}
    return next((walk.article(node)["article_key"] for node in walk.starts if node in nearest), CITED)

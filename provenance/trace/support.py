"""What stands behind a claim: the walk without the ways that end in a denial or a refusal to confirm.

Where no one in the store asserts the claim, what stands behind its denials.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.model import Assertion
from provenance.trace.nodes import PUBLISHED_BY, CitedNode, NodeKind, StatementNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from provenance.trace.traced import TraceGraph
    from provenance.trace.walk import Walk


def supporting(walk: Walk) -> Walk:
    """`walk` with only those ways whose end asserts the claim, from only those statements that have such a way."""
    import networkx as nx

    kept: nx.DiGraph[str] = nx.DiGraph()
    for tail in reversed(list(nx.topological_sort(walk.ways))):
        for head, edge in walk.ways[tail].items():
            if (head in kept) if walk.ways[head] else asserted(walk, tail, head):
                kept.add_edge(tail, head, **edge)
    starts = tuple(start for start in walk.starts if start in kept)
    return replace(walk, starts=starts, ways=kept)


def counted(walk: Walk, support: Walk) -> Walk:
    """Where origins are counted: in `support`, what supports the claim, or in all of `walk` where nothing does."""
    return support if support.starts else walk


def asserted(walk: Walk, tail: str, head: str) -> bool:
    """Whether what stands at `head` is said there rather than denied."""
    return walk.edge(tail, head).assertion is Assertion.ASSERTS


def teller(graph: TraceGraph, node: str) -> str:
    """The agent whose words a node is: a statement's publisher, a cited report's maker, a source itself."""
    match graph[node]:
        case StatementNode(article=article):
            return publisher(graph, article)
        case CitedNode(agent=agent):
            return agent
        case _:
            return node


def publisher(graph: TraceGraph, article: str) -> str:
    return next(head for head, edge in graph.out(article) if edge.relation == PUBLISHED_BY)


def told_by(walk: Walk, statement: str) -> Iterator[tuple[str, ...]]:
    """The ways up from `statement` as its own article tells them: to an end, or to the next statement."""
    waiting: list[tuple[str, ...]] = [(statement,)]
    while waiting:
        path = waiting.pop()
        onward = walk.ways[path[-1]]
        if len(path) > 1 and (not onward or walk.graph[path[-1]].kind is NodeKind.STATEMENT):
            yield path
        else:
            waiting.extend((*path, head) for head in onward)


def hops_up(ways: nx.DiGraph[str]) -> dict[str, int]:
    """How many edges lie between each node and the nearest end."""
    import networkx as nx

    steps: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(ways))):
        steps[node] = min((steps[head] + 1 for head in ways[node]), default=0)
    return steps

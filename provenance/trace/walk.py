"""The way up from statements to where they end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from provenance.iris import passage_iri_of
from provenance.trace.nodes import UPWARD, EdgeKind, NodeKind, StatementNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import networkx as nx

    from provenance.model import Spans, Statement
    from provenance.trace.nodes import ArticleNode, Edge
    from provenance.trace.traced import TraceGraph


@dataclass(frozen=True, slots=True)
class Walk:
    """What is followed upwards of `graph` from its statements, `starts`: `ways` has no circle.

    A cited report that was retrieved speaks for itself: the way goes on from what it says, not from what the
    citing article says of it. A resolution on a circle of reports that cite each other explains nothing and is
    not followed. Of two edges between the same nodes the more confident is.
    """

    graph: TraceGraph
    starts: tuple[str, ...]
    ways: nx.DiGraph[str]

    def edge(self, tail: str, head: str) -> Edge:
        return self.graph.edge(tail, head, self.ways.edges[tail, head]["edge"])

    def within(self, statement: str, attribution: str) -> Edge:
        """The edge from a statement to its article that one of its attributions made."""
        return next(
            edge
            for edge in self.graph.between(statement, self.graph.statement(statement).article)
            if edge.kind is EdgeKind.WITHIN and edge.attribution == attribution
        )

    def article(self, statement: str) -> ArticleNode:
        return self.graph.article(self.graph.statement(statement).article)


def walk(graph: TraceGraph) -> Walk:
    """The walk up `graph` from every statement in it, the earliest article's first and undated ones last."""

    def rank(node: str) -> tuple[bool, str, str, Spans, str]:
        told = graph.statement(node)
        article = graph.article(told.article)
        return not article.published, article.published, article.article_key, told.spans, node

    starts = tuple(sorted((node for node, told in graph.nodes() if isinstance(told, StatementNode)), key=rank))
    return Walk(graph, starts, _ways(graph, starts))


def split(walk: Walk, statements: Iterable[Statement]) -> tuple[Walk, Walk]:
    """`walk` from the `statements`, and from all others, each in the order of `walk`."""
    first = set(map(passage_iri_of, statements))
    return (
        replace(walk, starts=tuple(start for start in walk.starts if start in first)),
        replace(walk, starts=tuple(start for start in walk.starts if start not in first)),
    )


def shortest_first(ways: nx.DiGraph[str], starts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every path of an acyclic graph from `starts` to an end: fewest `hops` first, then in the order of `starts`.

    Lazy: a path costs its own length times the branches on it, however many paths there are.
    """
    import networkx as nx

    left: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(ways))):
        left[node] = min((edge["hops"] + left[head] for head, edge in ways[node].items()), default=0)
    paths: list[tuple[int, int, tuple[str, ...]]] = [
        (left[start], order, (start,)) for order, start in enumerate(starts)
    ]
    heapify(paths)
    while paths:
        length, order, path = heappop(paths)
        tail = path[-1]
        if not ways[tail]:
            yield path
        for head, edge in ways[tail].items():
            heappush(paths, (length - left[tail] + edge["hops"] + left[head], order, (*path, head)))


def _ways(graph: TraceGraph, starts: Sequence[str]) -> nx.DiGraph[str]:
    import networkx as nx

    every = _upward(graph)
    circle = {node: number for number, nodes in enumerate(nx.strongly_connected_components(every)) for node in nodes}
    ways: nx.DiGraph[str] = nx.DiGraph()
    ways.add_nodes_from(starts)
    waiting = list(starts)
    while waiting:
        tail = waiting.pop()
        retold = [head for head, edge in every[tail].items() if edge["kind"] is EdgeKind.RELAY]
        retrieved = [head for head in every[tail] if head not in retold and circle[head] != circle[tail]]
        for head in retrieved or retold:
            if head not in ways:
                waiting.append(head)
            hops = 0 if head in retrieved and graph[tail].kind is NodeKind.CITED else 1
            ways.add_edge(tail, head, edge=every[tail][head]["edge"], hops=hops)
    return ways


def _upward(graph: TraceGraph) -> nx.DiGraph[str]:
    """Every relay and resolution of `graph`; of parallel ones the more confident."""
    import networkx as nx

    upward: nx.DiGraph[str] = nx.DiGraph()
    upward.add_edges_from(
        (tail, head, {"edge": key, "kind": edge.kind})
        for tail, head, key, edge in sorted(graph.edges(), key=lambda edge: (edge[3].confidence, edge[2]))
        if edge.kind in UPWARD
    )
    return upward

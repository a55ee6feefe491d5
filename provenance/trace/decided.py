"""What is decided: the walk without the ways on which a hop, a credit or a statement is undecided.

A hop's confidence holds who told, and through whom, in one. Where it is under one half, neither what lies beyond the
hop is known nor that the trail ends before it, so that the whole way leads to no origin.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.trace.nodes import NodeKind

if TYPE_CHECKING:
    import networkx as nx

    from provenance.trace.nodes import Edge
    from provenance.trace.traced import TraceGraph
    from provenance.trace.walk import Walk


def decided(walk: Walk) -> Walk:
    """`walk` with only those ways that are decided up to their end, from only those statements that have one."""
    import networkx as nx

    kept: nx.DiGraph[str] = nx.DiGraph()
    for tail in reversed(list(nx.topological_sort(walk.ways))):
        for head, edge in walk.ways[tail].items():
            ends = head in kept or not walk.ways[head]
            if ends and not is_open(walk, tail, walk.edge(tail, head)):
                kept.add_edge(tail, head, **edge)
    starts = tuple(start for start in walk.starts if start in kept)
    reached = nx.multi_source_dijkstra_path_length(kept, starts) if starts else {}
    kept.remove_nodes_from([node for node in kept if node not in reached])
    return replace(walk, starts=starts, ways=kept)


def is_open(walk: Walk, tail: str, edge: Edge) -> bool:
    """Whether an edge up from `tail` is undecided, or the statement that it leaves."""
    told = walk.graph[tail].kind is NodeKind.STATEMENT
    return edge.undecided or (told and walk.within(tail, edge.attribution).undecided)


def doubted(graph: TraceGraph) -> frozenset[str]:
    """The attributions of a trace's graph of which anything is undecided."""
    return frozenset(edge.attribution for *_, edge in graph.edges() if edge.undecided)

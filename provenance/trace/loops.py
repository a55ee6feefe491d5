"""Loops: outlets, or statements, that end up citing each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.model import OUTLETS
from provenance.trace.decided import doubted
from provenance.trace.nodes import UPWARD, EdgeKind, NodeKind
from provenance.trace.support import teller

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.model import Spans
    from provenance.trace.nodes import Edge
    from provenance.trace.traced import TraceGraph

    Arrow = tuple[str, str, Edge]
    """From which node to which."""


class LoopKind(StrEnum):
    """STATEMENTS cite each other's very words; of OUTLETS it is only known that each cites another on this claim."""

    OUTLETS = "outlets"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Citation:
    """`who` cites `cited`; `evidence` are the words of the article `told_in` that show it, at `spans`."""

    who: str
    cited: str
    evidence: str
    told_in: str
    spans: Spans
    date: str


@dataclass(frozen=True, slots=True)
class Loop:
    """`members` are names of outlets, of which each ends up citing each other one."""

    kind: LoopKind
    members: tuple[str, ...]
    citations: tuple[Citation, ...]


def loops(graph: TraceGraph) -> tuple[Loop, ...]:
    """Strongly connected components (`networkx.strongly_connected_components`, Tarjan) of more than one member.

    Of the graph of a claim (`graph.gathered`), less what is undecided: first those of statements through resolved
    reports, then those of outlets that no loop of statements holds already.
    """
    edges = tuple(_decided(graph))
    found = list(_of_statements(graph, edges))
    held = [set(loop.members) for loop in found]
    outlets = [loop for loop in _of_outlets(graph, edges) if not any(set(loop.members) <= one for one in held)]
    return tuple(sorted(found, key=_order) + sorted(outlets, key=_order))


def _decided(graph: TraceGraph) -> Iterator[Arrow]:
    """The edges of `graph` without the relays of attributions that are undecided."""
    open_ = doubted(graph)
    for tail, head, _, edge in graph.edges():
        if edge.kind is not EdgeKind.RELAY or edge.attribution not in open_:
            yield tail, head, edge


def _order(loop: Loop) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return loop.members, tuple(one.told_in for one in loop.citations)


def _of_statements(graph: TraceGraph, edges: Sequence[Arrow]) -> Iterator[Loop]:
    import networkx as nx

    upward = nx.DiGraph((tail, head) for tail, head, edge in edges if edge.kind in UPWARD)
    for nodes in nx.strongly_connected_components(upward):
        if len(nodes) > 1:
            told = {tail for tail in nodes if graph[tail].kind is NodeKind.STATEMENT}
            members = sorted({graph.agent(teller(graph, node)).name for node in told})
            citations = {
                _citation(graph, tail, head, edge)
                for tail, head, edge in edges
                if edge.kind is EdgeKind.RELAY and tail in nodes and head in nodes
            }
            yield Loop(LoopKind.STATEMENTS, tuple(members), tuple(sorted(citations, key=_by_place)))


def _of_outlets(graph: TraceGraph, edges: Sequence[Arrow]) -> Iterator[Loop]:
    import networkx as nx

    citing: dict[tuple[str, str], set[Citation]] = {}
    for tail, head, edge in edges:
        who, cited = (teller(graph, node) for node in (tail, head)) if edge.kind is EdgeKind.RELAY else ("", "")
        if who != cited and all(graph.agent(one).agent_kind in OUTLETS for one in (who, cited)):
            citing.setdefault((who, cited), set()).add(_citation(graph, tail, head, edge))
    for outlets in nx.strongly_connected_components(nx.DiGraph(citing.keys())):
        if len(outlets) > 1:
            shown = {one for pair, found in citing.items() if outlets.issuperset(pair) for one in found}
            members = sorted(graph.agent(outlet).name for outlet in outlets)
            yield Loop(LoopKind.OUTLETS, tuple(members), tuple(sorted(shown, key=_by_place)))


def _citation(graph: TraceGraph, tail: str, head: str, edge: Edge) -> Citation:
    who, cited = (graph.agent(teller(graph, node)).name for node in (tail, head))
    return Citation(who, cited, edge.evidence, edge.told_in, edge.spans, edge.date)


def _by_place(one: Citation) -> tuple[str, str, Spans, str]:
    return one.who, one.told_in, one.spans, one.cited

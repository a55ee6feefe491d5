"""Loops: outlets, or statements, that end up citing each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from provenance.model import OUTLETS
from provenance.trace.decided import doubted
from provenance.trace.nodes import spans
from provenance.trace.support import teller
from provenance.trace.walk import UPWARD

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from provenance.model import Spans


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


def loops(graph: nx.MultiDiGraph[str]) -> tuple[Loop, ...]:
    """Strongly connected components (`networkx.strongly_connected_components`, Tarjan) of more than one member.

    Of the graph of a claim (`graph.build`), less what is undecided: first those of statements through resolved
    reports, then those of outlets that no loop of statements holds already.
    """
    graph = _decided(graph)
    found = list(_of_statements(graph))
    held = [set(loop.members) for loop in found]
    outlets = [loop for loop in _of_outlets(graph) if not any(set(loop.members) <= one for one in held)]
    return tuple(sorted(found, key=_order) + sorted(outlets, key=_order))


def _decided(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """`graph` without the relays of attributions that are undecided."""
    import networkx as nx

    open_ = doubted(graph)
    if not open_:
        return graph

    def is_shown(tail: str, head: str, key: Any) -> bool:
        edge = graph.edges[tail, head, key]
        return edge["kind"] != "relay" or edge["attribution"] not in open_

    decided: nx.MultiDiGraph[str] = nx.subgraph_view(graph, filter_edge=is_shown)
    return decided


def _order(loop: Loop) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return loop.members, tuple(one.told_in for one in loop.citations)


def _of_statements(graph: nx.MultiDiGraph[str]) -> Iterator[Loop]:
    import networkx as nx

    upward = nx.DiGraph((tail, head) for tail, head, edge in graph.edges(data=True) if edge["kind"] in UPWARD)
    for nodes in nx.strongly_connected_components(upward):
        if len(nodes) > 1:
            told = {tail for tail in nodes if graph.nodes[tail]["kind"] == "statement"}
            members = sorted({graph.nodes[teller(graph, node)]["name"] for node in told})
            citations = {
                _citation(graph, tail, head, edge)
                for tail, head, edge in graph.edges(nodes, data=True)
                if edge["kind"] == "relay" and head in nodes
            }
            yield Loop(LoopKind.STATEMENTS, tuple(members), tuple(sorted(citations, key=_by_place)))


def _of_outlets(graph: nx.MultiDiGraph[str]) -> Iterator[Loop]:
    import networkx as nx

    citing: dict[tuple[str, str], set[Citation]] = {}
    for tail, head, edge in graph.edges(data=True):
        who, cited = (teller(graph, node) for node in (tail, head)) if edge["kind"] == "relay" else ("", "")
        if who != cited and all(graph.nodes[one]["agent_kind"] in OUTLETS for one in (who, cited)):
            citing.setdefault((who, cited), set()).add(_citation(graph, tail, head, edge))
    for outlets in nx.strongly_connected_components(nx.DiGraph(citing.keys())):
        if len(outlets) > 1:
            shown = {one for pair, found in citing.items() if outlets.issuperset(pair) for one in found}
            members = sorted(graph.nodes[outlet]["name"] for outlet in outlets)
            yield Loop(LoopKind.OUTLETS, tuple(members), tuple(sorted(shown, key=_by_place)))


def _citation(graph: nx.MultiDiGraph[str], tail: str, head: str, edge: dict[str, str]) -> Citation:
    who, cited = (graph.nodes[teller(graph, node)]["name"] for node in (tail, head))
    return Citation(who, cited, edge["evidence"], edge["told_in"], spans(edge["spans"]), edge["date"])


def _by_place(one: Citation) -> tuple[str, str, Spans, str]:
    return one.who, one.told_in, one.spans, one.cited

"""The traced graph: typed nodes and edges on a NetworkX graph, and the graph of attributes that is given out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from provenance.iris import digest
from provenance.trace.nodes import (
    ArticleNode,
    CitedNode,
    Edge,
    Node,
    SourceNode,
    StatementNode,
    edge_attributes,
    node_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

NOT_NAMING = frozenset({"made_by", "undecided"})
"""What an edge says beside what names it."""
_VALUE = "value"
_Sort = TypeVar("_Sort", ArticleNode, StatementNode, CitedNode, SourceNode)


class TraceGraph:
    """Nodes by IRI, and the edges between them; `network` is all of it as attributes."""

    def __init__(self) -> None:
        import networkx as nx

        self._shape: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def __contains__(self, iri: str) -> bool:
        return iri in self._shape

    def __iter__(self) -> Iterator[str]:
        return iter(self._shape)

    def __len__(self) -> int:
        return len(self._shape)

    def __getitem__(self, iri: str) -> Node:
        return cast("Node", self._shape.nodes[iri][_VALUE])

    def get(self, iri: str) -> Node | None:
        known = self._shape.nodes.get(iri)
        return known[_VALUE] if known else None

    def nodes(self) -> Iterator[tuple[str, Node]]:
        return ((iri, said[_VALUE]) for iri, said in self._shape.nodes(data=True))

    def edges(self) -> Iterator[tuple[str, str, str, Edge]]:
        """(tail, head, key, edge) of each."""
        return ((tail, head, key, said[_VALUE]) for tail, head, key, said in self._shape.edges(keys=True, data=True))

    def edge(self, tail: str, head: str, key: str) -> Edge:
        return cast("Edge", self._shape.edges[tail, head, key][_VALUE])

    def out(self, iri: str) -> Iterator[tuple[str, Edge]]:
        """(head, edge) of each edge that leaves a node."""
        return ((head, said[_VALUE]) for _, head, said in self._shape.out_edges(iri, data=True))

    def into(self, iri: str) -> Iterator[tuple[str, Edge]]:
        """(tail, edge) of each edge that leads to a node."""
        return ((tail, said[_VALUE]) for tail, _, said in self._shape.in_edges(iri, data=True))

    def between(self, tail: str, head: str) -> Iterator[Edge]:
        return (said[_VALUE] for said in self._shape[tail][head].values())

    def article(self, iri: str) -> ArticleNode:
        return self._of(iri, ArticleNode)

    def statement(self, iri: str) -> StatementNode:
        return self._of(iri, StatementNode)

    def cited(self, iri: str) -> CitedNode:
        return self._of(iri, CitedNode)

    def source(self, iri: str) -> SourceNode:
        return self._of(iri, SourceNode)

    def agent(self, iri: str) -> SourceNode | CitedNode:
        """Whoever tells something, or what is cited of them: each has a name and a kind. Raises TypeError for else."""
        node = self[iri]
        if not isinstance(node, SourceNode | CitedNode):
            raise TypeError(f"{iri} is a node of the kind {node.kind}")
        return node

    def put(self, iri: str, node: Node) -> None:
        self._shape.add_node(iri, **{_VALUE: node})

    def join(self, tail: str, head: str, edge: Edge) -> None:
        """Add an edge, whose key is what it says; of two that say the same the later stays."""
        said = edge_attributes(edge)
        key = "e" + digest(tail, head, *(value for name, value in said.items() if name not in NOT_NAMING))
        self._shape.add_edge(tail, head, key=key, **{_VALUE: edge})

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The graph with attributes that every NetworkX writer takes; made once, when it is first asked for."""
        import networkx as nx

        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        network.add_nodes_from((iri, node_attributes(node)) for iri, node in self.nodes())
        for tail, head, key, edge in self.edges():
            network.add_edge(tail, head, key=key, id=key, **edge_attributes(edge))
        return network

    def _of(self, iri: str, sort: type[_Sort]) -> _Sort:
        node = self[iri]
        if not isinstance(node, sort):
            raise TypeError(f"{iri} is a node of the kind {node.kind}")
        return node

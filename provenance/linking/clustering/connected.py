"""Which nodes of a graph hang together (union and find: Galler and Fischer 1964)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = TypeVar("Node", str, int)
Edge = tuple[Node, Node, float]
"""Two nodes, and how strong the edge between them is."""


def connected(nodes: Iterable[Node], edges: Iterable[Edge[Node]]) -> Iterator[tuple[list[Node], list[Edge[Node]]]]:
    """The parts that `edges` between `nodes` join, each with its edges, in the order of `nodes`."""
    above = {node: node for node in nodes}

    def top(node: Node) -> Node:
        while above[node] != node:
            above[node] = node = above[above[node]]
        return node

    known = list(edges)
    for one, other, _ in known:
        above[top(one)] = top(other)
    parts: dict[Node, tuple[list[Node], list[Edge[Node]]]] = {}
    for node in above:
        parts.setdefault(top(node), ([], []))[0].append(node)
    for edge in known:
        parts[top(edge[0])][1].append(edge)
    yield from parts.values()

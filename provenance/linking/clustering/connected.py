"""Which nodes of a graph hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = TypeVar("Node", str, int)
Edge = tuple[Node, Node, float]
"""Two nodes, and how strong the edge between them is."""


def connected(nodes: Iterable[Node], edges: Iterable[Edge[Node]]) -> Iterator[set[Node]]:
    """The parts that `edges` between `nodes` join, in the order of their first nodes."""
    beside: dict[Node, list[Node]] = {node: [] for node in nodes}
    for one, other, _ in edges:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[Node] = set()
    for start in beside:
        if start not in seen:
            part, waiting = {start}, [start]
            while waiting:
                for node in beside[waiting.pop()]:
                    if node not in part:
                        part.add(node)
                        waiting.append(node)
            seen |= part
            yield part

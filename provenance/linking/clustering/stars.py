"""Which statements hang together, where no one process holds all pairs: steps that look at one statement's neighbours.

Alternately, each node's larger neighbours, and then its smaller ones, are joined to the least that is near it; when
neither changes anything, every node stands beside the least of its part (Kiveris, Lattanzi, Mirrokni, Rastogi and
Vassilvitskii, "Connected Components in MapReduce and Beyond", 2014). What holds in memory is joined at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Beside = tuple[str, str]
    """A node and another one of its part."""


def large_star(node: str, beside: Iterable[str]) -> Iterator[Beside]:
    """The larger of those `beside` a node, each beside the least of all."""
    near = set(beside)
    least = min(node, *near)
    return ((one, least) for one in near if one > node)


def small_star(node: str, beside: Iterable[str]) -> Iterator[Beside]:
    """A node and the smaller ones `beside` it, each beside the least of them."""
    near = {node, *(one for one in beside if one < node)}
    least = min(near)
    return ((one, least) for one in near if one != least)


def contracted(edges: Iterable[Beside]) -> Iterator[Beside]:
    """Each node but the least of its part beside that one, by `edges` alone; no more of them than nodes."""
    above: dict[str, str] = {}

    def least(node: str) -> str:
        path = []
        while (over := above.get(node, node)) != node:
            path.append(node)
            node = over
        above.update(dict.fromkeys(path, node))
        return node

    for one, other in edges:
        low, high = sorted((least(one), least(other)))
        if low != high:
            above[high] = low
    return ((node, least(node)) for node in list(above))

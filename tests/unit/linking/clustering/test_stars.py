"""Parts of a graph found by looking at one node's neighbours at a time are the parts of the graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from provenance.linking.clustering.connected import connected
from provenance.linking.clustering.stars import contracted, large_star, small_star

if TYPE_CHECKING:
    from collections.abc import Iterable

NODES = [f"n{number:02}" for number in range(20)]
EDGES = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda edge: edge[0] != edge[1]))


def parts(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The least of its part by each node that is another one."""
    found = connected(NODES, [(*edge, 1.0) for edge in edges])
    return {node: min(part) for part in found for node in part if node != min(part)}


def beside(edges: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for one, other in edges:
        found[one].add(other)
    return found


@given(EDGES)
def test_at_once(edges: list[tuple[str, str]]) -> None:
    assert {node: least for node, least in contracted(edges) if node != least} == parts(edges)


@given(EDGES)
def test_step_by_step(edges: list[tuple[str, str]]) -> None:
    found, before = set(edges), None
    for _ in NODES:
        before = found
        both = beside({*found, *(edge[::-1] for edge in found)})
        large = {edge for node, near in both.items() for edge in large_star(node, near)}
        near = beside((max(edge), min(edge)) for edge in large)
        found = {edge for node, smaller in near.items() for edge in small_star(node, smaller)}
    assert before == found
    assert dict(found) == parts(edges)

"""Choke points against brute force: every path of every article, and who is on all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
from hypothesis import given
from invented import stories, walked

from provenance.model import Reading, Resolution
from provenance.trace.choke import choke_points
from provenance.trace.support import publisher, supporting

if TYPE_CHECKING:
    from provenance.trace.walk import Walk

Story = tuple[tuple[Reading, ...], tuple[Resolution, ...]]


def tellers(walk: Walk, path: tuple[str, ...]) -> list[str]:
    nodes = walk.graph.network.nodes
    return [
        publisher(walk.graph, nodes[node]["article"])
        if nodes[node]["kind"] == "statement"
        else nodes[node].get("agent", node)
        for node in path
    ]


def paths(walk: Walk) -> dict[str, list[list[str]]]:
    """The tellers on each way of each article, origin last."""
    found: dict[str, list[list[str]]] = {}
    for start in walk.starts:
        for end in (node for node in walk.ways if not walk.ways[node]):
            for path in nx.all_simple_paths(walk.ways, start, end):
                found.setdefault(walk.graph.network.nodes[start]["article"], []).append(tellers(walk, tuple(path)))
    return found


@given(stories())
def test_choke_points_are_those_on_every_path(story: Story) -> None:
    support = supporting(walked(story))
    by_article = paths(support)
    every = [way for ways in by_article.values() for way in ways]
    able = {name for way in every for name in way[:-1]}
    ends = {way[-1] for way in every}
    able -= ends if len(ends) == 1 else set()
    if len(by_article) == 1:
        able -= {way[0] for way in every}
    through = {
        name: {article for article, ways in by_article.items() if all(name in way for way in ways)} for name in able
    }
    found = choke_points(support)
    keys = {node: data.get("article_key") for node, data in support.graph.network.nodes(data=True)}
    for one in found:
        assert set(one.articles) == {keys[article] for article in through[one.node]}
        assert one.of == len(by_article)
    most = max(map(len, through.values()), default=0)
    if most < min(2, len(by_article)):
        assert not found
    elif most == len(by_article):
        assert {one.node for one in found} == {name for name, articles in through.items() if len(articles) == most}
    else:
        assert [len(one.articles) for one in found] == [most]


@given(stories())
def test_they_are_dominators(story: Story) -> None:
    """A node that dominates all ends below a virtual root is a choke point or an end itself (networkx)."""
    support = supporting(walked(story))
    rooted = support.ways.copy()
    rooted.add_edges_from(("root", start) for start in support.starts)
    ends = [node for node in support.ways if not support.ways[node]]
    rooted.add_edges_from((end, "top") for end in ends)
    if not support.starts:
        return
    above = nx.immediate_dominators(rooted, "root")
    dominators, node = [], above["top"]
    while node != "root":
        dominators.append(node)
        node = above[node]
    found = {one.node for one in choke_points(support) if one.every}
    articles = {support.graph.network.nodes[start]["article"] for start in support.starts}
    alone = {name for start in support.starts for name in tellers(support, (start,))} if len(articles) == 1 else set()
    last = {name for end in ends for name in tellers(support, (end,))}
    for name in tellers(support, tuple(dominators)):
        assert name in found | alone | last

"""Choke points: who, or which report, every way from an article to an origin passes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.trace.nodes import ArticleNode, SourceNode, StatementNode
from provenance.trace.support import hops_up, publisher, teller

if TYPE_CHECKING:
    from provenance.model import Kind
    from provenance.trace.walk import Walk


@dataclass(frozen=True, slots=True)
class ChokePoint:
    """`articles` are the keys of those, out of `of`, that have no way past `who`; `every` where all have none.

    `report` is the key of the retrieved article that all of these ways pass, if it is one.
    """

    who: str
    kind: Kind
    node: str
    report: str
    articles: tuple[str, ...]
    of: int

    @property
    def every(self) -> bool:
        return len(self.articles) == self.of


def choke_points(support: Walk) -> tuple[ChokePoint, ...]:
    """What every article with something behind it passes, nearest the origin first; else the one that most pass.

    Of `support`, what stands behind a claim (`support.supporting`). Dominators of its ends, by one pass from the ends
    down: every way from a node passes the node, and what every way from each node above it passes. An origin is no
    choke point, unless others retell it for an origin of their own; nor is the publisher of a single article.
    """
    through = _through(support)
    number = len({support.graph.statement(start).article for start in support.starts})
    most = max(map(len, through.values()), default=0)
    if most < min(2, number):
        return ()
    graph = support.graph
    best = [name for name, articles in through.items() if len(articles) == most]
    reports = {
        publisher(graph, name): node.article_key for name in best if isinstance(node := graph[name], ArticleNode)
    }
    height = _heights(support)
    found = tuple(
        ChokePoint(
            who=node.name,
            kind=node.agent_kind,
            node=name,
            report=reports.get(name, ""),
            articles=tuple(graph.article(article).article_key for article in through[name]),
            of=number,
        )
        for name in sorted(best, key=lambda name: (height.get(name, 0), graph[name].label, name))
        if isinstance(node := graph[name], SourceNode)
    )
    return found if most == number else found[:1]


def _through(support: Walk) -> dict[str, list[str]]:
    """Each agent and each retrieved report that may be a choke point → the articles that have no way past it."""
    passed = _passed(support)
    by_article: dict[str, frozenset[str]] = {}
    for start in support.starts:
        article = support.graph.statement(start).article
        by_article[article] = by_article.get(article, passed[start]) & passed[start]
    able = _between(support, set(by_article))
    through: dict[str, list[str]] = {}
    for article, names in by_article.items():
        for name in sorted(names & able):
            through.setdefault(name, []).append(article)
    return through


def _passed(support: Walk) -> dict[str, frozenset[str]]:
    """For each node, the agents and reports that every way from it passes, its own among them."""
    import networkx as nx

    passed: dict[str, frozenset[str]] = {}
    for node in reversed(list(nx.topological_sort(support.ways))):
        above = [passed[head] for head in support.ways[node]]
        passed[node] = _signs(support, node).union(frozenset.intersection(*above) if above else ())
    return passed


def _signs(support: Walk, node: str) -> frozenset[str]:
    told = support.graph[node]
    return frozenset({teller(support.graph, node), *([told.article] if isinstance(told, StatementNode) else [])})


def _between(support: Walk, articles: set[str]) -> frozenset[str]:
    """Those that a way goes on from, less the one origin that all ways have and the one article that all start in."""
    onward = {sign for node in support.ways if support.ways[node] for sign in _signs(support, node)}
    ends = {teller(support.graph, node) for node in support.ways if not support.ways[node]}
    only = ends if len(ends) == 1 else set()
    alone = {sign for start in support.starts for sign in _signs(support, start)} if len(articles) == 1 else set()
    return frozenset(onward - only - alone)


def _heights(support: Walk) -> dict[str, int]:
    """How far below an origin each agent stands at the nearest."""
    heights: dict[str, int] = {}
    for node, height in hops_up(support.ways).items():
        name = teller(support.graph, node)
        heights[name] = min(heights.get(name, height), height)
    return heights

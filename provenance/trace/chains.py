"""Chains: each way from a statement to an origin, with the words that show every step."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.model import OUTLETS, Kind
from provenance.trace.nodes import CitedNode, NodeKind, StatementNode
from provenance.trace.result import CITED, Chain, Nature, Step
from provenance.trace.walk import shortest_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.trace.nodes import Edge, SourceNode
    from provenance.trace.traced import TraceGraph
    from provenance.trace.walk import Walk

NATURES = {
    Kind.PERSON: Nature.PERSON,
    Kind.ORGANIZATION: Nature.ORGANIZATION,
    Kind.GROUP: Nature.GROUP,
    Kind.DOCUMENT: Nature.DOCUMENT,
    Kind.ANONYMOUS: Nature.ANONYMOUS,
    Kind.UNSPECIFIED: Nature.UNSPECIFIED,
    Kind.OUTLET: Nature.TRAIL_ENDS,
    Kind.WIRE: Nature.TRAIL_ENDS,
    Kind.PLATFORM: Nature.TRAIL_ENDS,
}


def chains(walk: Walk) -> Iterator[Chain]:
    """Every chain of `walk`, lazily: shortest first, then those of the earliest article."""
    for path in shortest_first(walk.ways, walk.starts):
        yield Chain(tuple(_steps(walk, path)), nature(walk.graph, path[-1]))


def nature(graph: TraceGraph, end: str) -> Nature:
    """What a chain's last node is. A report that was retrieved is last only on a circle."""
    node = graph.agent(end)
    if isinstance(node, CitedNode):
        return Nature.CIRCLE if node.retrieved else NATURES[node.agent_kind]
    if node.anonymous:
        return Nature.ANONYMOUS
    return Nature.OWN_REPORTING if node.agent_kind in OUTLETS else NATURES[node.agent_kind]


def _steps(walk: Walk, path: tuple[str, ...]) -> Iterator[Step]:
    edges = [walk.edge(tail, head) for tail, head in pairwise(path)]
    yield _statement(walk, path[0], edges[0].attribution)
    for index, (tail, head) in enumerate(pairwise(path)):
        edge = edges[index]
        match walk.graph[head]:
            case StatementNode():
                yield _retrieved(walk, head, edge, edges[index + 1].attribution)
            case CitedNode() as cited:
                yield _told(head, cited, edge, cited.retrieved or CITED)
            case _:
                direct = walk.graph[tail].kind is NodeKind.STATEMENT
                yield _told(head, walk.graph.agent(head), edge, edge.told_in if direct else CITED)


def _statement(walk: Walk, node: str, attribution: str) -> Step:
    """What a retrieved article states; the confidence is that the article attributes it so."""
    article = walk.article(node)
    within = walk.within(node, attribution)
    return Step(
        node=node,
        who=article.publisher,
        kind=article.publisher_kind,
        relation="published",
        evidence=within.evidence,
        spans=within.spans,
        told_in=within.told_in,
        confidence=within.confidence,
        date=within.date,
        reached=within.told_in,
        statement=within.evidence,
        title=article.title,
        url=article.url,
        helped_by=article.helped_by,
        undecided=within.undecided,
    )


def _retrieved(walk: Walk, node: str, edge: Edge, attribution: str) -> Step:
    """The statement that a cited report is held to be: sure where both the match and its own reading are."""
    step = _statement(walk, node, attribution)
    return replace(
        step,
        relation=edge.relation,
        evidence=edge.evidence,
        spans=(),
        told_in="",
        confidence=min(edge.confidence, step.confidence),
    )


def _told(node: str, teller: SourceNode | CitedNode, edge: Edge, reached: str) -> Step:
    return Step(
        node=node,
        who=teller.name,
        kind=teller.agent_kind,
        relation=edge.relation,
        evidence=edge.evidence,
        spans=edge.spans,
        told_in=edge.told_in,
        confidence=edge.confidence,
        date=edge.date,
        reached=reached,
        anonymous=teller.anonymous,
        role=edge.role,
        reason=edge.reason,
        assertion=edge.assertion,
        made_by=edge.made_by,
        undecided=edge.undecided,
    )

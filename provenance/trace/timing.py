"""When a claim first appeared, and orders of events that cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import cited_parts
from provenance.trace.decided import doubted
from provenance.trace.nodes import ArticleNode, EdgeKind, NodeKind
from provenance.trace.support import hops_up, teller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.trace.walk import Walk


@dataclass(frozen=True, slots=True)
class Appearance:
    """`who` made the claim by `date`, in ISO 8601, maybe only a year and month, or a year.

    `proof` are the words of the article `told_in` that date it; empty where it was published then.
    """

    who: str
    date: str
    proof: str
    told_in: str


@dataclass(frozen=True, slots=True)
class Disorder:
    """An impossible order: the article `citing`, of date `published`, cites what is dated later, or cites it.

    `cited` is who it cites, `date` when that came out; `proof` are the words that cite.
    """

    citing: str
    published: str
    cited: str
    date: str
    proof: str


def earliest(support: Walk) -> Appearance | None:
    """The first appearance that a date proves, of what stands behind a claim (`support.supporting`).

    A date of reduced precision proves no more than its last day. Of one day, an article that is dated comes before
    words that give a date, and what stands nearer an origin before what was taken from it.
    """
    heights = hops_up(support.ways)
    found = [*_published(support), *_cited(support)]
    if not found:
        return None
    first, _ = min(found, key=lambda one: (last_day(one[0].date), one[0].proof != "", heights[one[1]], one[0].told_in))
    return first


def disorders(walk: Walk) -> tuple[Disorder, ...]:
    """What cites something later than itself, as far as both dates tell; and articles that cite each other.

    Of what is undecided, nothing.
    """
    return tuple(sorted({*_later(walk), *_mutual(walk)}, key=lambda one: (one.citing, one.cited, one.date, one.proof)))


def is_later(one: str, other: str) -> bool:
    """Whether date `one` is after date `other` at the precision that both have."""
    shorter = min(len(one), len(other))
    return one[:shorter] > other[:shorter]


def last_day(date: str) -> str:
    """For sorting: no month has 99 days."""
    return date + "-99" * ((10 - len(date)) // 3)


def _published(support: Walk) -> Iterator[tuple[Appearance, str]]:
    for start in support.starts:
        article = support.article(start)
        if article.published:
            yield Appearance(article.publisher, article.published, "", article.article_key), start


def _cited(support: Walk) -> Iterator[tuple[Appearance, str]]:
    for tail, head in support.ways.edges:
        edge = support.edge(tail, head)
        if edge.kind is EdgeKind.RELAY and edge.date:
            who = support.graph.agent(teller(support.graph, head)).name
            yield Appearance(who, edge.date, edge.evidence, edge.told_in), head


def _citing(cited: str) -> str:
    """The attribution that cites."""
    return cited_parts(cited)[0]


def _later(walk: Walk) -> Iterator[Disorder]:
    graph = walk.graph
    published = {node.article_key: node.published for _, node in graph.nodes() if isinstance(node, ArticleNode)}
    open_ = doubted(graph)
    for _, head, _, edge in graph.edges():
        if edge.kind is not EdgeKind.RELAY or edge.attribution in open_:
            continue
        if is_later(edge.date, published[edge.told_in] or edge.date):
            who = graph.agent(teller(graph, head)).name
            yield Disorder(edge.told_in, published[edge.told_in], who, edge.date, edge.evidence)
    for citing, cited, proof in _resolved(walk):
        one, other = graph.article(citing), graph.article(cited)
        if one.published and is_later(other.published, one.published):
            yield Disorder(one.article_key, one.published, other.publisher, other.published, proof)


def _mutual(walk: Walk) -> Iterator[Disorder]:
    """Of two articles that are each held to cite the other, one cannot."""
    pairs = {(citing, cited): proof for citing, cited, proof in _resolved(walk)}
    for (citing, cited), proof in pairs.items():
        if citing != cited and (cited, citing) in pairs:
            one, other = walk.graph.article(citing), walk.graph.article(cited)
            yield Disorder(one.article_key, one.published, other.publisher, other.published, proof)


def _resolved(walk: Walk) -> Iterator[tuple[str, str, str]]:
    """(citing article, cited article, the words that cite) for each report that was retrieved."""
    graph = walk.graph
    open_ = doubted(graph)
    for tail, head, _, edge in graph.edges():
        if edge.kind is EdgeKind.RESOLVED and _citing(tail) not in open_:
            below, proof = tail, ""
            while graph[below].kind is NodeKind.CITED:
                below, words = next(
                    (node, said.evidence) for node, said in graph.into(below) if said.kind is EdgeKind.RELAY
                )
                proof = proof or words
            yield graph.statement(below).article, graph.statement(head).article, proof

"""What to fetch next: the cited reports that the store does not hold, those that most articles rest on first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import RELAYS
from provenance.trace.keywords import keywords
from provenance.trace.nodes import CitedNode, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.model import Kind
    from provenance.trace.walk import Walk


@dataclass(frozen=True, slots=True)
class ToFetch:
    """A report by `who` that the store does not hold.

    `date` is its ISO 8601 date where an article gives one; else `by` is the date of the earliest article that cites
    it: it came out then or before. Either may be empty. `words` are what to type into a search engine after these, a
    name or what is quoted as one; `articles` are the keys of the articles that rest on it. `links` are the addresses
    that articles give for it.
    """

    who: str
    kind: Kind
    date: str
    by: str
    words: tuple[str, ...]
    articles: tuple[str, ...]
    links: tuple[str, ...] = ()


class _Mention(NamedTuple):
    agent: str
    date: str
    node: str
    by: str


def to_fetch(walk: Walk, claim: str = "") -> tuple[ToFetch, ...]:
    """Each outlet and date once; a mention without a date is of the one report by its outlet that has one.

    The words are those of `claim`, or, where it is empty, of the earliest statement that rests on the report.
    """
    below = _below(walk)
    mentions: dict[tuple[str, str], list[_Mention]] = {}
    for mention in _mentions(walk):
        mentions.setdefault((mention.agent, mention.date), []).append(mention)
    for agent in {agent for agent, date in mentions if not date}:
        dated = [key for key in mentions if key[0] == agent and key[1]]
        if len(dated) == 1:
            mentions[dated[0]] += mentions.pop((agent, ""))
    found = (_report(walk, same, below, claim) for same in mentions.values())
    return tuple(sorted(found, key=lambda one: (-len(one.articles), one.date or one.by, one.who)))


def _mentions(walk: Walk) -> Iterator[_Mention]:
    """The cited reports on the way that were not retrieved, once for each article that points to them."""
    for tail, head in walk.ways.edges:
        told = walk.graph[head]
        if not isinstance(told, CitedNode) or told.retrieved or told.anonymous:
            continue
        if told.agent_kind in RELAYS:
            yield _Mention(told.agent, walk.edge(tail, head).date, head, _published(walk, tail))


def _published(walk: Walk, told: str) -> str:
    """When the one article came out that `told`, its statement or what it cites for it, stands in."""
    while walk.graph[told].kind is not NodeKind.STATEMENT:
        told = next(iter(walk.ways.pred[told]))
    return walk.article(told).published


def _report(walk: Walk, same: Sequence[_Mention], below: dict[str, frozenset[str]], claim: str) -> ToFetch:
    graph = walk.graph
    agent = graph.agent(same[0].agent)
    dates = sorted(one.date for one in same if one.date)
    starts = frozenset().union(*(below[one.node] for one in same))
    resting = [start for start in walk.starts if start in starts]
    return ToFetch(
        who=agent.name,
        kind=agent.agent_kind,
        date=dates[0] if dates else "",
        by="" if dates else min((one.by for one in same if one.by), default=""),
        words=keywords(claim or graph.statement(resting[0]).text),
        articles=tuple(dict.fromkeys(walk.article(start).article_key for start in resting)),
        links=tuple(sorted({link for one in same if (link := graph.cited(one.node).url)})),
    )


def _below(walk: Walk) -> dict[str, frozenset[str]]:
    """For each node, the statements that a way leads to it from."""
    import networkx as nx

    below: dict[str, frozenset[str]] = {}
    starts = frozenset(walk.starts)
    for node in nx.topological_sort(walk.ways):
        below[node] = frozenset({node} & starts).union(*(below[tail] for tail in walk.ways.pred[node]))
    return below

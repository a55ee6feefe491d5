"""Drift: what an article made of the report that it took the claim from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import OUTLETS, Kind
from provenance.text import words
from provenance.trace.decided import is_open
from provenance.trace.nodes import CitedNode, EdgeKind, NodeKind, StatementNode
from provenance.trace.support import publisher, told_by
from provenance.trace.wordings import ChangeKind, compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Spans
    from provenance.trace.walk import Walk

UNRESOLVED = 0.5
"""What is left of the confidence where only the outlet is known, and the wordings choose among its statements."""
LEAST_SHARE = 1 / 3
_WITHHELD = frozenset({Kind.ANONYMOUS, Kind.GROUP})
_ANSWERABLE = frozenset({Kind.PERSON, Kind.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Wording:
    """What an article says: the key of it, its publisher, date, the words and where they stand in its text."""

    article: str
    publisher: str
    date: str
    text: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Drift:
    """`before` in the earlier wording became `after` in the later one; both are words of these articles.

    `confidence` is that the later was taken from the earlier, and that both were read rightly.
    """

    kind: ChangeKind
    before: str
    after: str
    earlier: Wording
    later: Wording
    confidence: float


_Shelf = dict[str, dict[str, frozenset[str]]]
"""Publisher → its statements → their content words."""


class _Pair(NamedTuple):
    """Statement `later`, by way of the report `cited`, is held to come from statement `earlier`."""

    later: str
    cited: str
    earlier: str
    confidence: float


def drifts(walk: Walk) -> tuple[Drift, ...]:
    """Between each statement and the one it was taken from, the surest first; of `walk` that is decided.

    A report that is not resolved is compared with the statement of its outlet that is worded most alike, if any is.
    """
    found = {
        (drift.kind, drift.before, drift.after, drift.earlier, drift.later): drift
        for pair in sorted(_pairs(walk), key=lambda pair: (pair.confidence, pair))
        for drift in _between(walk, pair)
    }
    return tuple(
        sorted(
            found.values(),
            key=lambda one: (
                -one.confidence,
                one.later.date,
                one.later.article,
                one.kind,
                one.before,
                one.earlier.article,
            ),
        )
    )


def _pairs(walk: Walk) -> Iterator[_Pair]:
    shelf: _Shelf = {}
    for start in walk.starts:
        told = walk.graph.statement(start)
        shelf.setdefault(publisher(walk.graph, told.article), {})[start] = frozenset(words(told.text))
    for start in walk.starts:
        for path in told_by(walk, start):
            end = path[-1]
            if walk.graph[end].kind is NodeKind.STATEMENT:
                yield _Pair(start, path[-2], end, min(walk.edge(path[-2], end).confidence, _read(walk, start, end)))
            else:
                yield from _by_outlet(walk, path, shelf)


def _by_outlet(walk: Walk, path: tuple[str, ...], shelf: _Shelf) -> Iterator[_Pair]:
    """The nearest unresolved report of an outlet that has an earlier statement here."""
    start, graph = path[0], walk.graph
    ours = frozenset(words(graph.statement(start).text))
    for cited in path[1:]:
        told = graph[cited]
        if not isinstance(told, CitedNode) or told.agent_kind not in OUTLETS or told.retrieved:
            continue
        shares = [
            (_share(ours, theirs), other)
            for other, theirs in shelf.get(told.agent, {}).items()
            if graph.statement(other).article != graph.statement(start).article and _is_earlier(walk, other, start)
        ]
        share, other = max(shares, default=(0.0, ""))
        if share >= LEAST_SHARE:
            yield _Pair(start, cited, other, UNRESOLVED * min(share, _read(walk, start, other)))
            return


def _read(walk: Walk, *statements: str) -> float:
    """How surely both were read; a statement that was read in two ways is as sure as the surer."""
    graph = walk.graph
    return min(
        max(
            edge.confidence for edge in graph.between(one, graph.statement(one).article) if edge.kind is EdgeKind.WITHIN
        )
        for one in statements
    )


def _is_earlier(walk: Walk, one: str, other: str) -> bool:
    """Not later, as far as the dates tell."""
    first, second = walk.article(one).published, walk.article(other).published
    shorter = min(len(first), len(second))
    return first[:shorter] <= second[:shorter]


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Of the content words, those in both (Dice's coefficient)."""
    return 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)


def _between(walk: Walk, pair: _Pair) -> Iterator[Drift]:
    earlier, later = _wording(walk, pair.earlier), _wording(walk, pair.later)
    for change in compared(earlier.text, later.text):
        if change.kind is not ChangeKind.ROUNDED:
            yield Drift(change.kind, change.before, change.after, earlier, later, pair.confidence)
    yield from _sources(walk, pair, earlier, later)


def _sources(walk: Walk, pair: _Pair, earlier: Wording, later: Wording) -> Iterator[Drift]:
    """Whom the report names, and whom the article that cites it makes of that."""
    if _is_doubted(walk, pair.earlier) or _is_doubted(walk, pair.cited):
        return
    told, retold = _heard(walk, pair.earlier), _heard(walk, pair.cited)
    agent = walk.graph.agent
    if told and not retold:
        yield Drift(ChangeKind.DROPPED, _named(walk, told), agent(pair.cited).name, earlier, later, pair.confidence)
    withheld = [node for node in told if agent(node).anonymous or agent(node).agent_kind in _WITHHELD]
    given = [node for node in retold if agent(node).agent_kind in _ANSWERABLE and not agent(node).anonymous]
    if withheld and len(withheld) == len(told) and given:
        yield Drift(ChangeKind.UPGRADED, _named(walk, withheld), _named(walk, given), earlier, later, pair.confidence)


def _is_doubted(walk: Walk, node: str) -> bool:
    """Whether anyone whom a statement, or a cited report, is laid to next is undecided."""
    relays = (edge for _, edge in walk.graph.out(node) if edge.kind is EdgeKind.RELAY)
    return any(is_open(walk, node, edge) for edge in relays)


def _heard(walk: Walk, node: str) -> list[str]:
    """Whom a statement, or a cited report, is laid to next; an outlet's own reporting is laid to no one."""
    graph, told = walk.graph, walk.graph[node]
    own = publisher(graph, told.article) if isinstance(told, StatementNode) else ""
    above = [head for head, edge in graph.out(node) if edge.kind is EdgeKind.RELAY and head != own]
    return sorted({one for one in above if graph.agent(one).agent_kind is not Kind.UNSPECIFIED})


def _named(walk: Walk, told: list[str]) -> str:
    return ", ".join(sorted({walk.graph.agent(node).name for node in told}))


def _wording(walk: Walk, statement: str) -> Wording:
    article, told = walk.article(statement), walk.graph.statement(statement)
    return Wording(article.article_key, article.publisher, article.published, told.text, told.spans)

"""How many independent origins a claim has: a range, and why.

The most that there are is if only those are one that surely are, the least if all are one that may be
(`origin_identity`), as far as no two that surely are two come together.

Origins are independent as far as they reach articles by ways that share no teller (Menger's theorem; `networkx`
maximum flow with node capacities, by preflow-push). A teller is an outlet or whoever else retells; what many articles
take from one is one way. Whoever heard someone named first-hand is no bottleneck for that: the name stands for itself.
Unnamed sources of an outlet count as many as its own articles in the store tell apart, and one where it is only cited.
Who denies a claim is no origin of it; where no one asserts it, those who deny or do not confirm it are counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import OUTLETS, Kind
from provenance.trace.chains import nature
from provenance.trace.concluded import NOTHING, Concluded
from provenance.trace.nodes import NodeKind
from provenance.trace.origin_identity import Judge, fewest, is_named
from provenance.trace.origins import counting
from provenance.trace.result import Nature
from provenance.trace.support import teller, told_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import networkx as nx

    from provenance.trace.result import Origin
    from provenance.trace.walk import Walk

CLAIM, ORIGINS = "the claim", "the origins"
CIRCLE = "a circle"


class Limit(StrEnum):
    """What keeps origins from being counted apart."""

    ONE_TELLER = "known only through one"
    MAY_BE_ONE = "may be one"
    OTHER_CLAIM = "may make another claim"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why `who`, by name, may count for fewer than they are: `through` is the one teller, else empty.

    Of those that may be one the first is the most telling.
    """

    limit: Limit
    who: tuple[str, ...]
    through: str = ""


@dataclass(frozen=True, slots=True)
class Independence:
    """At least `low`, at most `high` independent origins; the `reasons` say why not more, or why fewer."""

    low: int
    high: int
    reasons: tuple[Reason, ...] = ()


class Way(NamedTuple):
    """How one article tells that it got the claim: through `tellers` from `origin`; `heard` is who heard it."""

    tellers: tuple[str, ...]
    origin: str
    heard: str


def independence(support: Walk, origins: Sequence[Origin], concluded: Concluded = NOTHING) -> Independence:
    """Of `support`, what stands behind a claim (`support.counted`), and all its `origins`.

    Passages that are doubtful may make another claim: the least that there are does not count on them, unless a
    certain one was taken from them or there is no other.
    """
    origins, doubtful = counting(origins), concluded.doubtful
    told = list(dict.fromkeys(_ways(support, support.starts, origins)))
    sure = list(dict.fromkeys(_ways(support, _certain(support, doubtful), origins))) if doubtful else []
    sure = sure or told
    unsure = {way.origin for way in told} - {way.origin for way in sure}
    others = [one for one in origins if _place(one) in unsure]
    judge = Judge(origins, concluded)
    groups = fewest(origins, judge)
    counted = fewest((one for one in origins if one not in others), judge) if others else groups
    high = _flow(told, {way.origin: way.origin for way in told})
    low = _flow(sure, _classes(counted, judge))
    if len(origins) < 2:
        return Independence(low, high)
    merged = [Reason(Limit.MAY_BE_ONE, _names(group)) for group in groups if len(group) > 1]
    elsewhere = [Reason(Limit.OTHER_CLAIM, tuple(sorted(_names(others))))] if others else []
    return Independence(low, high, (*_shared(support, told), *merged, *elsewhere))


def _classes(groups: Iterable[Sequence[Origin]], judge: Judge) -> dict[str, str]:
    """By which node each group is counted: what may be someone who is better known proves nothing of its own."""
    return {
        _place(one): group[0].node
        for group in groups
        for one in group
        if judge.profile(one).sort is judge.profile(group[0]).sort
    }


def _names(origins: Iterable[Origin]) -> tuple[str, ...]:
    return tuple(one.name for one in origins)


def _certain(support: Walk, doubtful: frozenset[str]) -> list[str]:
    """The statements that surely make the claim, with all that they were taken from."""
    import networkx as nx

    certain = [one for one in support.starts if one not in doubtful]
    reached = nx.multi_source_dijkstra_path_length(support.ways, certain) if certain else {}
    return [one for one in support.starts if one in reached]


def _ways(support: Walk, starts: Iterable[str], origins: Sequence[Origin]) -> Iterator[Way]:
    """The ways of each of the articles in its own words. One on to a retrieved report is that report's own to tell."""
    named = {one.node for one in origins if is_named(one)}
    graph = support.graph
    for start in starts:
        for path in told_by(support, start):
            end = path[-1]
            if graph[end].kind is NodeKind.STATEMENT:
                continue
            tellers = tuple(teller(support.graph, node) for node in path[1:-1])
            origin = teller(support.graph, end)
            what = nature(support.graph, end)
            if what is Nature.CIRCLE:
                yield Way((), CIRCLE, "")
            elif origin in named:
                yield Way(tellers[:-1], origin, "")
            elif what in (Nature.TRAIL_ENDS, Nature.OWN_REPORTING):
                yield Way((*tellers, origin), origin, "")
            else:
                own = teller(support.graph, start)
                heard = "" if tellers or what is Nature.UNSPECIFIED else own
                yield Way(tellers or (own,), origin, heard)


def _place(origin: Origin) -> str:
    return CIRCLE if origin.nature is Nature.CIRCLE else origin.node


def _capacities(told: Iterable[Way]) -> Mapping[str, int]:
    """For each outlet with articles here, how many unnamed sources they tell apart."""
    return Counter(heard for heard, _ in {(way.heard, way.origin) for way in told if way.heard})


def _flow(told: Sequence[Way], counted: Mapping[str, str]) -> int:
    """The most ways that share no teller, each to another class of origin; `counted` gives an origin's class."""
    import networkx as nx

    capacities = _capacities(told)
    network: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    claim, origins = ("end", CLAIM), ("end", ORIGINS)
    network.add_nodes_from((claim, origins))
    for way in told:
        if way.origin not in counted:
            continue
        tail = claim
        for name in way.tellers:
            network.add_edge(tail, ("to", name))
            network.add_edge(("to", name), ("from", name), capacity=max(1, capacities.get(name, 0)))
            tail = ("from", name)
        network.add_edge(tail, ("origin", way.origin))
        network.add_edge(("origin", way.origin), ("class", counted[way.origin]), capacity=1)
        network.add_edge(("class", counted[way.origin]), origins, capacity=1)
    return int(nx.maximum_flow_value(network, claim, origins))


def _shared(support: Walk, told: Sequence[Way]) -> Iterator[Reason]:
    """Tellers that several origins are reached through, and through no one else."""
    agent = support.graph.agent
    through: dict[str, list[frozenset[str]]] = {}
    for way in told:
        through.setdefault(way.origin, []).append(frozenset(way.tellers) - {way.origin})
    beyond: dict[str, list[str]] = {}
    for origin, ways in through.items():
        for name in frozenset.intersection(*ways):
            beyond.setdefault(name, []).append(origin)
    for name in sorted(beyond, key=lambda name: agent(name).name):
        ends = sorted(agent(end).name for end in beyond[name])
        if len(ends) > 1 and agent(name).agent_kind in {*OUTLETS, Kind.PLATFORM}:
            yield Reason(Limit.ONE_TELLER, tuple(ends), agent(name).name)

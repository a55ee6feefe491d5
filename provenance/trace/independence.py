"""How many independent origins a claim has: a range, and why.

Origins are independent as far as they reach articles by ways that share no teller (Menger's theorem; `networkx`
maximum flow with node capacities, by preflow-push). A teller is an outlet or whoever else retells; what many articles
take from one is one way. Whoever heard someone named first-hand is no bottleneck for that: the name stands for itself.
Unnamed sources of an outlet count as many as its own articles in the store tell apart, and one where it is only cited.
Who denies a claim is no origin of it; where no one asserts it, those who deny or do not confirm it are counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import OUTLETS, Assertion, Kind
from provenance.trace.chains import nature
from provenance.trace.result import Nature
from provenance.trace.sameness import UNNAMED, apart, is_named
from provenance.trace.support import teller, told_by

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import networkx as nx

    from provenance.trace.result import Origin
    from provenance.trace.sameness import Apart
    from provenance.trace.walk import Walk

CLAIM, ORIGINS = "the claim", "the origins"
CIRCLE = "a circle"
SHOWN = 5
"""Names in one reason."""


@dataclass(frozen=True, slots=True)
class Independence:
    """At least `low`, at most `high` independent origins; the `reasons` say in words why not more, or why fewer."""

    low: int
    high: int
    reasons: tuple[str, ...]


class Way(NamedTuple):
    """How one article tells that it got the claim: through `tellers` from `origin`; `heard` is who heard it."""

    tellers: tuple[str, ...]
    origin: str
    heard: str


def independence(support: Walk, origins: Sequence[Origin], doubtful: Collection[str] = ()) -> Independence:
    """Of `support`, what stands behind a claim (`support.counted`), and all its `origins`.

    Passages that are `doubtful` may make another claim: the least that there are does not count on them, unless a
    certain one was taken from them or there is no other.
    """
    origins = [one for one in origins if one.assertion is Assertion.ASSERTS] or origins
    told = list(dict.fromkeys(_ways(support, support.starts, origins)))
    sure = list(dict.fromkeys(_ways(support, _certain(support, doubtful), origins))) if doubtful else []
    sure = sure or told
    unsure = {way.origin for way in told} - {way.origin for way in sure}
    others = [one for one in origins if _place(one) in unsure]
    laid = apart(origins)
    classes = (apart([one for one in origins if one not in others]) if others else laid).classes
    high = _flow(told, {way.origin: way.origin for way in told})
    low = _flow(sure, {_place(one): classes[one.node] for one in origins if one.node in classes})
    if len(origins) < 2:
        return Independence(low, high, ())
    elsewhere = [f"may make another claim: {_listed(sorted(one.name for one in others))}"] if others else []
    return Independence(low, high, (*_shared(support, told), *_merged(origins, laid), *elsewhere))


def _certain(support: Walk, doubtful: Collection[str]) -> list[str]:
    """The statements that surely make the claim, with all that they were taken from."""
    import networkx as nx

    certain = [one for one in support.starts if one not in doubtful]
    reached = nx.multi_source_dijkstra_path_length(support.ways, certain) if certain else {}
    return [one for one in support.starts if one in reached]


def _ways(support: Walk, starts: Iterable[str], origins: Sequence[Origin]) -> Iterator[Way]:
    """The ways of each of the articles in its own words. One on to a retrieved report is that report's own to tell."""
    named = {one.node for one in origins if is_named(one)}
    nodes = support.graph.nodes
    for start in starts:
        for path in told_by(support, start):
            end = path[-1]
            if nodes[end]["kind"] == "statement":
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


def _shared(support: Walk, told: Sequence[Way]) -> Iterator[str]:
    """Tellers that several origins are reached through, and through no one else."""
    nodes = support.graph.nodes
    through: dict[str, list[frozenset[str]]] = {}
    for way in told:
        through.setdefault(way.origin, []).append(frozenset(way.tellers) - {way.origin})
    beyond: dict[str, list[str]] = {}
    for origin, ways in through.items():
        for name in frozenset.intersection(*ways):
            beyond.setdefault(name, []).append(origin)
    for name in sorted(beyond, key=lambda name: nodes[name]["name"]):
        ends = sorted(nodes[end]["name"] for end in beyond[name])
        if len(ends) > 1 and nodes[name]["agent_kind"] in {*OUTLETS, Kind.PLATFORM}:
            yield f"known only through {nodes[name]['name']}: {_listed(ends)}"


def _merged(origins: Sequence[Origin], laid: Apart) -> Iterator[str]:
    """What cannot be shown to be another origin."""
    asked = {one.node: one for one in origins}
    groups: dict[str, list[str]] = {}
    for node, name in laid.classes.items():
        groups.setdefault(name, []).append(asked[node].name)
    for name, same in sorted(groups.items()):
        if len(same) > 1:
            reason = "may all rest on one source" if name == "unknown" else "cannot be told apart"
            yield f"{reason}: {_listed(sorted(same))}"
    for node, other in sorted(laid.merged.items(), key=lambda item: (asked[item[0]].name, item[1])):
        one = asked[node]
        if other:
            may_be = "may include" if one.nature in UNNAMED else "may be"
            yield f"{one.name or 'an unnamed source'} {may_be} {other}"
    rest = sorted(asked[node].name for node, other in laid.merged.items() if not other)
    if rest:
        yield f"may rest on any of the others: {_listed(rest)}"


def _listed(names: Sequence[str]) -> str:
    shown = "; ".join(name or "an unnamed source" for name in names[:SHOWN])
    return f"{shown}; and {len(names) - SHOWN} more" if len(names) > SHOWN else shown

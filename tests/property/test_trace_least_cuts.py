"""Independence against exhaustive search: least cuts for the upper end, fewest sources for the lower."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from invented import stories, walked

from provenance.model import Assertion, Kind, Reading, Resolution
from provenance.trace.chains import nature
from provenance.trace.independence import independence
from provenance.trace.origin_identity import Judge, fewest
from provenance.trace.origins import origins
from provenance.trace.result import Nature, Origin
from provenance.trace.support import supporting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.trace.walk import Walk

Story = tuple[tuple[Reading, ...], tuple[Resolution, ...]]
NAMED = (Nature.PERSON, Nature.ORGANIZATION)


def asserting(walk: Walk) -> list[Origin]:
    return [one for one in origins(walk) if one.assertion is Assertion.ASSERTS]


def name(walk: Walk, node: str) -> str:
    told = walk.graph.network.nodes[node]
    article = told.get("article")
    return walk.graph.network.nodes[article]["publisher"] if article else told.get("agent", node)


def ways(walk: Walk) -> set[tuple[str, ...]]:
    """Every way as tellers and then the origin; written down again from the walk's rules, without its code."""
    found = set()
    for start in walk.starts:
        for end in (node for node in walk.ways if not walk.ways[node]):
            for path in nx.all_simple_paths(walk.ways, start, end):
                kinds = [walk.graph.network.nodes[node]["kind"] for node in path]
                if "statement" in kinds[1:]:
                    continue
                tellers = tuple(walk.graph.network.nodes[node]["agent"] for node in path[1:-1])
                what, origin = nature(walk.graph, end), name(walk, end)
                if what is Nature.CIRCLE:
                    found.add(("circle",))
                elif what in NAMED:
                    found.add((*tellers[:-1], origin))
                elif what in (Nature.TRAIL_ENDS, Nature.OWN_REPORTING):
                    found.add((*tellers, origin))
                else:
                    publisher = next(
                        head
                        for head, edges in walk.graph.network[walk.graph.network.nodes[start]["article"]].items()
                        if any(edge["relation"] == "published by" for edge in edges.values())
                    )
                    found.add((*(tellers or (f"{publisher} heard",)), origin))
    return found


def least_cut(found: set[tuple[str, ...]]) -> int:
    """The least cost of names that, taken away, leave no way from the claim to an origin."""
    graph = nx.DiGraph()
    graph.add_nodes_from(("claim", "origins"))
    cost: dict[str, int] = {}
    for way in found:
        names = [one.removesuffix(" heard") for one in way]
        nx.add_path(graph, ["claim", *names, "origins"])
    for one in set(graph) - {"claim", "origins"}:
        cost[one] = max(1, len({way[-1] for way in found if way[0] == f"{one} heard"}))
    best = sum(cost.values())
    names = sorted(cost)
    for size in range(len(names) + 1):
        for removed in combinations(names, size):
            total = sum(cost[one] for one in removed)
            if total < best and not nx.has_path(graph.subgraph(set(graph) - set(removed)), "claim", "origins"):
                best = total
    return best


@given(stories())
def test_the_upper_end_is_the_least_cut_and_the_lower_end_is_under_it(story: Story) -> None:
    support = supporting(walked(story))
    asserted = asserting(walked(story))
    found = independence(support, asserted)
    cut = least_cut(ways(support))
    heard = {way[0] for way in ways(support) if way[0].endswith(" heard")}
    ends = {way[-1] for way in ways(support)}
    if heard.isdisjoint(f"{end} heard" for end in ends):
        assert found.high == cut
    else:
        assert found.high <= cut
    assert min(1, len(asserted)) <= found.low <= found.high <= len(asserted)


@given(stories())
def test_more_articles_never_make_fewer_origins(story: Story) -> None:
    """What an article tells of its own stays told when others join it: the upper end only grows."""
    readings, _ = story
    few, all_ = (walked((part, ())) for part in (readings[:-1], readings))
    assert independence(supporting(few), asserting(few)).high <= independence(supporting(all_), asserting(all_)).high


@given(stories())
def test_the_order_of_articles_means_nothing(story: Story) -> None:
    readings, resolutions = story
    forward, backward = walked(story), walked((readings[::-1], resolutions[::-1]))
    assert independence(supporting(forward), asserting(forward)) == independence(
        supporting(backward), asserting(backward)
    )


def origin(number: int, words: str, what: Nature, role: str) -> Origin:
    kind = Kind.ORGANIZATION if what is Nature.ORGANIZATION else Kind.PERSON
    return Origin(
        node=f"n{number}",
        name=words,
        kind=kind,
        nature=what,
        anonymous=what is Nature.ANONYMOUS,
        role=role,
        reason="",
        assertion=Assertion.ASSERTS,
        reached="k",
        confidence=0.9,
        articles=("k",),
    )


@st.composite
def crowds(draw: st.DrawFn) -> list[Origin]:
    named = st.tuples(
        st.sampled_from(["Anna", "Anna Low", "Anna Low Reed", "Low", "Bob Reed", "Reed"]),
        st.sampled_from([Nature.PERSON, Nature.ORGANIZATION]),
        st.just(""),
    )
    nurse = st.tuples(st.just("Cy Dane"), st.just(Nature.PERSON), st.just("nurse"))
    unnamed = st.tuples(
        st.sampled_from(["two officials", "two nurses", "three pilots"]), st.just(Nature.ANONYMOUS), st.just("")
    )
    unknown = st.tuples(
        st.just("Kestrel Wire"), st.sampled_from([Nature.TRAIL_ENDS, Nature.OWN_REPORTING]), st.just("")
    )
    met = draw(st.lists(st.one_of(named, nurse, unnamed, unknown), min_size=1, max_size=7))
    return [origin(number, *one) for number, one in enumerate(met)]


def may_be(one: Origin, other: Origin, crowd: list[Origin]) -> bool:
    if {one.nature, other.nature} & {Nature.TRAIL_ENDS, Nature.OWN_REPORTING}:
        return True
    if {one.nature, other.nature} == {Nature.ANONYMOUS}:
        return True
    if Nature.ANONYMOUS in {one.nature, other.nature}:
        unnamed, named = sorted((one, other), key=lambda each: each.nature is not Nature.ANONYMOUS)
        fits = "official" in unnamed.name or not named.role or ("nurse" in unnamed.name and named.role == "nurse")
        return named.nature is Nature.ORGANIZATION or fits
    both = set(one.name.split()) | set(other.name.split())
    names = [set(each.name.split()) for each in crowd if each.nature in NAMED]
    return any(both <= name and not any(name < fuller for fuller in names) for name in names)


def partitions(crowd: list[Origin]) -> Iterator[list[list[Origin]]]:
    if not crowd:
        yield []
        return
    first, *rest = crowd
    for groups in partitions(rest):
        yield [[first], *groups]
        for index, group in enumerate(groups):
            yield [*groups[:index], [first, *group], *groups[index + 1 :]]


@given(crowds())
def test_as_few_as_can_be_with_no_two_that_are_surely_two(crowd: list[Origin]) -> None:
    fewest_ = min(
        len(groups)
        for groups in partitions(crowd)
        if all(may_be(one, other, crowd) for group in groups for one, other in combinations(group, 2))
    )
    assert len(fewest(crowd, Judge(crowd))) == fewest_

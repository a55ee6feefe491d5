"""The range of independent origins follows from the pairs, in whatever order articles come; decisions outrank them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from invented import quoted, statements

from provenance.model import Judgement, Kind, Reading
from provenance.trace import Concluded, Trace, trace
from provenance.trace.concluded import in_order
from provenance.trace.origin_identity import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.trace.origin_identity import OriginPair

WHO = st.sampled_from(
    [
        ("Ann Low", Kind.PERSON, "nurse"),
        ("Low", Kind.PERSON, ""),
        ("Bo Reed", Kind.PERSON, "Harbour Board chairman"),
        ("Harbour Board", Kind.ORGANIZATION, ""),
        ("two nurses", Kind.ANONYMOUS, ""),
        ("Danish officials", Kind.ANONYMOUS, ""),
        ("Swedish officials", Kind.ANONYMOUS, ""),
        ("a filing", Kind.DOCUMENT, ""),
        ("Kestrel Wire", Kind.WIRE, ""),
        ("reportedly", Kind.UNSPECIFIED, ""),
    ]
)
STORIES = st.lists(WHO, min_size=1, max_size=6).map(
    lambda who: tuple(quoted(f"k{n}", f"Paper {n}", one[:2], role=one[2]) for n, one in enumerate(who))
)
"""Each paper heard its own source: no two ways share a teller."""


def traced(readings: Sequence[Reading], concluded: Concluded = Concluded()) -> Trace:  # noqa: B008 -- frozen
    return trace("rain is due", statements(tuple(readings)), concluded=concluded)


def partitions(nodes: Sequence[int]) -> Iterator[list[list[int]]]:
    if not nodes:
        yield []
        return
    first, *rest = nodes
    for groups in partitions(rest):
        yield [[first], *groups]
        for index, group in enumerate(groups):
            yield [*groups[:index], [first, *group], *groups[index + 1 :]]


def least(found: Trace) -> int:
    """The fewest groups without two that the pairs say are two."""
    number = {(one.node, one.nature): index for index, one in enumerate(found.origins)}
    two = {
        frozenset(number[end.node, end.nature] for end in (pair.left, pair.right))
        for pair in found.origin_pairs
        if pair.judgement is Judgement.DIFFERENT
    }
    return min(
        len(groups)
        for groups in partitions(range(len(number)))
        if not any(frozenset(both) in two for group in groups for both in combinations(group, 2))
    )


def most(found: Trace) -> int:
    """As many as there are when only those are one that surely are."""
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    graph.add_nodes_from((one.node, one.nature) for one in found.origins)
    sure = [pair for pair in found.origin_pairs if pair.judgement is Judgement.SAME]
    graph.add_edges_from(((one.left.node, one.left.nature), (one.right.node, one.right.nature)) for one in sure)
    return nx.number_connected_components(graph)


@given(STORIES)
def test_the_range_follows_from_the_pairs(readings: tuple[Reading, ...]) -> None:
    found = traced(readings)
    assert (found.independence.low, found.independence.high) == (least(found), most(found))
    assert len(found.origins) - len(list(closest(found.origin_pairs))) == found.independence.low


@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_articles_means_nothing(readings: tuple[Reading, ...], random: st.DataObject) -> None:
    mixed = list(readings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert traced(mixed).origin_pairs == traced(readings).origin_pairs


@given(STORIES, st.integers(0, 14))
def test_a_decision_that_two_are_two_outranks_every_reason(readings: tuple[Reading, ...], chosen: int) -> None:
    before = traced(readings)
    for pair in [one for one in before.origin_pairs if one.judgement is Judgement.UNDECIDED][chosen : chosen + 1]:
        after = traced(readings, Concluded(different=frozenset({in_order(pair.left.node, pair.right.node)})))
        assert before.independence.low <= after.independence.low <= before.independence.low + 1
        assert after.independence.high == before.independence.high
        [decided] = [one for one in after.origin_pairs if _ends(one) == _ends(pair)]
        assert (decided.judgement, decided.is_merged) == (Judgement.DIFFERENT, False)


@given(STORIES, st.integers(0, 14))
def test_a_decision_that_two_are_one_leaves_one(readings: tuple[Reading, ...], chosen: int) -> None:
    before = traced(readings)
    able = [pair for pair in before.origin_pairs if any(way.sources for way in pair.settled_by)]
    for pair in able[chosen : chosen + 1]:
        after = traced(readings, Concluded(same={pair.left.node: pair.right.node}))
        assert after.independence.high == before.independence.high - 1


def _ends(pair: OriginPair) -> set[str]:
    return {pair.left.node, pair.right.node}

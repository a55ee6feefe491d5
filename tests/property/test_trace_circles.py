"""Loops against brute force, and every analysis on any story: whole, in any order, in bounds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations

import networkx as nx
from hypothesis import given
from invented import statements, stories

from provenance.model import Reading, Resolution
from provenance.trace import outline, trace
from provenance.trace.loops import LoopKind
from provenance.trace.walk import UPWARD
from provenance.views.prose.verdict import sentence

Story = tuple[tuple[Reading, ...], tuple[Resolution, ...]]
OUTLETS = ("Alpha", "Beta", "Gamma", "Delta")


def cites(readings: tuple[Reading, ...]) -> set[tuple[str, str]]:
    """Who cites whom, from the readings alone."""
    found = set()
    for reading in readings:
        assert reading.article.publisher
        for told in reading.attributions:
            names = [reading.article.publisher.name, *(hop.name for hop in told.chain)]
            found |= {pair for pair in pairwise(names) if set(pair) <= set(OUTLETS)}
    return {(who, cited) for who, cited in found if who != cited}


def circles(found: set[tuple[str, str]]) -> set[frozenset[str]]:
    """Outlets that each lead to the other: every ordered choice of outlets is tried as a circle."""
    joined: dict[str, set[str]] = {name: {name} for name in OUTLETS}
    for size in range(2, len(OUTLETS) + 1):
        for ring in permutations(OUTLETS, size):
            if all(pair in found for pair in zip(ring, (*ring[1:], ring[0]), strict=True)):
                together = set().union(*(joined[name] for name in ring))
                for name in together:
                    joined[name] = together
    return {frozenset(names) for names in joined.values() if len(names) > 1}


@given(stories())
def test_outlets_that_cite_each_other(story: Story) -> None:
    """The publisher at the head of a chain is the article itself and left out, as `links.hops` does."""
    readings, _ = story
    found = trace("rain", statements(readings)).loops
    assert {frozenset(loop.members) for loop in found} == circles(cites(readings))
    for loop in found:
        shown = {(one.who, one.cited) for one in loop.citations}
        assert shown == {pair for pair in cites(readings) if set(pair) <= set(loop.members)}
        assert all(one.evidence == one.cited for one in loop.citations)


@given(stories())
def test_statements_that_cite_each_other(story: Story) -> None:
    readings, resolutions = story
    found = trace("rain", statements(readings), resolutions)
    upward = nx.DiGraph((tail, head) for tail, head, edge in found.graph.edges(data=True) if edge["kind"] in UPWARD)
    looping = {
        node
        for node in upward
        if found.graph.nodes[node]["kind"] == "statement"
        and any(nx.has_path(upward, head, node) for head in upward[node])
    }
    publishers = {found.graph.nodes[found.graph.nodes[node]["article"]]["publisher"] for node in looping}
    shown = [loop for loop in found.loops if loop.kind is LoopKind.STATEMENTS]
    assert {name for loop in shown for name in loop.members} == publishers
    assert all(loop.citations for loop in shown)


@given(stories(dates=("2031", "2031-02", "2031-02-03", "2030-12-31")))
def test_the_whole_trace_is_the_same_in_any_order(story: Story) -> None:
    readings, resolutions = story
    forward = trace("rain", statements(readings), resolutions)
    backward = trace("rain", statements(readings[::-1]), resolutions[::-1])
    assert replace(forward, statements=()) == replace(backward, statements=())
    assert sentence(forward.judged).endswith(".")
    assert "\n" not in sentence(forward.judged)
    keys = {reading.article.key for reading in readings}
    for drift in forward.drifts:
        assert 0 <= drift.confidence <= 1
        assert drift.earlier.article != drift.later.article
    assert len({(one.who, one.date) for one in forward.to_fetch}) == len(forward.to_fetch)
    assert all(one.articles and set(one.articles) <= keys for one in forward.to_fetch)
    short = outline(statements(readings), resolutions)
    assert (short.origins, short.independence, short.loops) == (
        forward.origins,
        forward.independence,
        forward.loops,
    )

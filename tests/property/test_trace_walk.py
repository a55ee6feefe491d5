"""The walk against brute force: on random graphs without circles, and on random readings with random resolutions."""

from itertools import islice, pairwise
from math import isclose

import networkx as nx
from corpus import hop, reading, said, statements
from hypothesis import given
from hypothesis import strategies as st

from provenance.iris import attribution_iri, snapshot_iri
from provenance.model import Kind, Reading, Relation, Resolution
from provenance.trace import trace
from provenance.trace.graph import gathered
from provenance.trace.walk import shortest_first, walk

NODES = 9
TEXT = "Rain is due, Alpha or Beta or Gamma said, and Ann and Bob and some."
HOPS = (
    hop(TEXT, "Alpha", Kind.OUTLET, Relation.REPORTED, "Alpha", confidence=0.9),
    hop(TEXT, "Beta", Kind.OUTLET, Relation.REPORTED, "Beta", confidence=0.8),
    hop(TEXT, "Gamma", Kind.WIRE, Relation.REPORTED, "Gamma", confidence=0.7),
    hop(TEXT, "Ann", Kind.PERSON, Relation.SAID, "Ann", confidence=0.6),
    hop(TEXT, "some", Kind.ANONYMOUS, Relation.SAID, "some", anonymous=True, confidence=0.5),
)


@st.composite
def acyclic(draw: st.DrawFn) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(map(str, range(NODES)))
    for head in range(NODES):
        for tail in draw(st.sets(st.integers(0, head - 1))) if head else ():
            graph.add_edge(str(tail), str(head), hops=draw(st.integers(0, 1)))
    return graph


@given(acyclic(), st.lists(st.sampled_from([str(n) for n in range(NODES)]), unique=True, max_size=3))
def test_every_path_is_found_once_and_the_shortest_first(graph: nx.DiGraph, starts: list[str]) -> None:
    ends = [node for node in graph if not graph[node]]
    brute = {tuple(path) for start in starts for path in nx.all_simple_paths(graph, start, ends)}
    brute |= {(start,) for start in starts if start in ends}
    found = list(shortest_first(graph, starts))
    assert len(found) == len(brute)
    assert set(found) == brute
    lengths = [(sum(graph.edges[hop]["hops"] for hop in pairwise(path)), starts.index(path[0])) for path in found]
    assert lengths == sorted(lengths)


def test_a_few_of_very_many_paths_are_quick() -> None:
    """Two to the four hundredth paths: only what is asked for may be walked."""
    ladder = nx.DiGraph()
    for rung in range(400):
        for tail in "ab":
            for head in "ab":
                ladder.add_edge(f"{tail}{rung}", f"{head}{rung + 1}", hops=1)
    found = list(islice(shortest_first(ladder, ["a0"]), 50))
    assert len(set(found)) == 50
    assert {len(path) for path in found} == {401}


@st.composite
def linked(draw: st.DrawFn) -> tuple[tuple[Reading, ...], tuple[Resolution, ...]]:
    """Up to five articles with chains, and any resolutions between them, circles too."""
    readings = []
    for number in range(draw(st.integers(1, 5))):
        chain = draw(st.lists(st.sampled_from(HOPS), max_size=3, unique=True))
        again = draw(st.lists(st.sampled_from(HOPS), max_size=2, unique=True))
        told = dict.fromkeys(said(TEXT, "Rain is due", "said", tuple(hops)) for hops in (chain, again))
        readings.append(
            reading(f"k{number}", draw(st.sampled_from(["Alpha", "Delta"])), "2031", TEXT, attributions=tuple(told))
        )
    iris = [attribution_iri(snapshot_iri(r.article), a) for r in readings for a in r.attributions]
    resolution = st.builds(
        Resolution,
        st.sampled_from(iris),
        st.integers(0, 2),
        st.sampled_from(iris),
        st.just("for the test"),
        st.sampled_from([0.4, 0.9]),
    )
    return tuple(readings), tuple(draw(st.lists(resolution, max_size=8)))


@given(linked(), st.integers(1, 30))
def test_chains_and_origins_agree_with_brute_force(
    given_: tuple[tuple[Reading, ...], tuple[Resolution, ...]], limit: int
) -> None:
    readings, resolutions = given_
    found = trace("rain", statements(readings), resolutions, limit)
    everything = trace("rain", statements(readings), resolutions, 10_000)
    up = walk(found.traced)
    assert nx.is_directed_acyclic_graph(up.ways)
    brute = {
        tuple(path)
        for start in up.starts
        for end in up.ways
        if not up.ways[end]
        for path in nx.all_simple_paths(up.ways, start, end)
    }
    assert {tuple(step.node for step in chain.steps) for chain in everything.chains} == brute
    assert len(everything.chains) == len(brute)
    assert found.chains == everything.chains[:limit]
    assert found.more == (len(brute) > limit)
    assert [chain.hops for chain in everything.chains] == sorted(chain.hops for chain in everything.chains)

    assert {chain.steps[0].node for chain in everything.chains} == set(up.starts)
    ends = {}
    for chain in everything.chains:
        last = chain.steps[-1]
        agent = found.graph.nodes[last.node].get("agent", last.node)
        ends.setdefault((agent, chain.nature, last.assertion), []).append(chain)
    assert {(origin.node, origin.nature, origin.assertion) for origin in found.origins} == ends.keys()
    for origin in found.origins:
        chains = ends[origin.node, origin.nature, origin.assertion]
        assert isclose(origin.confidence, max(chain.confidence for chain in chains))
        assert set(origin.articles) == {chain.steps[0].reached for chain in chains}
        assert all(chain.confidence == min(step.confidence for step in chain.steps) for chain in chains)


@given(linked())
def test_a_retrieved_report_is_followed_unless_it_leads_back(
    given_: tuple[tuple[Reading, ...], tuple[Resolution, ...]],
) -> None:
    readings, resolutions = given_
    told = gathered(readings, resolutions)
    graph, up = told.network, walk(told)
    upward = nx.DiGraph((t, h) for t, h, edge in graph.edges(data=True) if edge["kind"] in ("relay", "resolved"))
    for node in up.ways:
        resolved = {h for _, h, edge in graph.out_edges(node, data=True) if edge["kind"] == "resolved"}
        onward = {head for head in resolved if not nx.has_path(upward, head, node)}
        if onward:
            assert set(up.ways[node]) == onward
        else:
            assert not resolved & set(up.ways[node])

"""Whatever a parser reads on a page of voices, the graph with these is well formed and has each of them once."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.documents.segmentation import segment
from provenance.encoder.encoder import encoder
from provenance.encoder.tokens import Tokens, tokenize
from provenance.extraction.decode import Range, Tagged
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import MOST_HOPS, ArcKind
from provenance.extraction.parser.voices import voiced
from provenance.model import Kind, Relation, Span

TEXT = (
    "Jane Doe and Leo Pike met on the dam.\n\nQB: Is it old?\n\nJane Doe: I say it is. We told Leo Pike.\n\n"
    "QB: And you?\n\n"
    "LP: “It holds,” she said. I wrote that it does.\n\nAnd I will.\n\nJD: It leaks, the mayor told us.\n\nLP: No.\n\n"
    "“It moves by a hand in a year.”\n\n— Ada Brunt, mayor\n\nNobody went home."
)
PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 90)).map(
    lambda one: Span(one[0], min(sum(one), len(TEXT)))
)
WAYS = st.lists(st.integers(0, 11), max_size=MOST_HOPS, unique=True)
STATEMENTS = st.lists(st.tuples(st.lists(PLACES, min_size=1, max_size=2), st.none() | PLACES, WAYS), max_size=5)


@cache
def tokens() -> Tokens:
    return tokenize(segment(TEXT), encoder(1).tokenizer)


@settings(max_examples=40)
@given(STATEMENTS, st.lists(PLACES, min_size=12, max_size=12, unique=True), st.sampled_from(Kind), st.data())
def test_the_graph_is_well_formed(
    given_: list[tuple[list[Span], Span | None, list[int]]], mentions: list[Span], kind: Kind, data: st.DataObject
) -> None:
    arcs = []
    for number, (_, _, way) in enumerate(given_):
        arcs.append(Arc(ArcKind.SAID_BY, number, way[0] if way else None, evidence=(mentions[0],)))
        for one, after in zip(way, [*way, None][1:], strict=True):
            arcs.append(Arc(ArcKind.THROUGH, one, after, number, Relation.SAID, evidence=(mentions[0],)))
    for later in range(1, 12):
        earlier = data.draw(st.none() | st.integers(0, later - 1))
        if earlier is not None:
            arcs.append(Arc(ArcKind.SAME_AS, later, earlier, evidence=(mentions[0],)))
    nodes = tuple(StatementNode(tuple(content), (cue,) if cue else ()) for content, cue, _ in given_)
    graph = AttributionGraph(TEXT, nodes, tuple(Mention(one, kind) for one in mentions), tuple(arcs))
    tagged = [Tagged(None, (Range(0, 1, 0.0),), None, 1.0, 1.0)] * len(nodes)
    made = voiced(graph, tagged, segment(TEXT), tokens())
    assert len(made.tagged) == len(made.graph.statements)
    told = {made.graph.arc(*place) for place in made.laid_out}
    assert None not in told
    whole = [arc for arc in told if arc and arc.kind is ArcKind.SAID_BY]
    assert len(whole) == 5

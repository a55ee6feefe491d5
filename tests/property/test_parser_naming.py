"""Whatever words a mention has, its agent has a name, and no pronoun or date is one."""

from __future__ import annotations

from graphs import graphs
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention
from provenance.extraction.parser.labels import ArcKind, Naming
from provenance.extraction.parser.naming import agents
from provenance.extraction.parser.naming.vocabulary import DATES, PRONOUNS
from provenance.model import Kind, Span

WORDS = st.sampled_from(
    "he She They it which Monday May yesterday Ada Brunt the The a letter’s Norway & and , ( — “ said of for in Ltd. "
    "Mayor Republican Post Times we 54 % _ @ada Dr. Jr. report tweeted campaign 's Reportedly JBOM "
    "two one them those judge lawyer accused was charged former Norway’s government majority Republicans like "
    "percent in 10 surveyed some same Post’s Enter".split()
)


@st.composite
def spoken(draw: st.DrawFn) -> AttributionGraph:
    """Sentences of such words, phrases of them as mentions, each perhaps the same as an earlier one."""
    phrases = draw(st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6))
    mentions, at = [], 0
    for phrase in phrases:
        mentions.append(Mention(Span(at, at + len(phrase)), draw(st.sampled_from(Kind))))
        at += len(phrase) + 1
    arcs = [
        Arc(ArcKind.SAME_AS, number, draw(st.integers(0, number - 1)), p=draw(st.floats(0, 1)), evidence=(Span(0, 1),))
        for number in range(1, len(mentions))
        if draw(st.booleans())
    ]
    return AttributionGraph(" ".join(phrases), mentions=tuple(mentions), arcs=tuple(arcs))


@given(spoken() | graphs())
def test_a_name_is_never_empty_nor_a_pronoun_nor_a_date(graph: AttributionGraph) -> None:
    found = agents(graph)
    assert len(found) == len(graph.mentions)
    for agent in found:
        assert agent.name.strip()
        assert agent.name.lower() not in PRONOUNS.keys() | DATES


@given(spoken())
def test_whoever_is_named_bears_a_name_that_its_words_show(graph: AttributionGraph) -> None:
    mentions = {mention.span for mention in graph.mentions}
    for agent in agents(graph):
        assert agent.words in mentions
        if agent.naming is Naming.NAMED and agent.kind is Kind.PERSON:
            assert any(letter.isupper() for letter in agent.name)


@given(spoken())
def test_the_same_graph_gives_the_same_agents(graph: AttributionGraph) -> None:
    assert agents(graph) == agents(graph)

"""Whatever is scored, a page becomes a well-formed graph, and every statement is answered for once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parsing import DrawnHeads, encoded

from provenance.extraction.decode import NEVER
from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.labels import MOST_HOPS, ArcKind
from provenance.extraction.parser.parser import found, parsed
from provenance.extraction.parser.reading import attributions
from provenance.extraction.parser.told import quotation
from provenance.model import Article

if TYPE_CHECKING:
    from provenance.encoder.encoded import Encoded
    from provenance.extraction.parser.graph import AttributionGraph
    from provenance.extraction.parser.parser import Parsed

WORDS = (
    "the she they who said told wrote according to that a an it memo newspaper interview tweets Facebook Reuters Ada "
    'Brunt Harl Courier’s “ ” " . , : — leaks İstanbul tweetſ twİtter ıt Ǆ ß 東京 привет 😀 \u0301 \u200b _ @ada #dam '
    "U.S. Mr. 1,000 \n \n\n"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
SEEDS, SPREADS = st.integers(0, 2**32 - 1), st.sampled_from([0.0, 1.0, 30.0, 1e6])


def is_well_formed(graph: AttributionGraph) -> None:
    """What the graph itself refuses, counted anew, and what only a decoder must keep to."""
    assert len({arc.place for arc in graph.arcs}) == len(graph.arcs)
    for arc in graph.arcs:
        if arc.kind is ArcKind.SAME_AS:
            assert arc.head is not None
            assert graph.mentions[arc.head].span.start < graph.mentions[arc.dependent].span.start
    for number in range(len(graph.statements)):
        said_by = graph.arc(ArcKind.SAID_BY, number)
        assert said_by is not None
        if said_by.head is not None:
            way = list(graph.path(ArcKind.THROUGH, said_by.head, number))
            assert len(set(way)) == len(way) <= MOST_HOPS
    assert all(len(chain) <= MOST_HOPS for chain in chains(graph, lambda _: "N"))


def is_answered_for(page: Encoded, made: Parsed) -> None:
    """Each statement that was tagged is in the graph, in order."""
    statements, _ = found(page)
    assert list(made.tagged) == statements
    contents = [tuple(page.tokens.span(part.start, part.end) for part in one.contents) for one in statements]
    assert [one.content for one in made.graph.statements] == contents


@settings(max_examples=150, deadline=None)
@given(TEXTS, SEEDS, SPREADS, st.floats(-2, 6))
def test_any_scores_make_a_well_formed_graph(text: str, seed: int, spread: float, outside: float) -> None:
    page = encoded(text, seed, outside)
    if len(page.tokens):
        is_well_formed(parsed(page, DrawnHeads(seed, spread)).graph)


@settings(max_examples=60, deadline=None)
@given(TEXTS, SEEDS)
def test_each_statement_is_answered_for_once(text: str, seed: int) -> None:
    page = encoded(f"Ada {text}", seed)
    is_answered_for(page, parsed(page, DrawnHeads(seed, all_are=True)))


@settings(max_examples=60, deadline=None)
@given(TEXTS, SEEDS)
def test_whatever_the_graph_it_is_told(text: str, seed: int) -> None:
    page = encoded(text, seed)
    if len(page.tokens):
        article = Article("any", text, published="2031-02-03")
        for one in attributions(page.page, parsed(page, DrawnHeads(seed)).graph, article, "parser/0"):
            assert one.chain
            assert all(0 <= hop.confidence <= 1 and hop.evidence for hop in one.chain)
            assert 0 <= one.confidence <= 1
            assert one.quotation is quotation(page.page, one.content)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("word", ["Ada", "rain", "said", "“", "東"])
def test_a_page_of_one_word(word: str, seed: int) -> None:
    page = encoded(word, seed)
    assert len(page.tokens) == 1
    is_well_formed(parsed(page, DrawnHeads(seed)).graph)


def test_a_page_without_statements_has_no_graph_and_asks_nothing() -> None:
    page = encoded("Ada Brunt told the Harl Courier that the dam leaks.", 0, outside=1e4)
    heads = DrawnHeads(0)
    made = parsed(page, heads)
    assert (made.graph.statements, made.graph.mentions, made.graph.arcs, made.tagged) == ((), (), (), ())
    assert heads.asked == []


def test_a_page_without_mentions_tells_nothing() -> None:
    page = encoded("rain fell on the hills all week.", 1)
    page.scores.tags[:, :2, 1:5] = NEVER
    page.scores.tags[:, 2, 1:] = NEVER
    statements, tagged = found(page)
    assert statements
    assert tagged == []
    assert parsed(page, DrawnHeads(1)).graph.statements == ()


def test_statements_without_cues_are_said_by_somebody_or_nobody() -> None:
    page = encoded("Rain fell on the hills, Ada. The dam leaks, Brunt. It holds, Courier.", 2)
    page.scores.tags[:, :2, 3:5] = NEVER
    made = parsed(page, DrawnHeads(2, all_are=True))
    is_answered_for(page, made)
    is_well_formed(made.graph)
    assert made.graph.statements
    assert all(one.cue == () for one in made.graph.statements)
    assert all(made.graph.arc(ArcKind.SAID_BY, number) for number in range(len(made.graph.statements)))


def test_thousands_of_mentions_are_read_in_sections() -> None:
    text = "\n\n".join(f"Ada{number} told Brunt{number} and said it." for number in range(400))
    page = encoded(text, 3, outside=3.0)
    made = parsed(page, DrawnHeads(3, all_are=True))
    is_answered_for(page, made)
    is_well_formed(made.graph)
    assert len(made.graph.mentions) > 480

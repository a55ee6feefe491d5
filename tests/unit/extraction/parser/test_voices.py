"""What a graph becomes with the voices of its page."""

from __future__ import annotations

import pytest

from provenance.documents.segmentation import segment
from provenance.encoder.encoder import encoder
from provenance.encoder.tokens import tokenize
from provenance.extraction.decode import Range, Tagged
from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import ArcKind
from provenance.extraction.parser.naming import agents, name_of, settled
from provenance.extraction.parser.voices import Voiced, voiced
from provenance.model import Kind, Relation, Span

LETTER = "Sir,\n\nThe baker Ada Brunt said that bread makes swans ill. I believe that it does.\n\nJane Doe, Harl"
TALK = (
    "Jane Doe came late.\n\nQB: Who knows?\n\nJD: Ada Brunt said it leaks.\n\nQB: Does it?\n\nJD: It holds.\n\n"
    "And it is dry.\n\nQB: Since when?"
)
Said = tuple[str, str, str]
"""A content, its cue, which may be none, and who said it."""


def graph_of(text: str, *said: Said, same: tuple[tuple[str, str], ...] = ()) -> AttributionGraph:
    def at(words: str) -> Span:
        place = text.index(words)
        return Span(place, place + len(words))

    who = list(dict.fromkeys([*(by for *_, by in said), *(one for pair in same for one in pair)]))
    arcs = [Arc(ArcKind.SAME_AS, who.index(one), who.index(other), evidence=(at(other),)) for one, other in same]
    for number, (*_, by) in enumerate(said):
        arcs.append(Arc(ArcKind.SAID_BY, number, who.index(by), p=0.7, evidence=(at(by),)))
        arcs.append(Arc(ArcKind.THROUGH, who.index(by), None, number, Relation.SAID, 0.7))
    nodes = tuple(StatementNode((at(content),), (at(cue),) if cue else ()) for content, cue, _ in said)
    return AttributionGraph(text, nodes, tuple(Mention(at(one), Kind.PERSON) for one in who), tuple(arcs))


def with_voices(graph: AttributionGraph) -> Voiced:
    page = segment(graph.text)
    tagged = [Tagged(None, (Range(0, 1, 0.0),), None, 1.0, 1.0)] * len(graph.statements)
    return voiced(graph, tagged, page, tokenize(page, encoder(1).tokenizer))


def told(made: Voiced) -> list[tuple[str, list[str]]]:
    found = agents(made.graph)
    graph = settled(made.graph, found)
    names = chains(graph, name_of(graph, found))
    text = graph.text
    return [
        (" … ".join(text[slice(*span)] for span in node.content), [hop.name for hop in chain])
        for node, chain in zip(graph.statements, names, strict=True)
    ]


def test_a_page_without_voices_is_as_it_was() -> None:
    graph = graph_of("The dam leaks, Ada Brunt said.", ("The dam leaks", "said", "Ada Brunt"))
    assert with_voices(graph).graph is graph


def test_a_letter_is_of_who_signs_it_and_so_is_what_it_tells() -> None:
    made = with_voices(graph_of(LETTER, ("bread makes swans ill", "said that", "Ada Brunt")))
    assert told(made) == [
        ("The baker Ada Brunt said that bread makes swans ill. I believe that it does.", ["Jane Doe"]),
        ("bread makes swans ill", ["Jane Doe", "Ada Brunt"]),
    ]
    assert made.laid_out == {(ArcKind.SAID_BY, 0, None), (ArcKind.THROUGH, 0, 1)}
    assert made.graph.arc(ArcKind.SAID_BY, 1).p == 0.7  # type: ignore[union-attr]


def test_the_writer_of_a_letter_says_i() -> None:
    made = with_voices(graph_of(LETTER, ("it does", "believe that", "I"), same=(("I", "Ada Brunt"),)))
    assert told(made)[1] == ("it does", ["Jane Doe"])


def test_the_parsers_own_answer_for_whole_words_gives_way() -> None:
    made = with_voices(graph_of(TALK, ("It holds", "", "Ada Brunt"), ("it leaks", "said", "Ada Brunt")))
    assert told(made) == [
        ("Ada Brunt said it leaks.", ["Jane Doe"]),
        ("it leaks", ["Jane Doe", "Ada Brunt"]),
        ("It holds. … And it is dry.", ["Jane Doe"]),
    ]


def test_a_statement_ends_where_another_voice_begins() -> None:
    text = TALK.replace("Jane Doe came late.", "Jane Doe said we should ask.")
    made = with_voices(graph_of(text, ("we should ask.\n\nQB: Who knows?\n\nJD: Ada Brunt", "said", "Jane Doe")))
    assert told(made)[0] == ("we should ask.\n\nQB: Who knows?", ["Jane Doe"])


@pytest.mark.parametrize("above", ["Jane Doe and Judy Dale came late.", "Nobody came late."])
def test_initials_of_nobody_or_of_two_are_left_to_the_parser(above: str) -> None:
    graph = graph_of(TALK.replace("Jane Doe came late.", above), ("it leaks", "said", "Ada Brunt"))
    assert with_voices(graph).graph is graph

"""Gold statements as graphs: which words are a hop, what has none, who is the same as whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evaluation.gold import Type
from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.labels import ArcKind, Naming, Stance
from provenance.model import Article, Kind, Relation, Span
from training.data.examples import Example, GoldHop, GoldStatement
from training.oracle.__main__ import gold_names, lines, read, row, text_names
from training.oracle.graphs import GoldGraph, gold_graph

if TYPE_CHECKING:
    from provenance.model import Hop

TEXT = (
    "Mayor Ada Brunt opened the lock. The dam leaks, she told the Harl Courier. It will be shut in May. "
    "“We are sorry,” she wrote in a letter to the Courier. The lock reportedly sticks."
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


COURIER = GoldHop("Harl Courier", Kind.OUTLET, Relation.REPORTED, at("the Harl Courier"))
SHE = GoldHop("Ada Brunt", Kind.PERSON, Relation.TOLD, at("she"))
LETTER = GoldHop("letter to the Courier", Kind.DOCUMENT, Relation.PUBLISHED, at("a letter to the Courier"))
WROTE = GoldHop("Ada Brunt", Kind.PERSON, Relation.WROTE, at("she", 1))
NOBODY = GoldHop("unspecified", Kind.UNSPECIFIED, Relation.SAID)
LEAKS = GoldStatement("1", Type.SAID, (at("The dam leaks"),), (at("told"),), (at("she"),), (COURIER, SHE))
SHUT = GoldStatement("2", Type.SAID, (at("It will be shut in May"),), (), (), (COURIER, SHE))
SORRY = GoldStatement("3", Type.SAID, (at("“We are sorry,”"),), (at("wrote"),), (at("she", 1),), (LETTER, WROTE))
STICKS = GoldStatement("4", Type.SAID, (at("The lock", 0), at("sticks")), (at("reportedly"),), (), (NOBODY,))


def example(*statements: GoldStatement, derivations: tuple[GoldHop, ...] = ()) -> Example:
    return Example("tarn", Article("tarn-1", TEXT), statements, derivations)


def told(gold: GoldGraph) -> list[list[tuple[str, str]]]:
    found: tuple[tuple[Hop, ...], ...] = chains(*gold_names(gold, None))
    return [[(hop.name, hop.relation.value) for hop in chain] for chain in found]


def antecedents(gold: GoldGraph) -> dict[Span, Span]:
    spans = [one.span for one in gold.graph.mentions]
    return {
        spans[arc.dependent]: spans[arc.head]
        for arc in gold.graph.arcs
        if arc.kind is ArcKind.SAME_AS and arc.head is not None
    }


def test_a_chain_is_given_back() -> None:
    gold = gold_graph(example(LEAKS, SORRY))
    assert told(gold) == [
        [("Harl Courier", "reported"), ("Ada Brunt", "told")],
        [("letter to the Courier", "published"), ("Ada Brunt", "wrote")],
    ]


def test_a_pronoun_is_the_same_as_the_nearest_mention_of_its_name() -> None:
    gold = gold_graph(example(LEAKS, SORRY))
    assert antecedents(gold) == {at("she"): at("Ada Brunt"), at("she", 1): at("she")}
    naming = {one.span: one.naming for one in gold.graph.mentions}
    assert naming[at("Ada Brunt")] is Naming.NAMED
    assert naming[at("she", 1)] is Naming.DESCRIBED


def test_a_mention_inside_another_is_one_of_its_own() -> None:
    inner = GoldHop("Harl Courier", Kind.OUTLET, Relation.PUBLISHED, at("the Courier"))
    one = GoldStatement("3", Type.SAID, SORRY.content, SORRY.cue, SORRY.source, (inner, LETTER, WROTE))
    gold = gold_graph(example(one))
    assert told(gold) == [
        [("Harl Courier", "published"), ("letter to the Courier", "published"), ("Ada Brunt", "wrote")]
    ]


def test_a_sentence_without_a_cue_has_arcs_of_its_own() -> None:
    gold = gold_graph(example(LEAKS, SHUT))
    said_by = gold.graph.arc(ArcKind.SAID_BY, 1)
    assert said_by is not None
    assert said_by.head is not None
    assert gold.graph.mentions[said_by.head].span == at("she")
    assert said_by.evidence == (at("she"),)
    assert told(gold)[1] == told(gold)[0]


def test_who_has_no_words_is_shown_by_the_cue() -> None:
    gold = gold_graph(example(STICKS))
    [mention] = gold.graph.mentions
    assert (mention.span, mention.naming) == (at("reportedly"), Naming.ANONYMOUS)
    assert told(gold) == [[("unspecified", "said")]]


def test_who_has_no_words_and_no_cue_is_nobody() -> None:
    gold = gold_graph(example(GoldStatement("4", Type.SAID, STICKS.content, chain=(NOBODY,))))
    said_by = gold.graph.arc(ArcKind.SAID_BY, 0)
    assert said_by is not None
    assert said_by.head is None
    assert told(gold) == [[]]


def test_what_only_a_byline_tells_is_left_to_the_derivation() -> None:
    wire = GoldHop("Tarn News Agency", Kind.WIRE, Relation.REPUBLISHED)
    one = GoldStatement("1", Type.SAID, LEAKS.content, LEAKS.cue, LEAKS.source, (wire, COURIER, SHE))
    found = example(one, derivations=(wire,))
    assert told(gold_graph(found)) == [[("Harl Courier", "reported"), ("Ada Brunt", "told")]]
    assert row([found], gold_names)[4] == pytest.approx(100)


def test_the_same_words_are_one_hop_of_a_chain_at_most() -> None:
    twice = GoldHop("Harl", Kind.ORGANIZATION, Relation.SAID, COURIER.mention)
    one = GoldStatement("1", Type.SAID, LEAKS.content, LEAKS.cue, LEAKS.source, (COURIER, twice, SHE))
    assert told(gold_graph(example(one))) == [[("Harl Courier", "reported"), ("Ada Brunt", "told")]]


def test_an_attitude_is_a_node_and_no_statement() -> None:
    hopes = GoldStatement(
        "5", Type.ATTITUDE, SORRY.content, chain=(GoldHop("Ada Brunt", Kind.PERSON, None, at("she")),)
    )
    none = GoldStatement("6", Type.NONE, SORRY.content)
    gold = gold_graph(example(hopes, none))
    assert [one.stance for one in gold.graph.statements] == [Stance.ATTITUDE]
    assert read(example(hopes, none), gold_names).attributions == ()
    assert [one.type for one in lines(example(hopes, none))] == [Type.ATTITUDE, Type.NONE]


def test_names_come_from_the_text_alone() -> None:
    found = read(example(LEAKS, SORRY), text_names)
    assert [[hop.name for hop in one.chain] for one in found.attributions] == [
        ["Harl Courier", "Ada Brunt"],
        ["Ada Brunt’s letter", "Ada Brunt"],
    ]


def test_the_bound_is_what_the_metric_says() -> None:
    whole = row([example(LEAKS, SHUT, SORRY, STICKS)], gold_names)
    assert whole == [pytest.approx(100)] * 10 + [0]
    other = GoldHop("Bram Ost", Kind.PERSON, Relation.TOLD, at("she"))
    lost = GoldStatement("1", Type.SAID, LEAKS.content, LEAKS.cue, LEAKS.source, (COURIER, other))
    hers = replace(SORRY, chain=(replace(LETTER, name="Ada Brunt's letter"), WROTE))
    assert row([example(lost, hers)], text_names)[4] == pytest.approx(50)

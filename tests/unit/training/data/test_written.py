"""Our own articles: all of them load, and what is written of them is in them, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import Type
from provenance.errors import InputError
from provenance.extraction.parser.labels import ArcKind
from provenance.model import Kind, Relation, Span
from training.data import CHAINS, OWN, written
from training.data.examples import GoldHop
from training.oracle.graphs import gold_graph

NOWHERE = Path("nowhere")
"""Our own articles lie beside the code, wherever the other corpora are."""
TEXT = "“He left,” Ada Brunt said of Leo Pike. He had no choice, she said."
BRUNT = {"name": "Ada Brunt", "kind": "person", "relation": "said", "mention": "she"}
SAID = {"type": "S", "content": ["He had no choice"], "cue": ["said#2"], "source": "she", "chain": [BRUNT]}


def article(**said: Any) -> dict[str, Any]:
    return {"article": [{"id": "harl-1", "publisher": "Tarn Post", "text": f"\n{TEXT}", "said": [SAID | said]}]}


def test_words_are_spans_and_a_number_tells_which() -> None:
    [example] = written.read(article())
    [one] = example.statements
    assert (example.corpus, example.article.text, example.has_chains) == ("written", TEXT, True)
    assert (one.type, one.content, one.cue, one.source) == (
        Type.SAID, (Span(39, 55),), (Span(61, 65),), (Span(57, 60),))  # fmt: skip
    assert one.chain == (GoldHop("Ada Brunt", Kind.PERSON, Relation.SAID, Span(57, 60)),)


def test_a_word_is_no_part_of_another() -> None:
    assert written.place("he", "harl-1", "She and he were there") == [8, 10]
    assert written.place("“He left,”", "harl-1", TEXT) == [0, 10]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Brant", "article harl-1: “Brant” is not in the text (0 such): correct the words"),
        ("said#3", "article harl-1: “said#3” is not in the text (2 such): correct the words"),
        ("said", "article harl-1: “said” is 2 times in the text: add #1 to #2"),
    ],
)
def test_words_that_are_missing_or_ambiguous_are_refused(words: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        list(written.read(article(cue=[words])))
    assert str(caught.value) == told


def test_what_an_article_was_taken_from_is_told() -> None:
    wire = {"name": "Halyard", "kind": "wire", "relation": "republished", "mention": "Leo Pike"}
    file = {"article": [{"id": "harl-2", "text": TEXT, "derivation": [wire]}]}
    [example] = written.read(file)
    assert example.derivations == (GoldHop("Halyard", Kind.WIRE, Relation.REPUBLISHED, Span(29, 37)),)


def test_every_article_makes_a_graph_that_leads_through_its_chain_to_its_origin() -> None:
    found = [one for examples in OWN.values() for one in examples(NOWHERE)]
    assert len({one.article.key for one in found}) == len({one.article.text for one in found}) == len(found)
    for example in found:
        gold = gold_graph(example)
        for number, one in enumerate(gold.statements):
            said_by = gold.graph.arc(ArcKind.SAID_BY, number)
            assert said_by is not None
            assert said_by.head is not None, f"{example.article.key}: {one.chain}"
            mentions = [gold.graph.mentions[at] for at in gold.graph.path(ArcKind.THROUGH, said_by.head, number)]
            shown = {hop.mention or one.cue[0]: hop.name for hop in one.chain if hop.mention or one.cue}
            assert [gold.names[each.span] for each in reversed(mentions)] == list(shown.values()), example.article.key


def test_pages_that_attribute_nothing_are_lessons_in_silence() -> None:
    assert sum(not one.statements for one in written.examples(NOWHERE)) >= 5


def test_our_own_are_learnt_from_and_never_scored() -> None:
    assert not OWN.keys() & CHAINS.keys()

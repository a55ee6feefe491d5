"""How far apart things lie, and what could be a carrier, on an invented text."""

from __future__ import annotations

import pytest

from evaluation.gold import Type
from provenance.model import Article, Kind, Relation, Span
from training.data import __main__ as printed
from training.data.candidates import by_lists
from training.data.distances import Distance, Layout
from training.data.examples import Example, GoldHop, GoldStatement

TEXT = (
    "Mayor Ada Brunt spoke to Reuters on Monday. Rain fell.\n\nThe dam leaks, she said. It may burst.\n\n"
    "A memo of the board says so too."
)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


REUTERS = GoldHop("Reuters", Kind.WIRE, Relation.INTERVIEWED, at("Reuters"))
SHE = GoldHop("Ada Brunt", Kind.PERSON, Relation.TOLD, at("she"))
LEAKS = GoldStatement("1", Type.SAID, (at("The dam leaks"),), (at("said"),), (at("she"),), (REUTERS, SHE))
BURSTS = GoldStatement("2", Type.SAID, (at("It may burst"),), (), (), (SHE,))
EXAMPLE = Example("tarn", Article("tarn-1", TEXT), (LEAKS, BURSTS))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("she", "The dam leaks", Distance(0, 0, 0, 0)),
        ("The dam leaks", "said", Distance(1, 0, 0, 1)),
        ("Reuters", "The dam leaks", Distance(4, 2, 1, 0)),
        ("A memo", "she", Distance(4, 2, 1, 0)),
        ("Ada Brunt", "she", Distance(10, 2, 1, 1)),
    ],
)
def test_what_lies_between(one: str, other: str, apart: Distance) -> None:
    layout = Layout(TEXT, [at("Ada Brunt"), at("Reuters"), at("she")])
    assert layout.between((at(one),), (at(other),)) == apart
    assert layout.between((at(other),), (at(one),)) == apart


def test_the_nearest_part_counts() -> None:
    layout = Layout(TEXT, [])
    assert layout.between((at("Mayor"), at("The dam leaks")), (at("said"),)).words == 1


def test_a_mention_stands_on_a_side_of_a_statement() -> None:
    layout = Layout(TEXT, [])
    sides = [layout.side(at(words), (at("The dam leaks"),)) for words in ("Reuters", "she", "A memo")]
    assert sides == ["before", "inside", "after"]


def test_names_outlets_and_nouns_are_candidates() -> None:
    words = {TEXT[slice(*span)] for span in by_lists(TEXT)}
    assert {"Mayor Ada Brunt", "Reuters", "memo"} <= words
    assert not words & {"It", "A", "board", "she", "dam"}


def test_the_numbers_of_a_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "by_tags", lambda _: {at("she")})
    found = printed.numbers([EXAMPLE])
    assert (found.articles, found.relayed, dict(found.hops)) == (1, 1, {1: 1, 2: 1})
    assert found.apart["source, content"] == [Distance(0, 0, 0, 0)]
    assert found.apart["content, first hop (relayed)"] == [Distance(4, 2, 1, 0)]
    assert found.apart["pronoun, antecedent"] == [Distance(10, 2, 1, 1)]
    assert dict(found.sides) == {"before": 1}
    assert (found.first["all"], found.lists["all"], found.lists["relayed"], found.tags["all"]) == (2, 1, 1, 2)


def test_percentiles() -> None:
    assert printed.at_percentiles(range(100)) == "50 / 90 / 99"

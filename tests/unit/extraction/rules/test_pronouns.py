"""Who "he", "she" and "they" are, construction by construction, in sentences of our own."""

from __future__ import annotations

import tomllib

import pytest

from provenance.extraction.rules import Rules
from provenance.extraction.rules.gender import FEMALE, MALE, by_given_name
from provenance.model import Article
from provenance.resources import resource


def last_name(text: str) -> str:
    return Rules().read(Article("a", text)).attributions[-1].chain[-1].name


def test_no_given_name_is_in_both_lists() -> None:
    with resource("first_names.toml").open("rb") as stream:
        lists = {kind: names.split() for kind, names in tomllib.load(stream).items()}
    assert set(lists) == {"female", "male"}
    assert not set(lists["female"]) & set(lists["male"])
    for names in lists.values():
        assert names == sorted(set(names))


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [("Ada Brunt", FEMALE), ("Leo Marsh", MALE), ("Robin Marsh", None), ("Ada", None), ("Brunt", None)],
)
def test_a_given_name_tells_the_pronoun(name: str, pronoun: frozenset[str] | None) -> None:
    assert by_given_name(name) == pronoun


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Brunt said the dam was old.\n\nLeo Marsh said it was new.\n\n“It leaks,” she said.", "Ada Brunt"),
        ("Leo Marsh said the dam was old.\n\nAda Brunt said it was new.\n\n“It leaks,” he said.", "Leo Marsh"),
        ("Leo Marsh said that the dam was old after meeting Paul Brunt. He said it leaked.", "Leo Marsh"),
        ("After a talk with Paul Brunt, Leo Marsh said the dam was old. He said it leaked.", "Leo Marsh"),
        ("“The dam leaks,” said Leo Marsh, whose house stands below it. He said it was old.", "Leo Marsh"),
    ],
)
def test_he_and_she(text: str, name: str) -> None:
    assert last_name(text) == name


PAIR = "Ada Brunt and Leo Marsh said the dam was old.\n\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("they", "Ada Brunt; Leo Marsh"),
        ("the two", "Ada Brunt; Leo Marsh"),
        ("the senators", "Ada Brunt; Leo Marsh"),
        ("the voters", "voters"),
        ("two senators", "two senators"),
    ],
)
def test_they_may_be_two_people(source: str, name: str) -> None:
    assert last_name(f"{PAIR}In May, {source} said that it leaked.") == name


def test_they_are_not_one_person() -> None:
    assert last_name("Ada Brunt said the dam was old.\n\nIn May, they said that it leaked.") != "Ada Brunt"


def test_a_day_is_no_part_of_an_outlet() -> None:
    told = "The Harl Courier printed a letter. {} on Monday said that the dam was old."
    assert last_name(told.format("The Courier")) == "Harl Courier"
    assert last_name(told.format("The council")).startswith("council")

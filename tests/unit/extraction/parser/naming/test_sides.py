"""Whom a description cannot be, however surely an arc leads there."""

from __future__ import annotations

import pytest
from agents_of import linked

from provenance.extraction.parser.labels import Naming
from provenance.model import Kind

CHARGES = [
    "{} was charged with theft.",
    "{}, 41, was later arrested at home.",
    "{}, who is accused of theft, wept.",
    "{} pleaded not guilty.",
    "Police have charged {} with theft.",
    "The trial of {} began.",
    "The defendant, {}, wept.",
]
COURT = ["The judge", "The prosecutor", "the defence lawyer", "the magistrate", "a district attorney"]


def said_by(before: str, words: str, name: str = "Rosa Ferrow") -> tuple[str, Naming]:
    """Who says something after `before`, by words that are the same as the name in it."""
    text = f"{before.format(name)} {words} spoke."
    found = linked(text, (name, Kind.PERSON), (words, Kind.PERSON))
    return found[1].name, found[1].naming


@pytest.mark.parametrize("before", CHARGES)
@pytest.mark.parametrize("words", COURT)
def test_nobody_of_the_court_is_the_accused(before: str, words: str) -> None:
    name, naming = said_by(before, words)
    assert naming is Naming.DESCRIBED
    assert "Ferrow" not in name


@pytest.mark.parametrize("before", CHARGES)
@pytest.mark.parametrize("words", ["She", "The accused", "the clerk", "the bishop", "the former judge", "the senator"])
def test_whoever_may_be_accused_keeps_the_name(before: str, words: str) -> None:
    assert said_by(before, words) == ("Rosa Ferrow", Naming.NAMED)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Mayor {} came.", "The bishop"),
        ("The mayor of Harl, {}, came.", "The driver"),
        ("{}, a judge in Harl, came.", "The governor"),
        ("Bishop {} came.", "The doctor"),
        ("{} was taken to hospital.", "The surgeon"),
        ("Dr. {} came.", "The patient"),
    ],
)
def test_offices_and_callings_exclude_each_other(before: str, words: str) -> None:
    assert said_by(before, words)[1] is Naming.DESCRIBED


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Judge {} was charged with theft.", "The judge"),
        ("{}, a judge in Harl, was arrested.", "The judge"),
        ("Mayor {} came.", "The mayor"),
        ("Mayor {} came.", "The lawyer"),
        ("The former judge {} was charged with theft.", "The mayor"),
        ("{} charged a clerk with theft.", "The prosecutor"),
        ("{} came.", "The bishop"),
    ],
)
def test_whatever_is_not_excluded_goes_by_the_arc(before: str, words: str) -> None:
    assert said_by(before, words) == ("Rosa Ferrow", Naming.NAMED)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("{}’s lawyer came.", "The lawyer"),
        ("A spokesman for {} came.", "The spokesman"),
        ("Mrs. Ferrow’s press spokeswoman met {}.", "the spokeswoman"),
    ],
)
def test_nobody_is_their_own_lawyer(before: str, words: str) -> None:
    assert said_by(before, words)[1] is Naming.DESCRIBED


def test_somebody_is_the_wife_of_another_of_her_surname() -> None:
    text = "Pell Ferrow’s wife, Rosa Ferrow, came. The wife spoke."
    found = linked(text, ("Rosa Ferrow", Kind.PERSON), ("The wife", Kind.PERSON))
    assert found[1].name == "Rosa Ferrow"


def test_two_sides_are_not_joined_by_a_third_mention() -> None:
    text = "Rosa Ferrow was jailed. The judge left. The prosecutor spoke. She sang."
    mentions = ("Rosa Ferrow", "The judge", "The prosecutor", "She")
    found = linked(text, *((words, Kind.PERSON) for words in mentions))
    assert [agent.name for agent in found] == ["Rosa Ferrow", "judge", "prosecutor", "prosecutor"]

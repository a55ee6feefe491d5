"""What a question asks about, without the words of asking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.queries.question import topic


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("Who says the lock will close?", "the lock will close"),
        ("who first reported that the mayor sold the pier", "the mayor sold the pier"),
        ("Did Harl send divers to Tarn?", "Harl send divers to Tarn"),
        ("Is the dam leaking?", "the dam leaking"),
        ("is it true that the mayor sold the pier", "the mayor sold the pier"),
        ("Source of the claim that the pier was sold", "the pier was sold"),
        ("Where does the claim that all eels are gone come from?", "all eels are gone"),
        ("The pier was sold, is that true?", "The pier was sold"),
        ("pier sold - source?", "pier sold"),
        ("Is the story of the pier true?", "the story of the pier"),
        ("I read somewhere that the dam leaks. True?", "the dam leaks"),
        ("has anyone confirmed that the dam leaks?", "the dam leaks"),
        ("can you tell me whether the dam leaks", "the dam leaks"),
        ("Please, what about the eels?", "the eels"),
        ("“a door left open”", "a door left open"),
    ],
)
def test_the_words_of_asking_go(asked: str, about: str) -> None:
    assert topic(asked) == about


@pytest.mark.parametrize(
    "statement",
    [
        "tarn lock closure",
        "The lock at Tarn will close in May",
        "May resigned over the lock",
        "the report of the council names three people",
    ],
)
def test_a_topic_and_a_statement_stay_as_they_are(statement: str) -> None:
    assert topic(statement) == statement


def test_where_nothing_else_is_asked_the_words_of_asking_are_looked_for() -> None:
    assert topic("who says so?") == "says so"
    assert topic("???") == "???"


@given(st.text(max_size=200))
def test_any_text_leaves_something(text: str) -> None:
    assert bool(topic(text)) == bool(text)

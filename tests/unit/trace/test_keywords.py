"""A claim as somebody would type it into a search engine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.trace.keywords import WORDS, keywords


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("the ferry operator plans to close the Marrow Island route", "ferry|operator|close|Marrow Island|route"),
        (
            "North Ostra’s considerations regarding weapons for Ostra",
            "North Ostra|considerations|regarding|weapons|Ostra",
        ),
        ("Ostra's envoy met the miners' union", "Ostra|envoy|met|miners|union"),
        ("It will be said that the firm may lay off 1,200 people in Tarsk", "firm|lay|1,200|people|Tarsk"),
        ('A "Blue Heron" inquiry cost $5bn, up 12% since May', '"Blue Heron"|inquiry|cost|$5bn|12%|May'),
        ("“It will take us more than a year to close the route”, she said", "close|route"),
        ("New Tarsk's mayor quits; New Tarsk mourns", "New Tarsk|mayor|quits|mourns"),
        ("Maren, Thorsby and Pell Arden quit", "Maren|Thorsby|Pell Arden|quit"),
        ("US and U.K. envoys told us that IT is failing", "US|U.K.|envoys|IT|failing"),
        ("Plan To Shut Our Old Ferry Route Is Dead", "Shut Our Old Ferry Route|Dead"),
        ("RAIN IS DUE IN TARSK", "RAIN|DUE|TARSK"),
    ],
)
def test_words_stand_in_their_order_without_the_small_ones(text: str, typed: str) -> None:
    assert keywords(text) == tuple(typed.split("|"))


def test_of_many_words_names_and_numbers_stay() -> None:
    told = keywords(
        "a dull and very long account of how farmers, bakers, millers, coopers and tailors all went from Tarsk to "
        "Pell Arden Bay with 340 carts"
    )
    assert len(" ".join(told).split()) == WORDS
    assert {"Tarsk", "Pell Arden Bay", "340"} < set(told)
    assert told.index("Tarsk") < told.index("Pell Arden Bay") < told.index("340")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_gives_at_most_so_many_words(text: str) -> None:
    assert len(" ".join(keywords(text)).split()) <= WORDS

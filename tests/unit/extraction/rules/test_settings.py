"""How far a setting reaches, construction by construction, in sentences of our own."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.model import Article, Publisher


def chains(text: str) -> list[list[str]]:
    article = Article("a", text, publisher=Publisher("The Quay Bulletin"), published="2026-03-12")
    return [[hop.name for hop in attribution.chain] for attribution in Rules().read(article).attributions]


LEAD = "The harbour was quiet.\n\nNothing moved.\n\nNobody came.\n\nRain fell.\n\n"


def test_the_first_words_of_a_speaker_go_where_the_next_are_told() -> None:
    text = f"{LEAD}Ada Brunt said that the dam was old.\n\n“It leaks,” Ada Brunt told the BBC."
    assert chains(text)[0] == ["BBC", "Ada Brunt"]


def test_what_somebody_has_said_before_does_not() -> None:
    text = f"{LEAD}Ada Brunt has said that the dam was old. Ada Brunt told the BBC that it leaked."
    assert chains(text) == [["Ada Brunt"], ["BBC", "Ada Brunt"]]


def test_later_words_of_a_speaker_do_not() -> None:
    text = f"{LEAD}Ada Brunt said that the dam was old.\n\nRain fell.\n\nAda Brunt told the BBC that it leaked."
    assert chains(text)[0] == ["Ada Brunt"]
    told = "Ada Brunt said that it broke.\n\nAda Brunt told the BBC that it leaked."
    assert chains(f"{LEAD}Ada Brunt said that it was old.\n\n{told}")[1] == ["Ada Brunt"]


def test_another_outlet_that_carries_one_quotation_carries_no_other() -> None:
    text = "Ada Brunt said that the dam was old, Reuters reported.\n\n“It leaks,” Ada Brunt said on Monday."
    assert chains(text) == [["Reuters", "Ada Brunt"], ["Ada Brunt"]]


def test_a_host_speaks_for_the_channel_all_along() -> None:
    text = "CNN host Ada Brunt said that the dam was old.\n\n“It leaks,” Ada Brunt said."
    assert chains(text) == [["CNN", "Ada Brunt"]] * 2


def test_the_interview_of_another_is_not_the_speakers() -> None:
    text = "Leo Marsh could not say why it was named by Ada Brunt in an interview with the BBC."
    assert all(chain[:1] != ["BBC"] for chain in chains(text))
    assert chains("Leo Marsh said in an interview with the BBC that it leaked.") == [["BBC", "Leo Marsh"]]


def test_who_speaks_to_the_publisher_has_left_the_other_interview() -> None:
    text = (
        "Ada Brunt told the BBC that the dam was old.\n\nAda Brunt told The Quay Bulletin that it leaked.\n\n"
        "“It will hold,” Ada Brunt said."
    )
    assert chains(text) == [["BBC", "Ada Brunt"], ["Ada Brunt"], ["Ada Brunt"]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("One Twitter user said that the dam was old.", ["Twitter", "one Twitter user"]),
        ("One Twitter engineer said that the dam was old.", ["one Twitter engineer"]),
        ("Reuters reported that the dam leaks, according to the Lorne Institute.", ["Reuters", "Lorne Institute"]),
        (
            "Ada Brunt said that the dam leaks, according to the Lorne Institute.",
            ["Lorne Institute", "Ada Brunt"],
        ),
        ("The council sent a letter to the mayor, arguing that the dam leaks.", ["a letter", "council"]),
        ("Ada Brunt wrote in an email to supporters that it leaks.", ["an email to supporters", "Ada Brunt"]),
        ("Ada Brunt wrote in an email to the BBC that it leaks.", ["Ada Brunt"]),
        ("Ada Brunt said in an email that it leaks.", ["Ada Brunt"]),
        ("Ada Brunt said on the BBC that it leaks.", ["BBC", "Ada Brunt"]),
        ("Ada Brunt said of her time on the BBC that it was fun.", ["Ada Brunt"]),
        ("Ada Brunt said on ABC’s “The Long Hour.” that it leaks.", ["The Long Hour (ABC)", "Ada Brunt"]),
        ("The council sent a man to the mayor, arguing that the dam leaks.", ["council"]),
    ],
)
def test_where_one_sentence_sets_it(text: str, chain: list[str]) -> None:
    assert [name.lower() for name in chains(text)[0]] == [name.lower() for name in chain]


def test_one_sentence_has_one_setting() -> None:
    text = (
        "Ada Brunt said in May that it was old.\n\nAda Brunt said that it leaks, and told the BBC that it will break."
    )
    assert [chain[0] for chain in chains(text)] == ["Ada Brunt", "BBC", "BBC"]


RULED = "The Harl court said that the dam must stay.\n\nRain fell.\n\n"


def test_a_ruling_is_of_the_court_heard_last() -> None:
    assert chains(f"{RULED}“It is old,” the ruling said.")[-1] == ["ruling", "Harl court"]
    assert chains(f"{RULED}“It is old,” the letter said.")[-1] == ["letter"]


def test_initials_are_those_of_the_outlet_spelt_out() -> None:
    text = "The Elm Daily Press said that the dam was old.\n\n{} reported that it leaked."
    assert chains(text.format("EDP"))[-1] == ["Elm Daily Press"]
    assert chains(text.format("BBC"))[-1] == ["BBC"]

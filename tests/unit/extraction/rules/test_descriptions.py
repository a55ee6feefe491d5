"""Whom a description stands for, construction by construction, in sentences of our own."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.extraction.rules.who import look
from provenance.model import Article, Kind

HEADLINE = "{} says the dam must stay.\n\n"


def sources(text: str) -> list[str]:
    return [attribution.chain[-1].name for attribution in Rules().read(Article("a", text)).attributions]


@pytest.mark.parametrize(
    ("said", "named", "name"),
    [
        ("A Harl judge said that the dam was safe.", "Justice Ada Brunt read out the ruling.", "Ada Brunt"),
        ("A lawmaker said that the dam was safe.", "Sen. Ada Brunt spoke in Harl.", "Ada Brunt"),
        ("A Harl judge said that the dam was safe.", "Ada Brunt, a judge in Harl, read it out.", "Ada Brunt"),
        ("A Harl judge said that the dam was safe.", "The judge agreed with Ada Brunt.", "A Harl judge"),
        ("A Harl judge said that the dam was safe.", "Sen. Ada Brunt spoke in Harl.", "A Harl judge"),
        ("An engineer said that the dam was safe.", "Engineer Ada Brunt spoke in Harl.", "An engineer"),
    ],
)
def test_a_lead_tells_of_whom_it_names_later(said: str, named: str, name: str) -> None:
    assert sources(f"The dam stays.\n\n{said}\n\n{named}")[0].lower() == name.lower()


def test_far_down_a_judge_is_any_judge() -> None:
    text = (
        "The dam stays.\n\nRain fell.\n\nIt rained.\n\nA Harl judge said that it was safe.\n\nJustice Ada Brunt left."
    )
    assert sources(text)[0].lower() == "a harl judge"


def test_the_only_one_named_is_meant() -> None:
    text = "Ada Brunt was late.\n\nThe mayor said that the dam was safe."
    assert sources(text)[-1] == "Ada Brunt"
    assert sources(f"Leo Marsh was early. {text}")[-1] == "mayor"


def test_one_and_those_around_them_are_a_group() -> None:
    text = "Ada Brunt left in May.\n\nBrunt and her advisers said that the dam was safe."
    (attribution,) = Rules().read(Article("a", text)).attributions
    assert (attribution.chain[-1].name, attribution.chain[-1].kind) == ("Ada Brunt and advisers", Kind.GROUP)
    assert sources("Ada Brunt left in May.\n\nShe and her aides said that it was safe.")[-1] == "Ada Brunt and aides"
    assert sources("The board and her advisers said that the dam was safe.")[-1] != "board and advisers"


@pytest.mark.parametrize(("phrase", "kind"), [("the Supreme Court", "Supreme Court"), ("the court", "Harl Court")])
def test_a_body_with_a_name_of_its_own_is_no_other(phrase: str, kind: str) -> None:
    text = f"The Harl Court said that the dam was safe.\n\nIn May, {phrase} said that it was not."
    assert sources(text)[-1] == kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Several judges handling Freedom of Papers Act cases", Kind.GROUP),
        ("a court filing", Kind.DOCUMENT),
        ("a reporter for USA Today", Kind.ANONYMOUS),
        ("the Brunt Institution", Kind.ORGANIZATION),
    ],
)
def test_a_phrase_says_of_itself(phrase: str, kind: Kind) -> None:
    assert look(phrase).kind is kind


def test_today_may_be_part_of_a_name() -> None:
    assert look("a reporter for USA Today").name == "a reporter for USA Today"
    assert look("a reporter for Newsfold today").name == "a reporter for Newsfold"


@pytest.mark.parametrize(("owner", "kind"), [("Inland Affairs", Kind.ORGANIZATION), ("Ada Brunt’s", Kind.PERSON)])
def test_a_paper_without_a_possessive_is_a_body(owner: str, kind: Kind) -> None:
    text = f"Ada Brunt left in May.\n\nThe {owner} memo said that the dam was safe.".replace("The Ada", "Ada")
    (attribution,) = Rules().read(Article("a", text)).attributions
    assert attribution.chain[-1].kind is kind

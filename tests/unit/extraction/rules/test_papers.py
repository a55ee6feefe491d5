"""Papers and who made them, construction by construction, in sentences of our own."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.extraction.rules.who import look
from provenance.model import Article, Kind, Publisher

extract = Rules().read


def chains(text: str) -> list[list[str]]:
    article = Article("a", text, publisher=Publisher("The Quay Bulletin"), published="2026-03-12")
    return [[hop.name for hop in attribution.chain] for attribution in extract(article).attributions]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A survey released on Monday by the Lorne Institute found that the dam leaks.", ["survey", "Lorne Institute"]),
        ("The latest Lorne Institute survey found that the dam leaks.", ["Lorne Institute survey", "Lorne Institute"]),
        ("A New Harl Courier poll found that the dam leaks.", ["New Harl Courier poll"]),
        ("A 2019 study that appeared in the BMJ found that dams calm people.", ["The BMJ", "2019 study"]),
        (
            "A statement issued by the Lorne Institute said that the dam leaks.",
            ["statement issued by the Lorne Institute"],
        ),
    ],
)
def test_a_paper_goes_by_its_own_words(text: str, chain: list[str]) -> None:
    assert chains(text)[0][: len(chain)] == chain


@pytest.mark.parametrize(
    ("poll", "makers"),
    [
        ("A new Reuters/Lorne College poll", "Reuters/Lorne College"),
        ("A Wall Street Journal-NBC News survey", "Wall Street Journal-NBC News"),
        ("A New Harl Times/Lorne College poll", "New Harl Times/Lorne College"),
        ("A Reuters poll", "Reuters"),
        ("A Reuters survey of Lorne/Harl voters", "Reuters"),
    ],
)
def test_a_poll_of_two_names_both(poll: str, makers: str) -> None:
    assert chains(f"{poll} found that most people want the dam closed.")[0][1] == makers


def test_a_book_goes_by_the_title_set_off_by_commas() -> None:
    text = "In her 2003 book, Silent Waters, Ada Brunt wrote that the dam was old."
    assert chains(text)[0] == ["Silent Waters", "Ada Brunt"]


def test_a_person_set_off_by_commas_is_no_title() -> None:
    text = "In her book, Ada Brunt, who ran the dam, wrote that it was old.\n\nAda Brunt left in May."
    assert "Ada Brunt" not in chains(text)[0][:-1]


BOOK = "Ada Brunt wrote a memoir of the flood entitled Silent Waters.\n\n“The dam shook,” Ada Brunt wrote.\n\n"


@pytest.mark.parametrize("source", ["the book", "her account"])
def test_what_points_back_to_a_book_goes_by_its_title(source: str) -> None:
    assert chains(f"{BOOK}According to {source}, nobody slept that night.")[-1] == ["Silent Waters", "Ada Brunt"]


def test_a_letter_is_not_the_book_before_it() -> None:
    assert "Silent Waters" not in chains(f"{BOOK}According to the letter, nobody slept that night.")[-1]


STUDY = "A study by a group of researchers shows that dams age fast.\n\n"


def test_the_researchers_speak_through_their_study() -> None:
    assert chains(f"{STUDY}The researchers found that most dams leak.")[-1] == [
        "study by a group of researchers",
        "a group of researchers",
    ]


def test_other_researchers_do_not() -> None:
    assert chains(f"{STUDY}Researchers in Harl found that most dams leak.")[-1] == ["researchers in Harl"]


def test_the_authors_named_later_are_those_of_the_study() -> None:
    named = "The authors of the study, which include the Lorne Institute and Citizens for Dry Feet, met in Harl."
    assert chains(STUDY + named)[0] == ["study by a group of researchers", "Lorne Institute; Citizens for Dry Feet"]


def test_the_authors_of_a_book_are_not() -> None:
    named = "The authors of the guide, which include the Lorne Institute and Citizens for Dry Feet, met in Harl."
    assert chains(STUDY + named)[0] == ["study by a group of researchers", "a group of researchers"]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [("Citizens for Dry Feet", Kind.ORGANIZATION), ("Ada Brunts for hire", Kind.PERSON)],
)
def test_those_who_stand_for_something_are_a_body(phrase: str, kind: Kind) -> None:
    assert (look(phrase).kind is Kind.ORGANIZATION) is (kind is Kind.ORGANIZATION)


def test_the_poll_of_a_lead_is_the_one_named_next() -> None:
    text = "A poll shows that most people want the dam closed.\n\nThe Reuters poll found that they fear it."
    assert chains(text) == [["Reuters poll", "Reuters"]] * 2


def test_the_study_of_a_lead_is_not_the_poll_named_next() -> None:
    text = "A study shows that most people want the dam closed.\n\nThe Reuters poll found that they fear it."
    assert chains(text)[0] == ["study"]


JOURNAL = "Old dams leak more in spring, researchers reported on Monday in the journal Dams and Locks.\n\n"


@pytest.mark.parametrize("source", ["The findings", "The results", "Their key findings"])
def test_findings_are_those_of_the_researchers_before(source: str) -> None:
    assert chains(f"{JOURNAL}{source} suggest that frost is to blame.") == [["Dams and Locks", "researchers"]] * 2


@pytest.mark.parametrize(
    "source",
    ["The findings of the mayor", "The mayor’s findings", "Election results", "The results from Georgia"],
)
def test_findings_of_others_are_not(source: str) -> None:
    assert "researchers" not in chains(f"{JOURNAL}{source} suggest that frost is to blame.")[-1]


def test_findings_before_any_study_stand_for_themselves() -> None:
    assert chains("The findings suggest that frost is to blame.") == [["findings"]]


def test_findings_far_from_the_study_stand_for_themselves() -> None:
    between = "The lake froze early.\n\n" * 8
    assert chains(f"{JOURNAL}{between}The findings suggest that frost is to blame.")[-1] == ["findings"]

"""Who a phrase is: pronouns, short names, descriptions, kinds."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.extraction.rules.who import look
from provenance.model import Article

extract = Rules().read


def last_name(text: str) -> str:
    return extract(Article("a", text)).attributions[-1].chain[-1].name


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("longtime engineer Ada Brunt", "Ada Brunt", "person"),
        ("Ada Brunt, a professor of hydrology at the University of Harl", "Ada Brunt", "person"),
        ("Mr. Brunt", "Brunt", "person"),
        ("Bank of Harl Gov. Ada Brunt", "Ada Brunt", "person"),
        ("two Danish officials who requested anonymity", "two Danish officials", "anonymous"),
        ("a person familiar with the talks", "a person familiar with the talks", "anonymous"),
        ("the Pentagon", "Pentagon", "organization"),
        ("the Harl City Council", "Harl City Council", "organization"),
        ("The New York Times", "The New York Times", "outlet"),
        ("Reuters", "Reuters", "wire"),
        ("voters", "voters", "group"),
        ("critics of the plan", "critics of the plan", "group"),
        ("a study by the university", "a study by the university", "document"),
        ("Ada Brunt and Leo Marsh", "Ada Brunt; Leo Marsh", "person"),
    ],
)
def test_a_phrase_says_of_itself(phrase: str, name: str, kind: str) -> None:
    who = look(phrase)
    assert (who.name, who.kind) == (name, kind)


def test_a_role_is_kept() -> None:
    assert look("Water minister Ada Brunt").role == "Water minister"
    assert look("Ada Brunt, the water minister").role == "water minister"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Brunt said the dam was safe.\n\n“I built it,” she said.", "Ada Brunt"),
        ("Engineer Ada Brunt built the dam.\n\nThe dam was safe, Brunt said.", "Ada Brunt"),
        (
            "The Harl Courier reported that the dam was safe.\n\nIt was built in 1960, the newspaper said.",
            "Harl Courier",
        ),
        ("Professor Ada Brunt said the dam was safe.\n\nIt will hold, the professor said.", "Ada Brunt"),
        ("A senior official said the dam was safe.\n\nIt will hold, the official said.", "a senior official"),
        (
            "The Danish prime minister met the press.\n\nThe foreign ministry said the talks had gone well.",
            "Danish foreign ministry",
        ),
    ],
)
def test_antecedents(text: str, name: str) -> None:
    assert last_name(text) == name


def test_another_source_is_not_the_first() -> None:
    text = "A source said the dam was safe.\n\nAnother source said it was not."
    first, second = extract(Article("a", text)).attributions
    assert first.chain[-1].name != second.chain[-1].name


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        (
            "engineers with knowledge of the Marrow Works (MW) plans",
            "engineers with knowledge of the Marrow Works plans",
            "group",
        ),
        ("MWP (Green Wing) leader and MP Ada Brunt", "Ada Brunt", "person"),
        ("Danish journalist Leo Marsh on X (formerly Twitter)", "Leo Marsh", "person"),
        ("the harbour's Deputy Director of Works, Leo Marsh", "Leo Marsh", "person"),
        ("the Deputy Director of Works", "the Deputy Director of Works", "person"),
    ],
)
def test_a_name_is_not_cut_at_an_aside(phrase: str, name: str, kind: str) -> None:
    who = look(phrase)
    assert (who.name, who.kind) == (name, kind)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("the sources", "Three sources"), ("the informants", "Three sources"), ("the source", "An unnamed source")],
)
def test_a_description_agrees_in_number(phrase: str, name: str) -> None:
    text = f"Three sources said the dam was safe. An unnamed source said it leaked.\n\nIt will hold, {phrase} said."
    assert last_name(text).lower() == name.lower()


def test_only_what_belongs_to_a_state_takes_its_nationality() -> None:
    assert last_name("The Danish press was there.\n\nThe dealership said the ferry was sold.") == "dealership"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ada Brunt said that she would sign. Leo Marsh keeps his dogs there.\n\n“The dam leaks,” she said.",
            "Ada Brunt",
        ),
        (
            "A senior official said the dam was safe. Ada Brunt gave her account.\n\nIt was built in 1960, he said.",
            "a senior official",
        ),
        (
            "A study says the dam leaks.\n\nEngineers from Lorne University walked it. They found that it moves.",
            "Engineers from Lorne University",
        ),
        (
            "The Harl Courier printed the letter.\n\nThe newspaper has a copy, and it says that the dam is old.",
            "Harl Courier",
        ),
    ],
)
def test_pronouns_keep_to_whom_the_page_calls_so(text: str, name: str) -> None:
    assert last_name(text).lower() == name.lower()


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("Secretary of State Ada Brunt", "Ada Brunt"), ("Mr. King", "King"), ("Senator from Harl", "Senator from Harl")],
)
def test_an_office_of_a_state_is_no_part_of_the_name(phrase: str, name: str) -> None:
    assert look(phrase).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He bought the ferry from Marrow Works. The dealer said it was sold.", "Marrow Works"),
        ("A site owned by the Danish state ran it. The dealer said it was sold.", "dealer"),
        ("He bought the ferry from Leo Marsh. Leo Marsh left.\n\nThe dealer said it was sold.", "dealer"),
        (
            "Ada Brunt keeps a dog.\n\nLate at night she rang a friend, Ines Holt.\n\n“It is safe,” she said.",
            "Ada Brunt",
        ),
        ("A study of some 41,000 boats found that the dam leaks.", "study of some 41,000 boats"),
    ],
)
def test_descriptions_and_subjects_taken_up(text: str, name: str) -> None:
    assert last_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bank of Harl met on Monday.\n\nThe dam will be paid for, the BoH said.", "Bank of Harl"),
        ("The Harl Motor Fund met on Monday.\n\nThe dam will be paid for, the HMF said.", "Harl Motor Fund"),
        ("Big old Houses stand in Harl.\n\nThe dam will be paid for, the BOH said.", "BOH"),
    ],
)
def test_initials_stand_for_the_name_that_the_page_gives(text: str, name: str) -> None:
    assert last_name(text) == name

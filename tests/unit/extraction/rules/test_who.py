"""Who a phrase is: name, role, kind."""

from __future__ import annotations

import pytest

from provenance.extraction.rules.who import look


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
        (
            "Several judges handling Freedom of Papers Act cases",
            "Several judges handling Freedom of Papers Act cases",
            "group",
        ),
        ("a court filing", "a court filing", "document"),
        ("a reporter for USA Today", "a reporter for USA Today", "anonymous"),
        ("a reporter for Newsfold today", "a reporter for Newsfold", "anonymous"),
        ("the Brunt Institution", "Brunt Institution", "organization"),
        ("Citizens for Dry Feet", "Citizens for Dry Feet", "organization"),
    ],
)
def test_a_phrase_says_of_itself(phrase: str, name: str, kind: str) -> None:
    who = look(phrase)
    assert (who.name, who.kind) == (name, kind)


def test_a_role_is_kept() -> None:
    assert look("Water minister Ada Brunt").role == "Water minister"
    assert look("Ada Brunt, the water minister").role == "water minister"


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
    [("Secretary of State Ada Brunt", "Ada Brunt"), ("Mr. King", "King"), ("Senator from Harl", "Senator from Harl")],
)
def test_an_office_of_a_state_is_no_part_of_the_name(phrase: str, name: str) -> None:
    assert look(phrase).name == name


def test_nobody_is_a_body_for_being_for_hire() -> None:
    assert look("Ada Brunts for hire").kind != "organization"

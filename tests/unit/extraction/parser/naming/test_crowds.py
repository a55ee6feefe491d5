"""What crowds and those who are counted are called."""

from __future__ import annotations

import pytest
from agents_of import linked, one

from provenance.extraction.parser.labels import Naming
from provenance.model import Kind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("54% of likely voters", "likely voters"),
        ("Some 54 percent of likely voters", "likely voters"),
        ("a 69% majority of Harl Republicans", "Harl Republicans"),
        ("a majority of likely voters, 56%,", "likely voters"),
        ("Among young bakers, two-thirds", "young bakers"),
        ("Nearly eight in 10 bakers", "bakers"),
        ("four out of ten bakers", "bakers"),
        ("89% of young bakers and 83 % of young fishers", "young bakers; young fishers"),
        ("45% of bakers, 28% of fishers and 12% of sailors", "bakers; fishers; sailors"),
        ("54%", "poll respondents"),
        ("Thirty-one percent of those surveyed", "poll respondents"),
        ("those surveyed", "poll respondents"),
    ],
)
def test_a_share_is_called_by_who_they_are(words: str, name: str) -> None:
    agent = one(words, Kind.GROUP)
    assert (agent.name, agent.naming) == (name, Naming.DESCRIBED)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("two of the seven members", "two of the seven members"),
        ("half a dozen bakers", "half a dozen bakers"),
        ("some other quarters", "some other quarters"),
        ("367,491 bakers", "367,491 bakers"),
        ("at least four bakers", "four bakers"),
        ("the same bakers", "bakers"),
        ("Republicans in Harl", "Republicans in Harl"),
        ("those who left", "unidentified people"),
    ],
)
def test_whoever_is_counted_is_no_share(words: str, name: str) -> None:
    assert one(words, Kind.GROUP).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Brunt and other clerks", "Ada Brunt; other clerks"),
        ("the parliament and Ada Brunt", "parliament; Ada Brunt"),
        ("clerks like Ada Brunt and Bram Ost", "clerks like Ada Brunt and Bram Ost"),
        ("Brunt and her clerks", "Brunt and her clerks"),
    ],
)
def test_whoever_is_named_in_a_crowd_stands_by_themselves(words: str, name: str) -> None:
    assert one(words, Kind.GROUP, "Ada Brunt came. {} left.").name == name


@pytest.mark.parametrize(
    ("words", "told", "name"),
    [
        ("Three officials", "Two of them", "two of the three officials"),
        ("some officials in Harl", "one of them", "one of the officials in Harl"),
        ("An official", "one of the two", "official"),
    ],
)
def test_two_of_them_are_two_of_those_told_of_before(words: str, told: str, name: str) -> None:
    found = linked(f"{words} met. {told} wept.", (words, Kind.ANONYMOUS), (told, Kind.ANONYMOUS))
    assert found[1].name == name


@pytest.mark.parametrize(
    ("words", "told", "name"),
    [
        ("Three officials in Harl", "the officials", "three officials in Harl"),
        ("Three officials in Harl", "two officials", "two officials"),
        ("Three officials in Harl", "the official", "official"),
    ],
)
def test_only_as_many_are_the_same(words: str, told: str, name: str) -> None:
    found = linked(f"{words} met. {told} wept.", (words, Kind.ANONYMOUS), (told, Kind.ANONYMOUS))
    assert found[1].name == name


def test_one_of_two_who_are_named_is_not_both() -> None:
    text = "Ada Brunt and Bram Ost met. One of them wept."
    found = linked(text, ("Ada Brunt and Bram Ost", Kind.PERSON), ("One of them", Kind.PERSON))
    assert found[1].naming is not Naming.NAMED


def test_whoever_only_counts_is_what_stands_beside() -> None:
    assert one("One of them, a clerk in Harl,", Kind.ANONYMOUS).name == "clerk in Harl"


def test_a_description_too_long_is_cut_between_its_parts() -> None:
    words = "Nearly all of the weary old mayors of the 10 most populous cities in the land"
    assert one(words, Kind.GROUP).name.endswith("weary old mayors")


def test_a_common_word_owes_its_capital_to_its_place() -> None:
    assert one("Families there", Kind.GROUP, "{} wept. Other families sang.").name == "families there"
    assert one("Whole Foods clerks", Kind.GROUP, "{} wept. The whole town sang.").name == "Whole Foods clerks"


def test_one_crowd_is_not_several_whatever_joins_them() -> None:
    words = "89% of young bakers and 83% of fishers"
    found = linked(f"Sailors wept. {words} sang.", ("Sailors", Kind.GROUP), (words, Kind.GROUP))
    assert [agent.name for agent in found] == ["Sailors", "young bakers; fishers"]

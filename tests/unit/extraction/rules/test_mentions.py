"""Which outlet a text names."""

from __future__ import annotations

import pytest

from provenance.extraction.rules.mentions import outlet_mentions
from provenance.model import Publisher


def named(text: str, publisher: str | None = None) -> list[tuple[str, str, str]]:
    mentions = outlet_mentions(text, Publisher(publisher) if publisher else None)
    return [(text[m.span.start : m.span.end], m.name, m.kind) for m in mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reuters said so.", [("Reuters", "Reuters", "wire")]),
        ("It stood in the Harl Courier on Monday.", [("Harl Courier", "Harl Courier", "outlet")]),
        ("The news site Newsfold said so.", [("Newsfold", "Newsfold", "outlet")]),
        ("Orb news agency said so.", [("Orb", "Orb", "wire")]),
        ("She told the Post that it rained.", [("Post", "Post", "outlet")]),
        ("Time went by, and the nation slept.", []),
    ],
)
def test_outlets(text: str, found: list[tuple[str, str, str]]) -> None:
    assert named(text) == found


def test_the_page_says_which_post_is_meant() -> None:
    text = "The Washington Post broke the story. The Post said that more would follow."
    assert [name for _, name, _ in named(text)] == ["The Washington Post", "The Washington Post"]


def test_the_publisher_by_its_own_name_and_by_its_last_word() -> None:
    text = "She told the Marrow Voice, and told the Voice again, in a loud voice."
    assert [(words, name) for words, name, _ in named(text, "Marrow Voice")] == [
        ("Marrow Voice", "Marrow Voice"),
        ("Voice", "Marrow Voice"),
    ]


def test_an_agency_is_one_on_the_whole_page() -> None:
    text = "The Orb Press said so. The news agency Orb Press said more."
    assert {kind for _, _, kind in named(text)} == {"wire"}


def test_a_publisher_without_a_name_names_nothing() -> None:
    assert named("It rained.", " ") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It stood in the journal Dams and Locks in May.", ["Dams and Locks"]),
        ("It stood in a small medical journal Frost.", ["Frost"]),
        ("In his journal Tarn wrote of it.", []),
    ],
)
def test_a_journal_by_name(text: str, names: list[str]) -> None:
    assert [mention.name for mention in outlet_mentions(text, None)] == names

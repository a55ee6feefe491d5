"""The name in a mention, by what it is."""

from __future__ import annotations

import pytest

from provenance.model import Kind
from training.oracle.text_names import named


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Rep. Bram Ost (Harl),", Kind.PERSON, "Bram Ost"),
        ("the mayor of Harl, Ada Brunt", Kind.PERSON, "Ada Brunt"),
        ("Ada Brunt, who runs the Tarn Trust,", Kind.PERSON, "Ada Brunt"),
        ("Tarn Mayor Ada Brunt", Kind.PERSON, "Ada Brunt"),
        ("Ada Brunt and Bram Ost", Kind.PERSON, "Ada Brunt; Bram Ost"),
        ("Ada Brunt’s lawyer", Kind.PERSON, "Ada Brunt’s lawyer"),
        ("she", Kind.PERSON, "she"),
        ("an interview with Reuters", Kind.WIRE, "Reuters"),
        ("the Harl Courier's report", Kind.OUTLET, "Harl Courier"),
        ("tweeted", Kind.PLATFORM, "Twitter"),
        ("the Board of Works for Harl", Kind.ORGANIZATION, "Board of Works for Harl"),
        ("his letter to the board", Kind.DOCUMENT, "letter to the board"),
    ],
)
def test_roles_and_what_follows_are_left_out(words: str, kind: Kind, name: str) -> None:
    assert named(words, kind) == name

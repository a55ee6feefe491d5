"""Statements in sentences that hold no tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from provenance.extraction.rules import Rules
from provenance.extraction.segment import segment
from provenance.extraction.untagged import completed
from provenance.model import Article

if TYPE_CHECKING:
    from provenance.extraction.statements import Said


def read(text: str, found: list[Said] | None = None) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of each statement."""
    made = completed(segment(text), found or [])
    return [
        (text[slice(*said.source)], text[slice(*said.cue)], [text[slice(*part)] for part in said.content])
        for said in made
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour will close in May. So writes the Tern Herald, as Alder Press reports.",
            "the Tern Herald",
            "writes",
            ["The harbour will close in May"],
        ),
        ("The crane is not insured. This is evidenced by a letter.", "a letter", "evidenced by", []),
        (
            "Two cranes fell into the dock.\nThe news has been confirmed by the port office.",
            "the port office",
            "confirmed by",
            ["Two cranes fell into the dock"],
        ),
        (
            "Jon Tarn, the harbour master, allegedly sold two cranes to his cousin.",
            "",
            "allegedly",
            ["Jon Tarn, the harbour master,", "sold two cranes to his cousin"],
        ),
        (
            "It sounded like a joke: the money was supposedly a gift for sick gulls – until it was gone.",
            "",
            "supposedly",
            ["the money was", "a gift for sick gulls"],
        ),
        (
            "The master is away, allegedly selling two cranes to his cousin.",
            "",
            "allegedly",
            ["selling two cranes to his cousin"],
        ),
        (
            "The clerk had told the council of very high losses, a week before.",
            "The clerk",
            "had told",
            ["very high losses"],
        ),
        (
            "In May, rumours swept the town that the harbour was sold.",
            "rumours",
            "swept",
            ["that the harbour was sold"],
        ),
        (
            "The study came with a warning, showing that the cranes had never been tested.",
            "The study",
            "showing",
            ["that the cranes had never been tested"],
        ),
    ],
)
def test_a_construction_with_a_cue_is_read(text: str, source: str, cue: str, content: list[str]) -> None:
    assert read(text) == [(source, cue, content or ["The crane is not insured"])]


@pytest.mark.parametrize(
    "text",
    [
        "So the Tern Herald moved to a new house. It rained.",
        "The harbour closed. That is confirmed by now.",
        "An allegedly stolen boat came back in May.",
        "The master sold it, allegedly.",
        "Did the harbour master allegedly sell two cranes?",
        "Ada Brunt came with a warning, showing that the cranes were safe.",
        "The study came with a map, showing the cranes from above.",
        "Ada Brunt told her sister. Most of the cranes were sold.",
        "The clerk told a friend, of course.",
        "Reports of the fire spread so that everyone ran.",
        "Rumours spread through the town.",
        "Stir in the flour and let it stand for ten minutes.",
    ],
)
def test_what_looks_alike_is_not(text: str) -> None:
    assert read(text) == []


def test_a_sentence_that_points_at_a_known_statement_adds_nothing() -> None:
    text = "Ada Brunt said that the harbour would close. This was reported by the Tern Herald."
    known = completed(segment(text), [])
    (said,) = known
    assert completed(segment(text), known) == known
    assert text[slice(*said.cue)] == "reported by"


def test_the_rules_follow_an_inverted_pointer() -> None:
    (one,) = Rules().read(Article("a", "The harbour will close. So reports the Tern Herald.")).attributions
    assert [hop.name for hop in one.chain] == ["Tern Herald"]

"""Statements in sentences that hold no tag."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.documents.segmentation import segment
from provenance.extraction.rules.according import with_accounts
from provenance.extraction.rules.statements import statements
from provenance.extraction.rules.untagged import completed
from provenance.model import Span


def read(text: str) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of each statement."""
    made = completed(segment(text), [])
    return [
        (text[slice(*said.source)], text[slice(*said.cue)], [text[slice(*part)] for part in said.content])
        for said in made
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
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
            "As per the guards at the lower quay, both cranes are still there.",
            "the guards at the lower quay",
            "As per",
            ["both cranes are still there"],
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
    assert read(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "An allegedly stolen boat came back in May.",
        "The master sold it, allegedly.",
        "Did the harbour master allegedly sell two cranes?",
        "Ada Brunt came with a warning, showing that the cranes were safe.",
        "The study came with a map, showing the cranes from above.",
        "Ada Brunt told her sister. Most of the cranes were sold.",
        "The clerk told a friend, of course.",
        "Reports of the fire spread so that everyone ran.",
        "Rumours spread through the town.",
        "As per usual, the ferry came late.",
        "As per the law, the owner has to pay for it.",
        "The dam costs 900 crowns, per the lease, in May.",
        "A ticket costs two crowns, per person, in May.",
        "Among the guests were Ada Brunt, Per Olsson and Leo Marsh.",
        "The toll is paid as per day of use.",
        "The toll is two crowns, per boat, in May.",
        "Stir in the flour and let it stand for ten minutes.",
    ],
)
def test_what_looks_alike_is_not(text: str) -> None:
    assert read(text) == []


def test_a_statement_that_is_known_stands_alone() -> None:
    text = "Ada Brunt said that the harbour master allegedly sold two cranes."
    known = statements(segment(text))
    assert known
    assert completed(segment(text), known) == known


MASTER = "Ada Brunt said that the crane fell."


@pytest.mark.parametrize(
    ("after", "part", "contents"),
    [
        (
            "As per the harbour office, nobody was hurt.",
            "nobody was hurt",
            [["that the crane fell"], ["nobody was hurt"]],
        ),
        ("Nobody was hurt.", "Nobody was hurt", [["that the crane fell", "Nobody was hurt"]]),
        (
            "According to the office, nobody was hurt. The harbour is shut.",
            "nobody was hurt. The harbour is shut",
            [["that the crane fell", "nobody was hurt. The harbour is shut"]],
        ),
        (
            "The guard, who according to the office was asleep, ran away at once.",
            "ran away at once",
            [["that the crane fell", "ran away at once"]],
        ),
    ],
)
def test_words_that_their_own_sentence_lays_to_another(after: str, part: str, contents: list[list[str]]) -> None:
    text = f"{MASTER}\n\n{after}"
    [said] = statements(segment(MASTER))
    joined = replace(said, content=(*said.content, Span(text.index(part), text.index(part) + len(part))))
    found = with_accounts(segment(text), [joined])
    assert [[text[slice(*part)] for part in one.content] for one in found] == contents


def test_words_that_another_statement_has_stay_so() -> None:
    text = f"{MASTER} According to the office, nobody was hurt."
    found = statements(segment(text))
    assert len(found) == 2
    assert with_accounts(segment(text), found) == found

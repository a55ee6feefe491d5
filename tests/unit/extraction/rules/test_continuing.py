"""Sentences without a cue that go on with what a source tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.documents.segmentation import segment
from provenance.extraction.rules import Rules
from provenance.extraction.rules.continuing import CARRIED, continued
from provenance.model import Article, Attribution, Span

STUDY = "A study by Alder University found that gulls prefer rye bread. "


def carried(text: str) -> list[tuple[Attribution, str]]:
    """The statements of `text` without a cue, with their words."""
    reading = continued(segment(text), Rules().read(Article("a", text)))
    return [(one, text[slice(*one.content[0])]) for one in reading.attributions if not one.cue]


@pytest.mark.parametrize(
    ("text", "content", "origin"),
    [
        (
            "Two clerks told the Tern Herald that the harbour would close. However, the cranes would stay.",
            "the cranes would stay",
            "Two clerks",
        ),
        (
            "Ada Brunt said that the ferry was sold. After that the crew would go to Alder.",
            "the crew would go to Alder",
            "Ada Brunt",
        ),
        (STUDY + "Those who got white bread lost weight.", "Those who got white bread lost weight", "Alder University"),
        (
            "Researchers from Alder University found that gulls sleep. Adults given milk slept less.",
            "Adults given milk slept less",
            "researchers from Alder University",
        ),
        (STUDY + "It took a year. The effect was strongest in May.", "", ""),
        (STUDY + "The effect was strongest in May.", "The effect was strongest in May", "Alder University"),
        (
            "According to the Tern Herald, the rumour is false. The claim first appeared on a fishing site.",
            "The claim first appeared on a fishing site",
            "Tern Herald",
        ),
        (
            "The Tern Herald reported that the crane fell. It weighs nine tons. According to the paper, it was old.",
            "It weighs nine tons",
            "Tern Herald",
        ),
    ],
)
def test_a_construction_carries_the_source_on(text: str, content: str, origin: str) -> None:
    assert [(words, one.chain[-1].name) for one, words in carried(text)] == ([(content, origin)] if content else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brunt said that the harbour would close. However, the cranes are needed.",
        "Harbour law requires that the cranes stand still. However, most masters let them run.",
        "The Tern Herald reported that the harbour would close. However, it has been wrong before.",
        "The Tern Herald reported that the harbour would close.\nHowever, the cranes would stay.",
        "The Tern Herald reported that the harbour would close. Instead of cranes there are gulls.",
        "The Tern Herald reported that the harbour would close. However, Jon Tarn said that it would not.",
        "The Tern Herald denied that the harbour would close. However, the cranes would stay.",
        "Ada Brunt said that the harbour would close. Those who work there are old.",
        "Ada Brunt said that the rumour was false. The story came out in May.",
        "Ada Brunt said that the crane fell. It weighs nine tons. Jon Tarn said that it was old.",
        STUDY + "Ada Brunt keeps gulls.",
        "Those who like it hot take chilli. However, the soup must not boil.",
    ],
)
def test_a_sentence_beside_a_statement_is_as_a_rule_the_articles_own(text: str) -> None:
    assert carried(text) == []


@pytest.mark.parametrize(
    ("end", "carried"),
    [
        (", while those who got cake grew fat.", ["those who got cake grew fat"]),
        (", while the cranes stayed.", []),
        (", but one has to feed them.", []),
    ],
)
def test_what_a_study_found_of_others_beside(end: str, carried: list[str]) -> None:
    found = STUDY.rstrip(" .")
    text = found + end
    (whole,) = Rules().read(Article("a", text)).attributions
    reading = Rules().read(Article("a", text))
    cut = replace(whole, content=(Span(whole.content[0].start, len(found)),))
    made = continued(segment(text), replace(reading, attributions=(cut,))).attributions
    assert made[0] == cut
    assert [text[slice(*one.content[0])] for one in made[1:]] == carried


def test_what_is_carried_goes_on_and_is_less_sure() -> None:
    text = STUDY + "People who ate the bread got no benefit. Instead, they gained weight."
    reading = continued(segment(text), Rules().read(Article("a", text)))
    told, *found = reading.attributions
    assert [text[slice(*one.content[0])] for one in found] == [
        "People who ate the bread got no benefit",
        "they gained weight",
    ]
    for one in found:
        assert [hop.name for hop in one.chain] == [hop.name for hop in told.chain]
        assert [hop.evidence for hop in one.chain] == [hop.evidence for hop in told.chain]
        assert one.confidence == CARRIED
        assert all(hop.confidence <= CARRIED for hop in one.chain)
        assert one.source == ()

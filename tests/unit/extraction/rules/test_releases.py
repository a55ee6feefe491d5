"""Papers and recordings made public, and those heard in them, in sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from provenance.documents.segmentation import segment
from provenance.extraction.rules import Rules
from provenance.extraction.rules.cast import cast
from provenance.extraction.rules.context import Context
from provenance.extraction.rules.lexicon import Form, verbs
from provenance.extraction.rules.said import Said
from provenance.extraction.rules.settings import setting
from provenance.model import Article, Kind, Publisher, Quotation, Span

if TYPE_CHECKING:
    from provenance.extraction.rules.place import Setting


def chains(text: str) -> list[list[str]]:
    article = Article("a", text, publisher=Publisher("The Quay Bulletin"), published="2026-03-12")
    return [[hop.name for hop in attribution.chain] for attribution in Rules().read(article).attributions]


@pytest.mark.parametrize(
    ("told", "front"),
    [
        ("The harbour police released a video on Monday.", "harbour police"),
        ("Lawyers for Ada Brunt have obtained video footage of the flood.", "Lawyers for Ada Brunt"),
        ("The footage, which was first posted by Newsfold Gazette, went round the town.", "Newsfold Gazette"),
    ],
)
def test_what_was_released_goes_through_the_one_who_released_it(told: str, front: str) -> None:
    assert chains(f"{told}\n\nThe video shows that the dam broke at noon.")[-1] == [front, "video"]


@pytest.mark.parametrize(
    "told",
    [
        "He released a video on Monday.",
        "A newly released video went round the town.",
        "The harbour police released a letter on Monday.",
        "The Quay Bulletin obtained a video on Monday.",
        "The harbour police watched a video on Monday.",
    ],
)
def test_nobody_else_is_put_before_it(told: str) -> None:
    assert chains(f"{told}\n\nThe video shows that the dam broke at noon.")[-1] == ["video"]


FILM = "The harbour police released a phone video on Monday.\n\n"


def heard(text: str) -> Setting | None:
    """Where the statement "|Ada Brunt| … |saying| …" of a page is set."""
    page = segment(text)
    context = Context(page, Article("a", text), cast(page, None))
    source, cue = text.index("Ada Brunt"), text.index("saying")
    number = next(i for i, s in enumerate(page.sentences) if s.start <= cue < s.end)
    said = Said(
        sentence=number,
        paragraph=page.sentences[number].paragraph,
        verb=verbs()["saying"][0],
        form=Form.PAST,
        cue=Span(cue, cue + len("saying")),
        source=Span(source, source + len("Ada Brunt")),
        content=(Span(cue + len("saying "), page.sentences[number].end),),
        quotation=Quotation.INDIRECT,
    )
    return setting(context, said)


def test_those_heard_in_a_recording_speak_through_it() -> None:
    place = heard(f"{FILM}Ada Brunt can be heard saying that the dam was gone.")
    assert place is not None
    assert (place.name, place.kind) == ("phone video", Kind.DOCUMENT)


def test_those_who_are_not_heard_do_not() -> None:
    assert heard(f"{FILM}Ada Brunt kept saying that the dam was gone.") is None
    assert heard("Ada Brunt can be heard saying that the dam was gone.") is None


def test_it_shows_what_the_recording_shows() -> None:
    told = f"{FILM}The mayor’s office said that nobody was hurt. It shows that the dam broke at noon."
    assert chains(told)[-1] == ["harbour police", "phone video"]


def test_it_says_what_the_speaker_says() -> None:
    told = f"{FILM}The harbour council said that nobody was hurt. It said that the dam broke at noon."
    assert chains(told)[-1] == ["harbour council"]


def test_one_of_many_mails_is_a_paper_of_its_own() -> None:
    told = "Newsfold Gazette published emails of the council.\n\n{}"
    assert chains(told.format("Ada Brunt wrote in another message that it leaks."))[-1] == [
        "Newsfold Gazette",
        "another message",
        "Ada Brunt",
    ]
    assert chains(told.format("Ada Brunt said in a message that it leaks."))[-1] == ["Ada Brunt"]

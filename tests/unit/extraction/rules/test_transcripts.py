"""Transcripts, in sentences of our own."""

from __future__ import annotations

from provenance.extraction.rules import Rules
from provenance.model import Article, Publisher

TOP = "On CNN’s “The Long Hour,” Ada Brunt said that the dam was old.\n\nPartial transcript as follows:\n\n"
TURNS = (
    "“MARSH: Is the dam old?\n\n“BRUNT: It is, and it leaks.\n\n“And it moves.\n\n“(CROSSTALK.)\n\n"
    "“MARSH: Leo Pike tweeted that it holds.\n\n“BRUNT: It does not.”\n\n“Follow us.”"
)


def read(text: str) -> list[tuple[list[str], str]]:
    reading = Rules().read(Article("a", text, publisher=Publisher("The Quay Bulletin")))
    return [
        ([hop.name for hop in one.chain], text[one.content[0].start : one.content[-1].end])
        for one in reading.attributions
    ]


def test_each_turn_is_of_its_speaker_on_the_programme() -> None:
    found = [one for one in read(TOP + TURNS) if one[0][-1] in {"MARSH", "Ada Brunt"}][1:]
    assert [chain for chain, _ in found] == [
        ["The Long Hour (CNN)", "MARSH"],
        ["The Long Hour (CNN)", "Ada Brunt"],
        ["The Long Hour (CNN)", "MARSH"],
        ["The Long Hour (CNN)", "Ada Brunt"],
    ]
    assert [said for _, said in found] == [
        "Is the dam old?",
        "It is, and it leaks.\n\n“And it moves.",
        "Leo Pike tweeted that it holds.",
        "It does not.",
    ]


def test_a_turn_is_not_set_by_what_it_speaks_of() -> None:
    assert all(chain[0] != "X" for chain, said in read(TOP + TURNS) if said.startswith("Leo Pike tweeted"))


def test_without_a_programme_a_turn_is_its_speakers() -> None:
    assert (["BRUNT"], "It does not.") in read(TURNS)


def test_headings_in_capitals_are_no_transcript() -> None:
    text = "DAMS: Rain fell.\n\nDAMS: It was cold.\n\nDAMS: It was dark."
    assert read(text) == []


def test_two_labels_are_no_transcript() -> None:
    assert all(chain != ["MARSH"] for chain, _ in read("MARSH: Rain fell.\n\nBRUNT: It was cold."))

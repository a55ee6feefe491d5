"""Of any text each paragraph is one thing, whatever it holds, in a time that grows with its length."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.documents.layout import Block, blocks, speaker_line, voices
from provenance.documents.segmentation import segment

LINES = (
    "Q: Is it old?", "A: It is.", "MARSH: It leaks.", "Jane Doe (mayor):", "Jane Doe, baker", "• It leaks.",
    "1. It holds.", "Sir,", "Jane Doe, Bristol", "Harl", "What the mayor knew", "Do you trust it?", "___", "10:45 a.m.",
    "“It leaks.”",
    "Read more: the dam", "Photo: Leo Pike", "HARL (Tern) — It leaks.", "The dam at Harl will close.",
    "— Jane Doe", "(X)",
)  # fmt: skip
PAGES = st.lists(st.sampled_from(LINES) | st.text(max_size=40)).map("\n".join) | st.text()
LONG = (
    "A " * 60_000,
    "A, " * 40_000,
    "“" * 120_000,
    "((" * 60_000,
    "Ab Cd: " * 20_000,
    "- " * 60_000,
    "Q: x?\n" * 20_000,
)
LONG += tuple(f"{words}?\n" * 400 for words in ("Photo by A" + " Reporting" * 29, "By " + "Al " * 90, "A, " * 90))
LONG += tuple(f"{line}\n" * 8_000 for line in LINES)


@given(PAGES)
def test_each_paragraph_is_one_thing(text: str) -> None:
    page = segment(text)
    made, speakers = blocks(page), speaker_line(page)
    assert len(made) == len(speakers) == len(page.paragraphs)
    assert all(isinstance(block, Block) for block in made)
    assert all(number is None or 0 <= number < len(made) for number in speakers)


@given(PAGES)
def test_headings_links_and_credits_are_nobodys(text: str) -> None:
    page = segment(text)
    for block, speaker in zip(blocks(page), speaker_line(page), strict=True):
        assert speaker is None or block not in {Block.HEADING, Block.LINK, Block.CREDIT, Block.LABEL}


@given(PAGES)
def test_a_line_that_speaks_for_another_bears_a_label_or_a_signature(text: str) -> None:
    page = segment(text)
    made = blocks(page)
    for number, speaker in enumerate(speaker_line(page)):
        if speaker is not None and speaker != number:
            assert made[speaker] in {Block.LABEL, Block.ANSWER, Block.QUESTION, Block.SIGNATURE}


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:12].strip())
def test_long_pages_take_seconds_at_most(text: str) -> None:
    page = segment(text)
    began = process_time()
    blocks(page)
    assert process_time() - began < 10


@given(PAGES)
def test_voices_are_words_of_the_page_and_do_not_meet(text: str) -> None:
    heard = voices(segment(text))
    spans = [span for voice in heard for span in voice.words]
    assert all(text[slice(*voice.who)].strip() and voice.words for voice in heard)
    assert all(text[start:end].strip() for start, end in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert not any(start < voice.who.end and voice.who.start < end for voice in heard for start, end in voice.words)

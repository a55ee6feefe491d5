"""Transcripts: paragraphs that each begin with who speaks, in capitals, and a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.rules.cues import COLON
from provenance.extraction.rules.lexicon import Form
from provenance.extraction.rules.said import Said
from provenance.extraction.rules.statements import typed
from provenance.model import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Page

LABEL = re.compile(r"[“\"]?(?P<who>[A-Z][A-Z.’'-]+(?:[  ][A-Z][A-Z.’'-]*){0,2}):[  ]+(?=\S)")
ASIDE = re.compile(r"[“\"]?[(\[][^)\]]*[)\]][”\"]?$")
ENDS = '”" \n '
LEAST = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks, and what until the next does."""

    speaker: Span
    words: Span


def transcribed(page: Page, found: Sequence[Said]) -> list[Said]:
    """`found` with the turns of a transcript in the place of what was read across them."""
    turns = _turns(page)
    if len(turns) < LEAST or len({page.text[turn.speaker.start : turn.speaker.end] for turn in turns}) == 1:
        return list(found)
    labels = [Span(turn.speaker.start, turn.speaker.end + 1) for turn in turns]
    kept = [said for said in found if not _across(said, labels)]
    return sorted([*kept, *(_said(page, turn) for turn in turns)], key=lambda said: said.cue)


def labelled(page: Page, said: Said) -> bool:
    """Whether a statement is the turn of a transcript."""
    return page.text[said.cue.start : said.cue.end] == ":" and page.text[said.source.start : said.source.end].isupper()


def _turns(page: Page) -> list[Turn]:
    """Each turn with the quoted paragraphs up to the next; what stands after the last label may be no speech."""
    labels = [
        (number, match) for number, span in enumerate(page.paragraphs) if (match := LABEL.match(page.text, *span))
    ]
    made = []
    for at, (number, match) in enumerate(labels):
        last = labels[at + 1][0] if at + 1 < len(labels) else number + 1
        spoken = [span for span in page.paragraphs[number:last] if _speech(page, span)]
        end = spoken[-1].end if spoken else match.end()
        words = page.text[match.end() : end].rstrip(ENDS)
        if words:
            made.append(Turn(Span(*match.span("who")), Span(match.end(), match.end() + len(words))))
    return made


def _speech(page: Page, span: Span) -> bool:
    labelled_or_quoted = LABEL.match(page.text, *span) or page.text[span.start] in '“"'
    return bool(labelled_or_quoted) and ASIDE.match(page.text, *span) is None


def _across(said: Said, labels: Sequence[Span]) -> bool:
    """Whether a statement has the label of a turn for its cue or its source, or reads on over it."""
    for start, end in (said.cue, said.source, *said.content):
        after = bisect_right(labels, start, key=lambda label: label.end)
        if after < len(labels) and labels[after].start < end:
            return True
    return False


def _said(page: Page, turn: Turn) -> Said:
    number = page.sentence_at(turn.speaker.end)
    said = Said(
        sentence=number,
        paragraph=page.sentences[number].paragraph,
        verb=COLON,
        form=Form.PAST,
        cue=Span(turn.speaker.end, turn.speaker.end + 1),
        source=turn.speaker,
        content=(turn.words,),
        quotation=Quotation.DIRECT,
    )
    return typed(page, said)

"""Whose words whole paragraphs are, as labels, signatures and headings over lists tell: the layout of a page alone.

What it leaves open is nobody's: who mostly asks, whoever is not named, paragraphs that tell of the speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.layout.block import Block
from provenance.documents.layout.headings import SPOKEN, WORDS
from provenance.documents.layout.letters import SALUTATION, SIGNATURE
from provenance.documents.layout.lists import BULLET, NUMBER
from provenance.documents.layout.quoted import DASHED, POSTED
from provenance.documents.layout.turns import NAMED, label
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.layout.block import Layout
    from provenance.documents.segmentation import Page
    from provenance.model import Spans

QUOTES, CLOSING = frozenset('“"'), frozenset('”"')
ROOM = "*_ \t"
"""What stands around words on a page of marks of its own."""
ASKERS = frozenset("q question interviewer reporter moderator host".split())
HALF, MOST = 0.5, 0.6
WORD = re.compile(r"\w+")
SHORTEST = 3
"""Letters of a name that tells its bearer."""


class Voice(NamedTuple):
    """Somebody's `words`, a span for each paragraph, and `who` that is, as the page has it there.

    `is_written` where it is signed below.
    """

    who: Span
    words: Spans
    is_written: bool


def heard(page: Page, layout: Layout) -> Iterator[Voice]:
    """The voices of a page, in the order of their words."""
    silent = _silent(layout)
    groups = groupby(range(len(layout.lines)), key=lambda number: layout.speakers[number])
    for speaker, group in groups:
        who = None if speaker is None or speaker in silent else _who(layout, speaker)
        if speaker is None or who is None:
            continue
        begin = page.paragraphs[speaker].start
        named = Span(begin + who.start, begin + who.end)
        names = _surname(page.text[slice(*named)])
        for part in _parts(layout, list(group)):
            words = tuple(_words(page, layout, part, speaker, names))
            if words:
                yield Voice(named, words, layout.blocks[speaker] is Block.SIGNATURE)


def _silent(layout: Layout) -> frozenset[int]:
    """Lines with labels of who mostly asks, and all of them where most turns are no sentences: a table."""
    turns = {n: found for n, s in enumerate(layout.speakers) if n == s and (found := label(layout.lines[n]))}
    ended = sum(SPOKEN.search(layout.lines[n]) is not None for n in turns)
    if ended < MOST * len(turns):
        return frozenset(turns)
    every = Counter(turn.who for turn in turns.values())
    asking = Counter(turn.who for n, turn in turns.items() if layout.blocks[n] is Block.QUESTION)
    return frozenset(
        n
        for n, turn in turns.items()
        if turn.who in ASKERS or asking[turn.who] > HALF * every[turn.who] or layout.blocks[n] is Block.QUESTION
    )


def _who(layout: Layout, speaker: int) -> Span | None:
    """Where the line that speaks for others names somebody, None where it does not."""
    line = layout.lines[speaker]
    if layout.blocks[speaker] is not Block.SIGNATURE:
        turn, named = label(line), NAMED.match(line)
        return turn.named if turn else Span(*named.span()) if named else None
    match = SIGNATURE.fullmatch(line)
    if match:
        return Span(match.start("who"), match.end("role" if match["role"] else "who")) if match["who"] else None
    match = None if POSTED in line else DASHED.fullmatch(line)
    return Span(match.start("who"), match.start("who") + len(match["who"].rstrip("."))) if match else None


def _surname(who: str) -> frozenset[str]:
    """The last name of who speaks, as a page that tells of them has it; none of a letter."""
    last = WORD.findall(who.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0])[-1:]
    return frozenset(form for name in last if len(name) >= SHORTEST for form in (name, name.title()))


def _parts(layout: Layout, lines: list[int]) -> Iterator[Sequence[int]]:
    """Each item of a list by itself, other lines together."""
    if any(layout.blocks[n] is Block.ITEM for n in lines):
        return ([n] for n in lines)
    return iter([lines])


def _words(page: Page, layout: Layout, lines: Sequence[int], speaker: int, names: frozenset[str]) -> Iterator[Span]:
    """Those of each line, up to the first that may be somebody else's."""
    is_quoted = speaker in lines and layout.lines[speaker][0] in QUOTES
    around = ROOM + '“”"' if is_quoted else ROOM
    for number in lines:
        line = layout.lines[number]
        if number in layout.pulled:
            continue
        if number != speaker and layout.blocks[number] in {Block.QUESTION, Block.ANSWER} and _is_open(line, names):
            return
        if is_quoted and number != speaker and layout.lines[number - 1][-1] in CLOSING:
            return
        start = _start(layout, number, speaker)
        words = line[start:].rstrip(around)
        left = start + len(words) - len(words.lstrip(around))
        if left < start + len(words):
            begin = page.paragraphs[number].start
            yield Span(begin + left, begin + start + len(words))


def _is_open(line: str, names: frozenset[str]) -> bool:
    """Whether a line within a turn may be another's: it asks, is no sentence, or tells of the speaker."""
    if line[0] in QUOTES:
        return False
    is_heading = SPOKEN.search(line) is None and len(line.split()) <= WORDS
    return line.endswith("?") or is_heading or not names.isdisjoint(WORD.findall(line))


def _start(layout: Layout, number: int, speaker: int) -> int:
    """Where in a line the words begin, behind a label, a salutation or the mark of an item."""
    line = layout.lines[number]
    if number == speaker:
        turn = label(line)
        return turn.words or 0 if turn else 0
    marks = [SALUTATION.match(line)] if layout.blocks[speaker] is Block.SIGNATURE else []
    marks += [BULLET.match(line), NUMBER.match(line)] if layout.blocks[number] is Block.ITEM else []
    start = max((mark.end() for mark in marks if mark), default=0)
    return start + len(line[start:]) - len(line[start:].lstrip(" ,:–—-")) if start else 0

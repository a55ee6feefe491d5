"""Headings between paragraphs: a short line that is no sentence, above one that is."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block
from provenance.documents.layout.lists import is_numbered

if TYPE_CHECKING:
    from provenance.documents.layout.block import Layout

WORDS, CHARACTERS = 14, 100
"""The most of a heading."""
LEAST = 3
"""Lines that ask, where they are the headings of a page."""
RUN = 2
"""The most headings one below another; more are a table or a menu."""
BODY = 8
"""Words of a paragraph under a heading."""
OPENED = re.compile(r"[*_#]{0,3}\s?(?:\d{1,2}[.)] |[‘'“\"]?)(?:[^\W\d_a-zß-öø-ÿ]|\d)")
ENDED = re.compile(r"[.!?…:;,—–\-][”\"’'*_)]*$|[”\"]$")
INSIDE = re.compile(r"(?<=\w{4})[.!?] [^\W\d_a-z]")
UNCLOSED = re.compile(r"“[^”]*$|^[^\"]*\"[^\"]*$")
SPOKEN = re.compile(r"[.!?…][”\"’')]*$|:$")


def headed(layout: Layout) -> None:
    """Tell headings, in a page whose lines are sentences for the most part."""
    lines = layout.lines
    plain = [n for n in range(len(lines)) if layout.plain(n)]
    if 2 * sum(SPOKEN.search(lines[n]) is not None for n in plain) < len(plain):
        return
    free = [n for n in plain if _is_free(layout, n)]
    asking = [n for n in free if _fits(lines[n]) and lines[n].endswith("?") and _is_body(layout, n + 1)]
    found = {n for n in range(len(lines)) if _may_head(layout, n)}
    found |= set(asking) if len(asking) >= LEAST else {n for n in asking if lines[n].isupper() or is_numbered(lines[n])}
    for _, group in groupby(enumerate(sorted(found)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        if len(run) <= RUN and _is_body(layout, run[-1] + 1):
            for number in run:
                layout.blocks[number] = Block.HEADING


def _may_head(layout: Layout, number: int) -> bool:
    line = layout.lines[number]
    is_free = _is_free(layout, number) or (layout.blocks[number] is Block.ITEM and is_numbered(line))
    return is_free and _fits(line) and not any(mark.search(line) for mark in (ENDED, INSIDE, UNCLOSED))


def _is_free(layout: Layout, number: int) -> bool:
    """Whether nothing is known of a line, nor whose words it is."""
    return layout.plain(number) and layout.speakers[number] is None


def _fits(line: str) -> bool:
    return len(line) <= CHARACTERS and len(line.split()) <= WORDS and OPENED.match(line) is not None


def _is_body(layout: Layout, number: int) -> bool:
    """Whether the line of that number is what a heading stands above."""
    if number >= len(layout.lines) or layout.blocks[number] is Block.HEADING:
        return False
    line = layout.lines[number]
    if layout.blocks[number] in {Block.PROSE, Block.DATELINE}:
        return SPOKEN.search(line) is not None or len(line.split()) > BODY + WORDS
    return layout.blocks[number] in {Block.ITEM, Block.ANSWER, Block.QUESTION, Block.LABEL}

"""Interviews without labels: short lines that ask "you" something, each with what is answered below."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block

if TYPE_CHECKING:
    from provenance.documents.layout.block import Layout

QUESTION = re.compile(r"[*_]{0,3}[^\W\d_a-z][^“”\"\n]*\?[*_]{0,3}")
YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
WORDS = range(3, 61)
LEAST = 4
DENSE = 4
"""Lines to each question, on the average."""
FARTHEST = 8
"""Lines from one question to the next."""


def asked(layout: Layout) -> None:
    """Tell questions and answers where at least LEAST lines ask, half of them "you"."""
    found = [n for n in range(len(layout.lines)) if _asks(layout, n)]
    addressed = sum(YOU.search(layout.lines[n]) is not None for n in found)
    if len(found) < LEAST or 2 * addressed < len(found) or found[-1] - found[0] > DENSE * len(found):
        return
    for number, end in pairwise([*found, len(layout.lines)]):
        is_last = number == found[-1]
        if end - number > FARTHEST and not is_last:
            continue
        layout.blocks[number] = Block.QUESTION
        for onward in range(number + 1, number + 2 if is_last else end):
            if layout.plain(onward):
                layout.blocks[onward] = Block.ANSWER


def _asks(layout: Layout, number: int) -> bool:
    """Whether the whole line is one question with something below it that is none."""
    if not (layout.plain(number) and layout.plain(number + 1)):
        return False
    line, below = layout.lines[number], layout.lines[number + 1]
    return QUESTION.fullmatch(line) is not None and len(line.split()) in WORDS and QUESTION.fullmatch(below) is None

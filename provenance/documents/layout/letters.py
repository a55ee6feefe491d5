"""Letters to the editor: "Sir," above, "Jane Doe, Bristol" below; and who is named below a quotation with a dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block
from provenance.documents.layout.turns import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.layout.block import Layout

SALUTATION = re.compile(
    r"(?:(?:To|Dear) (?:the )?)?(?:Sirs?|Madam|Editors?|Sir or Madam|SIR|EDITOR)\s*[,:–—-]|"
    r"(?:TO|To) (?:THE|the) (?:EDITOR|Editor)\b|"
    r"Dear (?:the )?(?:[Ee]ditors?|[A-Z][\w ]{2,30})[,:]"
)
WORD = rf"(?:{NAME}|de|van|von|al|bin|and|&|of|the|upon|on|by)"
PERSON = rf"{NAME}(?: {WORD}){{1,5}}"
PLACE = rf"{NAME}(?:,? {WORD}){{0,6}}"
SIGNATURE = re.compile(rf"{PERSON}(?:, (?:{PLACE}|[a-z][\w -]{{2,40}}(?:, {PLACE})?))?")
BELOW = re.compile(PLACE)
DASHED = re.compile(rf"[—–―-]{{1,2}}\s*@?{NAME}(?: {WORD}){{0,4}}(?:(?:,| \(@).{{2,80}})?")
LONGEST = 100
"""Characters of a signature."""
FARTHEST = 30
"""Lines of a letter."""
STOPPED = re.compile(r"[.!?…][”\"’')]*$")


def signed(layout: Layout) -> None:
    """Tell salutations and signatures, and which signature speaks for which lines."""
    _tell_dashed(layout)
    opened = [n for n, line in enumerate(layout.lines) if layout.plain(n) and SALUTATION.match(line[:LONGEST])]
    placed = [n for n in range(1, len(layout.lines)) if _may_sign(layout, n)]
    if opened:
        placed = [n for n in placed if n > opened[0]]
    elif len(placed) < 2 or placed[-1] < len(layout.lines) - 1 or not all("," in layout.lines[n] for n in placed):
        return
    if not placed:
        return
    for number in opened:
        if SALUTATION.fullmatch(layout.lines[number]):
            layout.blocks[number] = Block.SIGNATURE
    for number in placed:
        layout.blocks[number] = Block.SIGNATURE
        if _is_place(layout, number + 1):
            layout.blocks[number + 1] = Block.SIGNATURE
    for number in placed:
        _give(layout, number, opened)


def _tell_dashed(layout: Layout) -> None:
    for number, line in enumerate(layout.lines):
        if number and layout.plain(number) and len(line) <= LONGEST and DASHED.fullmatch(line):
            layout.blocks[number] = Block.SIGNATURE
            is_quoted = layout.lines[number - 1][0] in '“"' or "(@" in line
            if is_quoted and layout.plain(number - 1):
                layout.speakers[number - 1] = number


def _may_sign(layout: Layout, number: int) -> bool:
    """Whether a name, with or without a place, stands below a sentence."""
    line = layout.lines[number]
    is_below = layout.plain(number - 1) and STOPPED.search(layout.lines[number - 1]) is not None
    return is_below and layout.plain(number) and len(line) <= LONGEST and SIGNATURE.fullmatch(line) is not None


def _is_place(layout: Layout, number: int) -> bool:
    if not layout.plain(number) or (number + 1 < len(layout.lines) and layout.plain(number + 1)):
        return False
    return len(layout.lines[number]) <= LONGEST and BELOW.fullmatch(layout.lines[number]) is not None


def _give(layout: Layout, number: int, opened: Sequence[int]) -> None:
    """The lines of a letter are its signature's: up to the salutation, or as far as they are sentences."""
    for before in range(number - 1, max(number - FARTHEST, 0) - 1, -1):
        if not layout.plain(before) or not STOPPED.search(layout.lines[before]):
            return
        layout.speakers[before] = number
        if before in opened:
            return

"""Letters to the editor: "Sir," above, "Jane Doe, Bristol" below, and how to write one at the end of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block
from provenance.documents.layout.quoted import CREDITED, JOINING
from provenance.documents.layout.turns import NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from provenance.documents.layout.block import Layout

SALUTATION = re.compile(
    r"(?:(?:To|Dear) (?:the )?)?(?:Sirs?|Madam|Editors?|Sir or Madam|SIR|EDITOR)\s*[,:–—-]|"
    r"(?:TO|To) (?:THE|the) (?:EDITOR|Editor)\b|"
    r"Dear (?:the )?(?:[Ee]ditors?|[A-Z][\w ]{2,30})[,:]"
)
WORD = rf"(?:{NAME}|\d[\w-]*|{JOINING}|upon|on|by)"
PERSON = rf"{NAME}(?: {WORD}){{1,5}}(?: \({NAME}\))?"
PLACE = rf"{NAME}(?:,? {WORD}){{0,6}}"
SIGNATURE = re.compile(
    r"(?i:(?P<unnamed>name (?:and address )?(?:supplied|withheld)(?: by request)?))|"
    rf"(?:[—–―-]{{1,2}}\s*)?(?P<who>{PERSON})(?:, (?:{PLACE}|(?P<role>[a-z][\w’' -]{{2,60}})(?:, {PLACE})?))?"
)
BELOW = re.compile(PLACE)
LONGEST = 100
"""Characters of a signature."""
FARTHEST = 30
"""Lines of a letter."""
PLACED = 7
"""Words of a place."""
HEADING = 10
"""Words of a question that heads a letter."""
STOPPED = re.compile(r"[.!?…][”\"’')]*$")
REPORTED = re.compile(
    r"\b(?:report(?:er|ing)|correspondents?|staff|writer|editor|desk|press|news|reuters)\b|\b(?-i:AP|AFP|UPI)\b|"
    r" in (?-i:[A-Z])",
    re.IGNORECASE,
)
"""Who signs an item of a digest has reported it, and is no writer of letters."""
PAPER = re.compile(
    r"[\W_]*(?:note (?:from|by) the editors?|"
    r"(?:the )?ed(?:itor)?s?\.?['’]?s? (?:note|repl(?:y|ies)|responds?|writes?))\b",
    re.IGNORECASE,
)
"""What the paper answers to a letter."""
FOOTER = re.compile(
    r"[\W_]*(?:(?:all |your )?letters?(?: (?:to the editor|for publication|policy))?\b"
    r"(?=.*\b(?:may|must|should|will|can|are|include|edited|words)\b)|"
    r"(?:please |to )?(?:send|submit|e-?mail|post|write to|include|give|keep)\b|"
    r"we (?:welcome|reserve|prefer|regret|do not publish)\b|(?:submissions?|contributions?)\b|have your say\b|"
    r"the [^.]{2,50} (?:welcomes|reserves|publishes)\b|(?:address|deadline|editors?|letters editor)\s*:)",
    re.IGNORECASE,
)
"""How to write to the paper."""
ADDRESS = re.compile(r"\w@\w|\bhttps?://|\bwww\.")
FIRST = re.compile(r"\b(?:I|(?i:me|my|we|us|our|your))\b")


def signed(layout: Layout) -> None:
    """Tell salutations, signatures, and what follows the last; and which signature speaks for which lines.

    Where the page is no page of letters, a signature speaks only for what has a salutation above it.
    """
    opened = frozenset(n for n, line in enumerate(layout.lines) if layout.plain(n) and SALUTATION.match(line[:LONGEST]))
    placed = [n for n in range(1, len(layout.lines)) if _may_sign(layout, n)]
    firsts = {number: _first(layout, number, opened, frozenset(placed)) for number in placed}
    if not _are_letters(layout, placed):
        firsts = {n: first for n, first in firsts.items() if first in opened or first - 1 in opened}
    if firsts:
        _tell(layout, opened, firsts)


def _tell(layout: Layout, opened: Collection[int], firsts: Mapping[int, int]) -> None:
    for number in opened:
        if SALUTATION.fullmatch(layout.lines[number]):
            layout.blocks[number] = Block.SIGNATURE
    for number, first in firsts.items():
        has_heading = first not in opened and first + 1 < number and _asks(layout.lines[first])
        if has_heading:
            layout.blocks[first] = Block.HEADING
        layout.give(range(first + has_heading, number), number)
        layout.blocks[number] = Block.SIGNATURE
        if _is_place(layout, number + 1):
            layout.blocks[number + 1] = Block.SIGNATURE
    for number in range(max(firsts) + 1, len(layout.lines)):
        if layout.plain(number) and _is_footer(layout.lines[number]):
            layout.blocks[number] = Block.LINK


def _first(layout: Layout, number: int, opened: Collection[int], placed: Collection[int]) -> int:
    """The first line of what is signed at `number`: below the salutation, or as far up as there are sentences."""
    for before in range(number - 1, max(number - FARTHEST, 0) - 1, -1):
        line = layout.lines[before]
        if before in opened:
            return before + (SALUTATION.fullmatch(line) is not None)
        if before in placed or not layout.plain(before) or not STOPPED.search(line) or PAPER.match(line):
            return before + 1
    return number if number > FARTHEST else 0


def _may_sign(layout: Layout, number: int) -> bool:
    """Whether a name, with or without a place, stands below a sentence."""
    line = layout.lines[number]
    if not layout.plain(number) or len(line) > LONGEST or CREDITED.search(line) or not SIGNATURE.fullmatch(line):
        return False
    return layout.plain(number - 1) and STOPPED.search(layout.lines[number - 1]) is not None


def _are_letters(layout: Layout, placed: Sequence[int]) -> bool:
    """Whether a page without salutations is one of letters: each signed with a place or a calling, to its end."""
    if len(placed) < 2 or not all(_is_placed(layout, n) for n in placed):
        return False
    rest = [n for n in range(placed[-1] + 1, len(layout.lines)) if layout.plain(n)]
    rest = rest[1:] if rest and _is_place(layout, rest[0]) else rest
    if not all(_is_footer(layout.lines[n]) or PAPER.match(layout.lines[n]) for n in rest):
        return False
    is_plain = not rest and all(layout.lines[n][0].isupper() and "," in layout.lines[n] for n in placed)
    return not any(REPORTED.search(layout.lines[n]) for n in placed) and (is_plain or _are_personal(layout, placed))


def _is_placed(layout: Layout, number: int) -> bool:
    """Whether a signature says where or what the signer is, or that no name is given."""
    line = layout.lines[number]
    signature = SIGNATURE.fullmatch(line)
    return "," in line or _is_place(layout, number + 1) or (signature is not None and signature["who"] is None)


def _are_personal(layout: Layout, placed: Sequence[int]) -> bool:
    """Whether most of what is signed is written in the first person."""
    personal = sum(
        any(FIRST.search(layout.lines[n]) for n in range(before + 1, number))
        for before, number in zip((-1, *placed), placed, strict=False)
    )
    return 2 * personal > len(placed)


def _is_place(layout: Layout, number: int) -> bool:
    """Whether a place stands below a signature, one that has none of its own or nothing more below."""
    if not layout.plain(number) or len(layout.lines[number].split()) > PLACED:
        return False
    is_free = "," not in layout.lines[number - 1] or not layout.plain(number + 1)
    return is_free and BELOW.fullmatch(layout.lines[number]) is not None


def _is_footer(line: str) -> bool:
    return FOOTER.match(line) is not None or ADDRESS.search(line) is not None


def _asks(line: str) -> bool:
    return line.endswith("?") and len(line.split()) <= HEADING and STOPPED.search(line[:-1]) is None

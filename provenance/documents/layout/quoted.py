"""Quotations with who said them below, behind a dash: "“It leaks.”" above "— Jane Doe, mayor"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block
from provenance.documents.layout.turns import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.documents.layout.block import Layout

JOINING = "de|van|von|der|den|al|bin|and|&|of|the"
"""Small words inside names."""
WORD = rf"(?:{NAME}|{JOINING})"
DASHED = re.compile(
    rf"[—–―-]{{1,2}}\s*(?P<who>@?{NAME}(?: {WORD}){{0,5}})(?: \([^()]{{1,40}}\))?(?:, .{{2,80}}| \(@.{{2,80}})?"
)
CREDITED = re.compile(
    r"/|©|\d\s?[-–:]\s?\d|\b(?:photo\w*|pictures?|images?|illustrat\w*|videos?|graphics?|archives?|compiled|"
    r"translat\w+|edited|with)\b",
    re.IGNORECASE,
)
"""Who took a picture, or made the page, has not said what stands above; nor is a result anybody."""
POSTED = "(@"
LONGEST = 140
"""Characters of such a line."""
PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“”", "‘": "’", "'": "'"}
SINGLE = frozenset("'‘")
APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")


def below(layout: Layout) -> None:
    """Tell who is named below whole quotations and posts. Where one may as well stand above the next, nobody is."""
    lines = layout.lines
    found = [n for n in range(1, len(lines)) if layout.plain(n) and is_dashed(lines[n])]
    for run in _runs(layout, found):
        is_sure = is_whole(lines[run[0] - 1]) and not _is_quoted(layout, run[-1] + 1)
        is_list = any(after == number + 1 for number, after in pairwise(run))
        for number in run:
            if not layout.plain(number - 1) or number - 1 in layout.pulled:
                continue
            if POSTED in lines[number]:
                layout.blocks[number] = Block.SIGNATURE
                layout.speakers[number - 1] = number
            elif is_sure and not is_list and is_whole(lines[number - 1]) and _is_full(lines[number]):
                layout.blocks[number] = Block.SIGNATURE
                layout.give(_above(layout, number), number)


def dashed(layout: Layout) -> None:
    """Tell the other lines that are a dash and a name; what they stand below, the layout leaves open."""
    for number, line in enumerate(layout.lines):
        if number and layout.plain(number) and is_dashed(line):
            layout.blocks[number] = Block.SIGNATURE


def is_dashed(line: str) -> bool:
    """Whether a line is a dash and a name, with or without what that one is."""
    return len(line) <= LONGEST and DASHED.fullmatch(line) is not None and CREDITED.search(line) is None


def _is_full(line: str) -> bool:
    """Whether the name has two words, or is told of whom it is."""
    match = DASHED.fullmatch(line)
    return match is not None and (" " in match["who"] or "," in line)


def is_whole(line: str) -> bool:
    """Whether a line is one quotation and nothing else: nobody is named beside its words."""
    closing, words = PAIRS.get(line[:1]), line.rstrip(".")
    if closing is None or " " not in line or words[-1:] not in closing:
        return False
    return not any(mark in APOSTROPHE.sub("", words[1:-1]) for mark in closing)


def _runs(layout: Layout, found: list[int]) -> Iterator[list[int]]:
    """Those with nothing but quotations between them."""
    run: list[int] = []
    for number in found:
        if run and not all(_is_quoted(layout, between) for between in range(run[-1] + 1, number)):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_quoted(layout: Layout, number: int) -> bool:
    return number < len(layout.lines) and layout.lines[number][0] in PAIRS


def _above(layout: Layout, number: int) -> Iterator[int]:
    """The quotation above, and the paragraphs before it that open with its mark and do not close."""
    mark = layout.lines[number - 1][0]
    yield number - 1
    for before in range(number - 2, -1, -1):
        line = layout.lines[before]
        if not layout.plain(before) or line[0] != mark or mark in SINGLE or any(one in line[1:] for one in PAIRS[mark]):
            return
        yield before

"""Items of a list: lines that begin with a bullet or a number, two at least."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block

if TYPE_CHECKING:
    from provenance.documents.layout.block import Layout

BULLET = re.compile(r"(?P<mark>[•●▪◦‣·*_►■]|[–—-]{1,2})\s+(?=\S)|(?P<dot>[•●▪◦‣►■])(?=\w)")
NUMBER = re.compile(r"(?:\()?(?P<number>\d{1,2})(?:[.)]|\.\))\s+(?=\S)")
APART = 3
"""Lines between two items of one list."""


def listed(layout: Layout) -> None:
    """Tell the items."""
    marks = [_mark(line) if layout.plain(n) else None for n, line in enumerate(layout.lines)]
    last: dict[str, int] = {}
    for number, mark in enumerate(marks):
        if mark is None:
            continue
        before = last.get(mark)
        if before is not None and number - before <= APART:
            layout.blocks[before] = layout.blocks[number] = Block.ITEM
        last[mark] = number


def is_numbered(line: str) -> bool:
    return NUMBER.match(line) is not None


def _mark(line: str) -> str | None:
    match = BULLET.match(line)
    if match:
        return match["mark"] or match["dot"]
    return "number" if NUMBER.match(line) else None

"""Lines that only repeat what another paragraph says: quotations pulled out of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.documents.layout.block import Layout

WORD = re.compile(r"[^\W_]+")
WORDS = range(6, 61)
"""Words of a line that is pulled out."""
COMPARED = 50_000_000
"""Letters that are gone through for all lines of a page; of a page of news it is a hundredth at most."""


def repeated(layout: Layout) -> None:
    """Tell lines all of whose words stand on end in a longer paragraph."""
    plain = [_words(line) for line in layout.lines]
    whole = "\n".join(("", *plain, ""))
    short = [n for n, line in enumerate(layout.lines) if layout.plain(n) and len(line.split()) in WORDS]
    if len(short) * len(whole) <= COMPARED:
        layout.pulled = frozenset(number for number in short if _is_elsewhere(plain[number], whole))


def _is_elsewhere(words: str, whole: str) -> bool:
    """Whether the words of a line stand in another that has more of them."""
    at = whole.find(words)
    while at >= 0:
        if whole[at - 1] != "\n" or whole[at + len(words)] != "\n":
            return True
        at = whole.find(words, at + len(words))
    return False


def _words(line: str) -> str:
    """Those of a line in small letters, room around each, without marks."""
    return f" {' '.join(WORD.findall(line.casefold()))} "

"""Where a phrase gives shares of a crowd: “89%”, “a 69% majority”, “two-thirds”, “four out of 10”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.extraction.parser.naming.words import Word

PERCENT = frozenset({"%", "percent", "pct"})
OUT_OF = (("in",), ("out", "of"))


def shares(parts: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where each share begins and ends."""
    at = 0
    while at < len(parts):
        if end := _share(parts, at):
            yield at, end
            at = end
        else:
            at += 1


def _share(parts: Sequence[Word], at: int) -> int:
    """The end of the share that begins at a place, 0 where none does."""
    word = parts[at]
    after = [one.lower for one in parts[at + 1 : at + 4]]
    if after[:1] and after[0] in PERCENT and not word.is_mark:
        end = at + 2
        return end + 1 if after[1:2] and after[1] in vocabulary.FRACTIONS else end
    if word.lower in vocabulary.FRACTIONS and (after[:1] == ["of"] or "-" in word.text):
        return at + 1
    if word.lower in vocabulary.NUMBERS or word.text.isdigit():
        for link in OUT_OF:
            size = len(link)
            if tuple(after[:size]) == link and len(after) > size and (after[size].isdigit() or after[size] == "ten"):
                return at + size + 2
    return 0

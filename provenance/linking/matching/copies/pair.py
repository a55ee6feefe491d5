"""Two readings side by side: the passages that they share, and which words of these are their own."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from provenance.linking.matching.copies import directions
from provenance.linking.matching.copies.alignment import Match, matches, share
from provenance.linking.notices import without
from provenance.linking.quotations import quotations
from provenance.linking.words import Words
from provenance.model import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.linking.matching.copies.alignment import Passage
    from provenance.model import Reading

EDGE = 12
"""Words that a text may have before its head or after its foot."""
MOST_STANDING = 120
"""Words that a house puts at the head or foot of its pages."""
SHOWN = 8
"""Words of the longest passage that the evidence gives."""


class Pair:
    """Two readings and the words of their texts, notices left out."""

    def __init__(self, left: Reading, right: Reading) -> None:
        self.readings = left, right
        texts = without(left.article.text), without(right.article.text)
        self.words = Words(texts[0]), Words(texts[1])
        self.one_house = bool(directions.publishers(left.article) & directions.publishers(right.article))

    @cached_property
    def _outside(self) -> tuple[list[int], ...]:
        return tuple(map(_outside, self.words, self.readings))

    def matches(self) -> tuple[Match, ...]:
        """Those in common, without what a house puts at the head or foot of every page."""
        found = matches(self.words[0].folded, self.words[1].folded)
        return tuple(one for one in found if not self.standing(one)) if self.one_house else found

    def shares(self, found: Sequence[Match]) -> tuple[float, float]:
        left, right = self.words
        return (
            share((match.left for match in found), len(left.folded)),
            share((match.right for match in found), len(right.folded)),
        )

    def own_words(self, match: Match) -> float:
        """How many words of a passage agree and stand outside quotation marks in both texts."""
        parts = (
            (outside[end] - outside[start]) / (end - start)
            for outside, (start, end) in zip(self._outside, (match.left, match.right), strict=True)
        )
        return match.words * min(parts)

    def shown(self, passages: Sequence[Passage], shares: tuple[float, float], own: int) -> str:
        longest = max(passages, key=lambda one: one.words)
        opening = self.readings[0].article.text[slice(*longest.left)].split()
        names = self.names
        return (
            f"{shares[0]:.0%} of {names[0]} and {shares[1]:.0%} of {names[1]} in {len(passages)} shared passages,"
            f" {own} words of them outside quotations, the longest “{' '.join(opening[:SHOWN])} …”"
        )

    @property
    def names(self) -> tuple[str, str]:
        first, second = (reading.article for reading in self.readings)
        names = directions.name(first), directions.name(second)
        return names if names[0] != names[1] else (first.key, second.key)

    def standing(self, match: Match) -> bool:
        """Whether it is at the head, or at the foot, of both texts and short: it may be a notice."""
        heads = match.left.start <= EDGE and match.right.start <= EDGE
        ends = zip(self.words, (match.left.end, match.right.end), strict=True)
        feet = all(end >= len(text.folded) - EDGE for text, end in ends)
        return heads != feet and match.words <= MOST_STANDING


def _outside(text: Words, reading: Reading) -> list[int]:
    """How many words stand outside quotation marks before each word, and in all."""
    quoted = bytearray(len(text.spans))
    for span in _quoted(reading):
        start, end = (bisect_left(text.spans, (at, 0)) for at in span)
        quoted[start:end] = bytes([1]) * (end - start)
    return [0, *accumulate(1 - one for one in quoted)]


def _quoted(reading: Reading) -> Iterator[Span]:
    text = reading.article.text
    yield from quotations(text, Span(0, len(text)))
    for attribution in reading.attributions:
        if attribution.quotation is Quotation.DIRECT:
            yield from attribution.content

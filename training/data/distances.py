"""How far apart places of a text lie: in words, sentences, paragraphs, and mentions between."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.segmentation import segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Span, Spans

WORD = re.compile(r"\w+(?:['’-]\w+)*")


class Distance(NamedTuple):
    """What lies between two places; 0 words where they touch, 0 sentences or paragraphs within one."""

    words: int
    sentences: int
    paragraphs: int
    mentions: int


class Layout:
    """The places of a text, and where its `mentions` are."""

    def __init__(self, text: str, mentions: Iterable[Span]) -> None:
        self._page = segment(text)
        self._words = [word.start() for word in WORD.finditer(text)]
        self._paragraphs = [span.start for span in self._page.paragraphs]
        self._mentions = sorted(mentions)

    def between(self, one: Spans, other: Spans) -> Distance:
        """From the nearest part of one to the nearest of the other."""
        left, right = min(
            ((a, b) if a <= b else (b, a) for a in one for b in other), key=lambda pair: pair[1].start - pair[0].end
        )
        start, end = left.end, max(right.start, left.end)
        last = max(left.start, start - 1)
        return Distance(
            bisect_left(self._words, end) - bisect_left(self._words, start),
            self._page.sentence_at(right.start) - self._page.sentence_at(min(last, right.start)),
            bisect_right(self._paragraphs, right.start) - bisect_right(self._paragraphs, min(last, right.start)),
            sum(start <= span.start and span.end <= end for span in self._mentions),
        )

    def side(self, of: Span, spans: Spans) -> str:
        """Whether a span stands before, inside or after the sentences of `spans`."""
        touched = self._page.touched(spans)
        at = self._page.sentence_at(of.start)
        if not touched or min(touched) <= at <= max(touched):
            return "inside"
        return "before" if at < min(touched) else "after"

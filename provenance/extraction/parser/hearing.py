"""Where on a page which voice is heard: whose most of a content is, whether words are told inside a voice."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.documents.layout import Voice
    from provenance.documents.segmentation import Page
    from provenance.extraction.parser.graph import Mention, StatementNode
    from provenance.model import Spans

SELF = frozenset("i me my myself we us our".split())


@dataclass(frozen=True, slots=True)
class Hearing:
    """The voices `heard` on a page, in order; each is asked for by its number there."""

    page: Page
    heard: Sequence[Voice]

    def home(self, content: Spans) -> int | None:
        """The voice that has most of a content, None where none has."""
        held = Counter[int | None]()
        for start, end in content:
            rest = end - start
            for number in range(max(self._after(start) - 1, 0), len(self.heard)):
                first, last = self._reach(number)
                if first >= end:
                    break
                shared = max(min(end, last) - max(start, first), 0)
                held[number] += shared
                rest -= shared
            held[None] += rest
        return max(held, key=lambda number: held[number])

    def cut(self, content: Spans, voice: int | None) -> Iterator[Span]:
        """The parts of a content that are the voice's which has most of it, or nobody's where none has."""
        for start, end in content:
            if voice is None:
                first, last = self._open(start, end)
            else:
                first, last = self._reach(voice)
            if max(start, first) < min(end, last):
                yield Span(max(start, first), min(end, last))

    def is_in(self, span: Span, voice: int) -> bool:
        first, last = self._reach(voice)
        return first <= span.start < last

    def is_self(self, span: Span, voice: int) -> bool:
        """Whether words are the first person of a voice, outside what it quotes."""
        if self.page.text[slice(*span)].lower() not in SELF or not self.is_in(span, voice):
            return False
        at = bisect_right(self.page.quotes, span.start, key=lambda quote: quote.start) - 1
        quote = self.page.quotes[at] if at >= 0 else None
        return quote is None or quote.end <= span.start or quote.start <= self._reach(voice)[0]

    def is_inner(self, node: StatementNode, by: Mention, voice: int) -> bool:
        """Whether a statement is told inside the words of a voice, and is not most of these by their label alone."""
        is_other = self.is_in(by.span, voice) and not self.is_self(by.span, voice)
        is_part = 2 * _size(node.content) < _size(self.heard[voice].words)
        return (is_other and is_part) or any(self.is_in(span, voice) for span in node.cue)

    def _open(self, start: int, end: int) -> Span:
        """What is nobody's from `start` on: up to the paragraph with the first voice before `end`."""
        after = self._after(start)
        if after and start < self._reach(after - 1)[1]:
            return Span(end, end)
        if after == len(self.heard) or self._reach(after)[0] >= end:
            return Span(start, end)
        at = bisect_right(self.page.paragraphs, self._reach(after)[0], key=lambda paragraph: paragraph.start) - 1
        return Span(start, self.page.paragraphs[at - 1].end if at else start)

    def _reach(self, voice: int) -> tuple[int, int]:
        words = self.heard[voice].words
        return words[0].start, words[-1].end

    def _after(self, place: int) -> int:
        """The first voice that begins behind a place."""
        return bisect_right(self.heard, place, key=lambda voice: voice.words[0].start)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)

"""A wording made whole: the words as they stand, and beside them what was put in, each part told apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.model import Spans


class Why(StrEnum):
    """Why words were put in; of two that would be put in one place the first.

    NAMED: the extractor found whom a pronoun or description stands for. SPEAKER: a pronoun is whoever says it. POINTED:
    what "it" or "that" points to. AROUND: the rest of the sentence of a fragment.
    """

    NAMED = "named"
    SPEAKER = "speaker"
    POINTED = "pointed"
    AROUND = "around"


class Filling(NamedTuple):
    """`text` in place of the words at `span` of the article, or, where `span` is empty, beside them."""

    span: Span
    text: str
    why: Why


class Part(NamedTuple):
    """Words of a wording, and the `span` of the article that they are or stand for; `why` is None for its own words."""

    text: str
    span: Span
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A statement's wording in parts. What is `filled` is the program's, and the whole is nobody's quotation."""

    parts: tuple[Part, ...]

    @property
    def is_filled(self) -> bool:
        return any(part.why for part in self.parts)

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def marked(self) -> str:
        """As an editor writes it: in brackets what does not stand there (Chicago Manual of Style, 13.59)."""
        return "".join(_bracketed(part) if part.why else part.text for part in self.parts)


def made(text: str, content: Spans, fillings: Iterable[Filling]) -> Whole:
    """The words at `content` of `text` with `fillings`, which begin in it or at its ends; of two that meet the first.

    The parts of `content` are joined with an ellipsis, as `model.passage` joins them.
    """
    waiting = sorted(fillings, key=_place)
    parts: list[Part] = []
    for number, (start, end) in enumerate(content):
        if number:
            parts.append(Part(" … ", Span(start, start)))
        own = [one for one in waiting if start <= one.span.start and one.span.end <= end]
        waiting = [one for one in waiting if one not in own]
        parts += _filled(text, Span(start, end), _apart(own))
    return Whole(tuple(part for part in parts if part.text))


def _place(one: Filling) -> tuple[int, bool, int]:
    """What is put beside words before what is put in their place."""
    return one.span.start, one.span.start < one.span.end, list(Why).index(one.why)


def _apart(fillings: Iterable[Filling]) -> list[Filling]:
    kept: list[Filling] = []
    for one in fillings:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _filled(text: str, within: Span, fillings: Iterable[Filling]) -> Iterator[Part]:
    at = within.start
    for span, words, why in fillings:
        yield Part(text[at : span.start], Span(at, span.start))
        yield Part(words, span, why)
        at = span.end
    yield Part(text[at : within.end], Span(at, within.end))


def _bracketed(part: Part) -> str:
    """The space around what is put in stays outside."""
    bare = part.text.strip()
    before, _, after = part.text.partition(bare)
    return f"{before}[{bare}]{after}"

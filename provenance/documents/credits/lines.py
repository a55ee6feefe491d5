"""The lines of a text that credits stand in: the first ones and the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.documents.credits.phrases import words
from provenance.documents.segmentation import paragraphs
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = 6  # lines
FOOTER = 8
EDGE = 3
LONGEST = 250
"""Characters of the beginning, and of the end, of a line that are searched."""
_MARKS = "()[]{}.,;:/|\"'“”„«»©–—-"


@dataclass(frozen=True, slots=True)
class Lines:
    """A text with the places of its lines that are not blank."""

    text: str
    spans: tuple[Span, ...]

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def header(self) -> tuple[Span, ...]:
        return self.spans[:HEADER]

    @property
    def footer(self) -> tuple[Span, ...]:
        """The last lines, those of the header left out."""
        return self.spans[max(HEADER, len(self.spans) - FOOTER) :] or self.spans[1:]

    def edges(self) -> Iterator[Span]:
        """Header and footer, long lines cut to their beginning and their end."""
        for span in dict.fromkeys((*self.header, *self.footer)):
            if span.end - span.start <= 2 * LONGEST:
                yield span
            else:
                yield Span(span.start, span.start + LONGEST)
                yield Span(span.end - LONGEST, span.end)

    def short(self) -> Iterator[Span]:
        """The edges, and whatever stands on a short line of its own between them."""
        yield from dict.fromkeys((*self.edges(), *(one for one in self.spans if one.end - one.start <= LONGEST)))

    def at_edge(self, at: int) -> bool:
        """Whether `at` is in the first or the last three lines."""
        return any(start <= at < end for start, end in (*self.spans[:EDGE], *self.spans[-EDGE:]))


def lines(text: str) -> Lines:
    return Lines(text, tuple(paragraphs(text)))


def of_picture(text: str) -> bool:
    """Whether `text` speaks of a picture: "Photo: AFP", "(AP Photo/Ada Brunt)"."""
    plain = text.casefold()
    for mark in _MARKS:
        plain = plain.replace(mark, " ")
    padded = f" {' '.join(plain.split())} "
    return any(f" {word} " in padded for word in words("picture"))

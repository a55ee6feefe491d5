"""A new text in the making, of words of an old one and of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.model import Span
from training.data.variants.moved import Piece, laid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.data.variants.moved import Layout


@dataclass
class Sheet:
    """What is written on it is given as a span of the new text; paragraphs are parted as those of `old` are."""

    old: str
    _pieces: list[Piece] = field(default_factory=list)
    _length: int = 0

    def write(self, new: str) -> Span:
        """Words that the old text does not have there."""
        return self._add(Piece(Span(0, 0), new))

    def copy(self, old: Span) -> Span:
        return self._add(Piece(old, self.old[slice(*old)]))

    def exchange(self, old: Span, new: str) -> Span:
        """`new` for what stands at `old`."""
        return self._add(Piece(old, new, is_same=False))

    def part(self) -> None:
        """Begin a new paragraph."""
        if self._length:
            self.write("\n\n" if "\n\n" in self.old else "\n")

    def copy_paragraphs(self, paragraphs: Iterable[Span]) -> None:
        """Whole ones, each as it stands."""
        for start, end in paragraphs:
            self.part()
            self.copy(Span(start, start + len(self.old[start:end].rstrip("\n"))))

    @property
    def text(self) -> str:
        return "".join(piece.new for piece in self._pieces)

    def layout(self) -> Layout:
        return laid(self._pieces)

    def _add(self, piece: Piece) -> Span:
        self._pieces.append(piece)
        self._length += len(piece.new)
        return Span(self._length - len(piece.new), self._length)

"""An example on a changed text: where each of its spans lies there, and what its sources are called."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from provenance.model import Spans
    from training.data.examples import Example, GoldHop, GoldStatement


class Piece(NamedTuple):
    """Characters of the old text, and what stands for them in the new one: themselves where `is_same`."""

    old: Span
    new: str
    is_same: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """The new text as pieces of the old one; what is in none of them is gone."""

    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...]
    _places: dict[int, int]
    _order: tuple[int, ...]

    @property
    def text(self) -> str:
        return "".join(piece.new for piece in self.pieces)

    def at(self, span: Span) -> Span:
        """Where `span` lies in the new text; a piece that was exchanged is in whole where a part of it was.

        Raises KeyError where its first or last character is gone.
        """
        first, last = self._piece(span.start), self._piece(span.end - 1)
        return Span(self._place(first, span.start), self._place(last, span.end, is_end=True))

    def has(self, span: Span) -> bool:
        """Whether the first and the last character of `span` are in the new text."""
        try:
            return bool(self.at(span))
        except KeyError:
            return False

    def _piece(self, at: int) -> int:
        place = bisect_right(self._order, at) - 1
        number = self._places[self._order[place]] if place >= 0 else -1
        if number < 0 or at >= self.pieces[number].old.end:
            raise KeyError(at)
        return number

    def _place(self, number: int, at: int, *, is_end: bool = False) -> int:
        (start, _), new, is_same = self.pieces[number]
        if is_same:
            return self._starts[number] + at - start
        return self._starts[number] + (len(new) if is_end else 0)


def laid(pieces: Iterable[Piece]) -> Layout:
    """Pieces in the order of the new text; those of the old text do not overlap."""
    found = tuple(piece for piece in pieces if piece.new or piece.old.start < piece.old.end)
    starts = (0, *accumulate(len(piece.new) for piece in found))
    places = {piece.old.start: number for number, piece in enumerate(found) if piece.old.start < piece.old.end}
    return Layout(found, starts[:-1], places, tuple(sorted(places)))


def moved(
    example: Example, to: Layout, statements: Sequence[GoldStatement], named: Callable[[str], str] = str
) -> Example:
    """`example` on the text of `to` with those of its `statements`; `named` gives the new name of a hop.

    Raises KeyError where a span of them is gone.
    """
    article = replace(example.article, text=to.text)
    kept = tuple(_statement(one, to, named) for one in statements)
    return replace(
        example,
        article=article,
        statements=kept,
        derivations=tuple(_hop(one, to, named) for one in example.derivations),
    )


def _statement(one: GoldStatement, to: Layout, named: Callable[[str], str]) -> GoldStatement:
    content, cue, source = (_spans(spans, to) for spans in (one.content, one.cue, one.source))
    return replace(one, content=content, cue=cue, source=source, chain=tuple(_hop(hop, to, named) for hop in one.chain))


def _spans(spans: Spans, to: Layout) -> Spans:
    return tuple(to.at(span) for span in spans)


def _hop(hop: GoldHop, to: Layout, named: Callable[[str], str]) -> GoldHop:
    return replace(hop, name=named(hop.name), mention=to.at(hop.mention) if hop.mention else None)

"""Marks in a text: pieces of words, each with all that stands on it, however marks lie in one another or across."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.model import Attribution, Spans

PARTS = ("content", "cue", "source")
MOST = 3
"""Contents in one another that are told apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with the statements that they are of, by number, the innermost last; `parts` say what of these they are.

    `depth` is how many contents they are in; `begins` are the statements whose first words they are, `resumes` those
    that go on with them after other words.
    """

    words: str
    of: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()
    depth: int = 0
    begins: tuple[int, ...] = ()
    resumes: tuple[int, ...] = ()


def paragraphs(text: str, told: Sequence[Attribution]) -> list[list[Piece]]:
    """`text` in its paragraphs, each of them in pieces; statements are numbered from 1."""
    spans = [
        (span.start, span.end, number, part)
        for number, one in enumerate(told, 1)
        for part in PARTS
        for span in getattr(one, part)
        if span.start < span.end
    ]
    begins: dict[int, list[int]] = {}
    resumes: dict[int, list[int]] = {}
    for number, one in enumerate(told, 1):
        first, *later = sorted({span.start for span in one.content if span.start < span.end}) or [0]
        begins.setdefault(first, []).append(number)
        for start in later:
            resumes.setdefault(start, []).append(number)
    widths = {number: sum(end - start for start, end in one.content) for number, one in enumerate(told, 1)}
    found: list[list[Piece]] = [[]]
    for start, end in _between(text, spans):
        here = [one for one in spans if one[0] <= start and end <= one[1]]
        of = sorted({number for _, _, number, _ in here}, key=lambda number: (-widths[number], number))
        parts = tuple(part for part in PARTS if any(one[3] == part for one in here))
        depth = min(MOST, sum(part == "content" for *_, part in here))
        piece = Piece(
            text[start:end], tuple(of), parts, depth, tuple(begins.get(start, ())), tuple(resumes.get(start, ()))
        )
        if piece.words.startswith("\n") and not piece.words.strip():
            found.append([])
        else:
            found[-1].append(piece)
    return [paragraph for paragraph in found if paragraph]


def _between(text: str, spans: Iterable[tuple[int, int, int, str]]) -> Iterator[tuple[int, int]]:
    """The text cut where a mark begins or ends, and around the ends of its lines."""
    cuts = {0, len(text)}
    for start, end, *_ in spans:
        cuts |= {min(start, len(text)), min(end, len(text))}
    at = text.find("\n")
    while at >= 0:
        until = at
        while until < len(text) and text[until].isspace():
            until += 1
        cuts |= {at, until}
        at = text.find("\n", until)
    ordered = sorted(cuts)
    return pairwise(ordered)


def marked(text: str, spans: Spans) -> list[tuple[str, bool]]:
    """`text` in pieces, each with whether it is at `spans`."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(spans):
        begin = max(at, start)
        pieces += [(text[at:begin], False), (text[begin : max(begin, end)], True)]
        at = max(at, end)
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]

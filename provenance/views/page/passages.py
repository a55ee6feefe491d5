"""The words that prove a step, in the paragraph that they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.trace.wording import legible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article, Spans
    from provenance.views.diagram.model import Proof

WIDEST = 700
"""Characters on either side of the words, where their paragraph is longer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in pieces, each with whether it is of the words; empty where no text shows them."""

    proof: Proof
    article: Article | None
    pieces: tuple[tuple[str, bool], ...]


def passage(proof: Proof, article: Article | None) -> Passage:
    """`article` is the one that `proof` is told in, None where it is not at hand."""
    if article is None or not proof.spans:
        return Passage(proof, article, ())
    return Passage(proof, article, tuple(_pieces(article.text, proof.spans)))


def _pieces(text: str, spans: Spans) -> Iterator[tuple[str, bool]]:
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    start = max(text.rfind("\n", 0, first) + 1, _cut(text, first - WIDEST))
    stop = text.find("\n", last)
    end = min(len(text) if stop < 0 else stop, last + WIDEST)
    yield ("…", False) if start and text[start - 1] != "\n" else ("", False)
    at = start
    for begin, until in sorted(spans):
        yield legible(text[at:begin]), False
        yield legible(text[max(at, begin) : until]), True
        at = max(at, until)
    yield legible(text[at:end]) + ("…" if end < len(text) and text[end] != "\n" else ""), False


def _cut(text: str, at: int) -> int:
    """The beginning of the word at or after `at`."""
    return text.find(" ", at) + 1 if at > 0 else 0

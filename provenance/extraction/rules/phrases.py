"""A noun phrase of a sentence as a range of its tokens, and the marks that tell where one may end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.segmentation import Token

DASHES = frozenset({"—", "–", "--"})
HARD = frozenset({";", ":", "...", "…"}) | DASHES


class Range(NamedTuple):
    """Tokens of a sentence: indices, half-open."""

    start: int
    end: int

    def span(self, tokens: Sequence[Token]) -> Span:
        """Where these tokens stand in the text."""
        return Span(tokens[self.start].start, tokens[self.end - 1].end)


def between_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether the comma at `at` stands inside the name of a place: "Tulsa, Okla., police"."""
    if at == 0 or at + 2 >= len(tokens):
        return False
    left, right, then = tokens[at - 1], tokens[at + 1], tokens[at + 2]
    return left.capital and right.capital and then.text in {",", "."} and right.text.endswith(".")

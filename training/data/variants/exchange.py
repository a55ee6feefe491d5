"""Words exchanged for others wherever they stand, in a text as in a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.model import Span
from training.data.variants.moved import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHORTEST_CAPITALS = 3
"""Letters of a name from which on it may stand in capitals, as in a headline."""


@dataclass(frozen=True)
class Exchange:
    """`words` has what stands for what, as whole words, the longest at each place; "TRUMP" follows "Trump"."""

    words: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        return "".join(piece.new for piece in self.pieces(text))

    def pieces(self, text: str) -> Iterator[Piece]:
        """All of `text`, in order."""
        free = 0
        if self.words:
            for found in self._pattern.finditer(text):
                yield Piece(Span(free, found.start()), text[free : found.start()])
                yield Piece(Span(*found.span()), self._forms[found[0]], is_same=False)
                free = found.end()
        yield Piece(Span(free, len(text)), text[free:])

    def is_in(self, text: str) -> bool:
        """Whether one of the exchanged words stands in `text`."""
        return bool(self.words and self._pattern.search(text))

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        capitals = {old.upper(): new.upper() for old, new in self.words.items() if len(old) >= SHORTEST_CAPITALS}
        return capitals | dict(self.words)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._forms, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

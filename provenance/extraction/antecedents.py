"""Who a pronoun or a description stands for, as the model ranks the names and speakers before it (Lee et al. 2017)."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.labels import LINK, LINKS
from provenance.encoder.pairs import FAR
from provenance.encoder.tagger import SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from provenance.encoder.tagger import Links
    from provenance.encoder.tokens import Pieces
    from provenance.model import Span

REACH = 300  # words


class Antecedents:
    """Ranks what stands before a span of one page; `far` scores how many words lie between."""

    def __init__(self, cut: Pieces, links: Links, far: NDArray[np.float32]) -> None:
        self._cut = cut
        self._far = far
        self._mention = links.part("mention.start"), links.part("mention.end")
        self._antecedent = links.part("antecedent.start"), links.part("antecedent.end")
        self._none = links.vectors[:, len(LINKS) * LINK + 1]

    def best(self, mention: Span, candidates: Sequence[Span]) -> int | None:
        """The number of the candidate, in order, that `mention` most likely stands for, or None."""
        start, end = self._cut.words(mention)
        words = [self._cut.words(span) for span in candidates]
        first = bisect_left(words, (start - REACH, 0))
        near = [(a, b) for a, b in words[first:] if a < b <= start]
        if not near or start >= end:
            return None
        places = np.array(near)
        asked = self._mention[0][start] + self._mention[1][end - 1]
        keys = self._antecedent[0][places[:, 0]] + self._antecedent[1][places[:, 1] - 1]
        gaps = np.searchsorted(FAR, start - places[:, 0], side="right")
        scores = keys @ asked * SCALE + self._far[gaps]
        best = int(scores.argmax())
        return first + best if scores[best] > self._none[start] else None

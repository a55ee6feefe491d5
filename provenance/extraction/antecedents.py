"""Who a pronoun or a description stands for, as the model ranks the names and speakers before it (Lee et al. 2017)."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.labels import NO_ANTECEDENT
from provenance.encoder.links import SCALE
from provenance.encoder.pairs import FAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.encoder.encoded import Encoded
    from provenance.model import Span

REACH = 300  # words


class Antecedents:
    """Ranks what stands before a span of one page; the table `far` scores how many words lie between."""

    def __init__(self, encoded: Encoded) -> None:
        links = encoded.links
        self._tokens = encoded.tokens
        self._far = encoded.tables.far
        self._mention = links.part("mention.start"), links.part("mention.end")
        self._antecedent = links.part("antecedent.start"), links.part("antecedent.end")
        self._none = links.vectors[:, NO_ANTECEDENT]

    def best(self, mention: Span, candidates: Sequence[Span]) -> int | None:
        """The number of the candidate, in order, that `mention` most likely stands for, or None."""
        start, end = self._tokens.words(mention)
        first = bisect_left(candidates, (start - REACH, 0), key=self._tokens.words)
        last = bisect_left(candidates, (start, 0), key=self._tokens.words)
        near = [(a, b) for a, b in map(self._tokens.words, candidates[first:last]) if a < b <= start]
        if not near or start >= end:
            return None
        places = np.array(near)
        asked = self._mention[0][start] + self._mention[1][end - 1]
        keys = self._antecedent[0][places[:, 0]] + self._antecedent[1][places[:, 1] - 1]
        gaps = np.searchsorted(FAR, start - places[:, 0], side="right")
        scores = keys @ asked * SCALE + self._far[gaps]
        best = int(scores.argmax())
        return first + best if scores[best] > self._none[start] else None

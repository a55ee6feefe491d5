"""How well two spans of a page go together: a content or a source with a cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.labels import LINK, LINKS, NO_CUE, NO_SOURCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SCALE = np.float32(LINK**-0.5)


@dataclass(frozen=True, slots=True)
class Links:
    """The vectors of each word that score links, with the tables for how far apart two spans stand."""

    vectors: Floats
    near: tuple[Floats, ...]

    def part(self, name: str) -> Floats:
        """The vectors of one of LINKS, [words, LINK]."""
        start = LINKS.index(name) * LINK
        return self.vectors[:, start : start + LINK]

    def content(self, spans: NDArray[np.int64], cues: NDArray[np.int64], near: NDArray[np.int64]) -> Floats:
        """How well each of `cues`, and last none, fits each of the contents `spans`, [spans, cues + 1]."""
        none = self.vectors[spans[:, 0], NO_CUE]
        return np.concatenate([self._score("content", 1, spans, cues, near), none[:, None]], axis=1)

    def source(self, spans: NDArray[np.int64], cues: NDArray[np.int64], near: NDArray[np.int64]) -> Floats:
        """How well each of the sources `spans`, and last none, fits each of `cues`, [cues, spans + 1]."""
        none = self.vectors[cues[:, 0], NO_SOURCE]
        return np.concatenate([self._score("source", 0, spans, cues, near).T, none[:, None]], axis=1)

    def _score(
        self, role: str, number: int, spans: NDArray[np.int64], cues: NDArray[np.int64], near: NDArray[np.int64]
    ) -> Floats:
        keys = self.part(f"{role}.start")[spans[:, 0]] + self.part(f"{role}.end")[spans[:, 1] - 1]
        score: Floats = (keys @ self.part(f"{role}.cue")[cues[:, 0]].T * SCALE).astype(np.float32)
        for feature, table in enumerate(self.near):
            score += table[number][near[..., feature]]
        return score

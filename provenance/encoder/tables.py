"""The fitted tables that stand beside the weights: small, and needed to decode what they score."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Self

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tables:
    """What a model was fitted with beside its weights.

    `transitions` [levels, from, to] of tags; `near`: how far apart two spans of a link stand, by feature; `embedding`
    [WIDTH + 1, WIDTH]: from a state, and 1, to what it means; `confidence` puts scores on the scale of how often they
    are right.
    """

    transitions: Floats
    near: tuple[Floats, ...]
    embedding: Floats
    confidence: Mapping[str, Any] | None

    @classmethod
    def read(cls, place: Path) -> Self:
        """Those of the folder `place`."""
        found = json.loads((place / "reader.json").read_text(encoding="utf8"))
        return cls(
            transitions=np.array(found["transitions"], dtype=np.float32),
            near=tuple(np.array(table, dtype=np.float32) for table in found["near"]),
            embedding=np.load(place / "embedding.npy").astype(np.float32),
            confidence=found.get("confidence"),
        )

    def meaning(self, state: Floats) -> Floats:
        """The vector that the mean of states stands for in comparisons, [WIDTH]."""
        made: Floats = state @ self.embedding[:-1] + self.embedding[-1]
        return made

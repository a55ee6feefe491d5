"""How two spans of a page lie to each other: distance, side, paragraphs and cues between, as small numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUCKETS = np.array([1, 2, 3, 5, 9, 17, 33, 65])  # words
FEATURES = (2 * (len(BUCKETS) + 1), 3, 3)
"""How many values each has: signed distance, cues between, paragraphs between."""
FAR = np.array([4, 8, 16, 32, 64, 128, 256, 512])  # words, between two mentions of one person


def pairs(
    spans: NDArray[np.int64], cues: NDArray[np.int64], paragraph: NDArray[np.int64], starts: NDArray[np.int64]
) -> NDArray[np.int64]:
    """For each of `spans` and each of `cues` (word ranges) the three features, [spans, cues, 3].

    `starts` are the first words of all cues of the page, in order: those between are counted.
    """
    before = spans[:, None, 0] < cues[None, :, 0]
    gap = np.where(before, cues[None, :, 0] - spans[:, None, 1], spans[:, None, 0] - cues[None, :, 1])
    distance = np.searchsorted(BUCKETS, np.maximum(gap, 0), side="right")
    left = np.searchsorted(starts, np.minimum(spans[:, None, 0], cues[None, :, 0]), side="right")
    right = np.searchsorted(starts, np.maximum(spans[:, None, 0], cues[None, :, 0]), side="left")
    apart = np.abs(paragraph[spans[:, 0]][:, None] - paragraph[cues[:, 0]][None, :])
    return np.stack(
        [distance + before * (len(BUCKETS) + 1), np.clip(right - left, 0, 2), np.minimum(apart, 2)], axis=-1
    )

"""Error bars: what the figures would be on other articles of the same sort (Efron 1979, percentile intervals)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from evaluation.measures import total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.measures import Tally

DRAWS = 1000
SEED = 1
OUTSIDE = 0.05
"""The share of draws that lies outside an interval, half on each side."""


def intervals(parts: Sequence[Tally], draws: int = DRAWS, seed: int = SEED) -> dict[str, tuple[float, float]]:
    """For each figure the range, from 0 to 1, in which 95 % of resampled figures lie.

    `parts` are what single articles, or events, add; as many are drawn, with replacement. The same seed gives the same
    ranges.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    seen: dict[str, list[float]] = {}
    for _ in range(draws):
        for name, measure in total(chance.choices(parts, k=len(parts))).items():
            seen.setdefault(name, []).append(measure.value)
    return {name: _middle(sorted(values)) for name, values in seen.items()}


def _middle(values: list[float]) -> tuple[float, float]:
    low = round(OUTSIDE / 2 * (len(values) - 1))
    return values[low], values[-1 - low]

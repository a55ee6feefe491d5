"""A page in windows of the length that the encoder was trained on, each word read with some context on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.encoder.tokens import Tokens

CORE, CONTEXT = 350, 16  # pieces: with [CLS] and [SEP] the 384 of the training windows


def windows(tokens: Tokens) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges of words that together are the page, each with the wider range it is read in."""
    bounds = np.append(tokens.first, len(tokens.ids))
    count, last = len(tokens), int(bounds[-1])
    parts = 1 if last <= CORE + 2 * CONTEXT else -(-last // CORE)
    start = 0
    for number in range(1, parts + 1):
        end = count if number == parts else int(np.searchsorted(bounds, last * number / parts, side="right")) - 1
        wide = (
            int(np.searchsorted(bounds, bounds[start] - CONTEXT)),
            int(np.searchsorted(bounds, bounds[end] + CONTEXT, side="right")) - 1,
        )
        if end > start:
            yield (start, end), (wide[0], min(wide[1], count))
        start = max(start, end)

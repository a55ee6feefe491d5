"""What statements mean, as vectors: those of the pass by which an article is read, so that one serves both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.labels import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from provenance.encoder.encoded import Encoded
    from provenance.model import Attribution, Spans

    Floats = NDArray[np.float32]


def meanings(encoded: Encoded, attributions: Sequence[Attribution]) -> Floats:
    """A vector for each of `attributions` of that text [attributions, WIDTH]: the mean of the words of its content."""
    made = [_mean(encoded, one.content) for one in attributions]
    return np.stack(made) if made else np.zeros((0, WIDTH), dtype=np.float32)


def meaning(encoded: Encoded) -> Floats:
    """A vector for a text of its own, such as a claim that somebody looks for: the mean of its words, of length 1."""
    mean = encoded.tables.meaning(encoded.states.mean(axis=0)) if len(encoded.tokens) else np.zeros(WIDTH, np.float32)
    length = float(np.linalg.norm(mean))
    return mean / length if length else mean


def _mean(encoded: Encoded, content: Spans) -> Floats:
    """Nothing for a content without words."""
    at = np.concatenate([np.arange(*encoded.tokens.words(span)) for span in content])
    return encoded.tables.meaning(encoded.states[at].mean(axis=0)) if len(at) else np.zeros(WIDTH, np.float32)

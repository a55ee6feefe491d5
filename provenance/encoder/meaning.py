"""What statements mean, as vectors: those of the encoder that reads the articles, so that one pass serves both."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from provenance.documents.segmentation import segment
from provenance.encoder import tagger
from provenance.encoder.tokens import pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.documents.segmentation import Page
    from provenance.encoder.tagger import Scores
    from provenance.encoder.tokens import Pieces
    from provenance.model import Reading, Spans

WIDTH = 384


@lru_cache(maxsize=1)
def scored(text: str, threads: int) -> tuple[Page, Pieces, Scores | None]:
    """A text as the encoder reads it, the last one kept; no scores for a text without words."""
    page = segment(text)
    eyes = tagger.tagger(threads)
    cut = pieces(page, eyes.tokenizer)
    return page, cut, eyes.read(cut) if len(cut.first) else None


def meanings(reading: Reading) -> NDArray[np.float32]:
    """A vector for each attribution of `reading` [attributions, WIDTH]: the mean of the words of its content."""
    if not reading.attributions:
        return np.zeros((0, WIDTH), dtype=np.float32)
    _, cut, scores = scored(reading.article.text, 0)
    return np.stack([_mean(cut, scores, one.content) for one in reading.attributions])


def meaning(text: str) -> NDArray[np.float32]:
    """A vector for a text of its own, such as a claim that somebody looks for: the mean of its words."""
    _, _, scores = scored(text, 0)
    mean: NDArray[np.float32] = scores.embedding.mean(axis=0) if scores else np.zeros(WIDTH, np.float32)
    length = float(np.linalg.norm(mean))
    return mean / length if length else mean


def _mean(cut: Pieces, scores: Scores | None, content: Spans) -> NDArray[np.float32]:
    """Nothing for a content without words."""
    at = np.concatenate([np.arange(*cut.words(span)) for span in content])
    mean: NDArray[np.float32] = scores.embedding[at].mean(axis=0) if scores and len(at) else np.zeros(WIDTH, np.float32)
    return mean

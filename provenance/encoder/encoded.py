"""One pass of the encoder over one text: the value that reading and joining share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from provenance.documents.segmentation import Page
    from provenance.encoder.links import Links
    from provenance.encoder.tables import Tables
    from provenance.encoder.tokens import Tokens

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordScores:
    """For each word of a page: `tags` [words, LEVELS, TAGS]."""

    tags: Floats


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as the encoder read it: its `page` and `tokens`, and of each word the scores, links and `states`.

    `states` is [words, WIDTH]; `tables` are those of the model that made the pass. A text without words has none of
    each. About 3.2 kB a word.
    """

    page: Page
    tokens: Tokens
    scores: WordScores
    links: Links
    states: Floats
    tables: Tables

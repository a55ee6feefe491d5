"""Where the words of a page stand: in which sentence, paragraph and quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.documents.segmentation import Page
    from provenance.encoder.tokens import Tokens

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Places:
    """For each word the number of its sentence, of its paragraph, and of the quotation it is in; -1 for none."""

    sentence: Numbers
    paragraph: Numbers
    quote: Numbers

    @classmethod
    def of(cls, page: Page, tokens: Tokens) -> Places:
        starts = tokens.spans[:, 0]
        sentence = np.searchsorted(np.array([one.start for one in page.sentences]), starts, side="right") - 1
        quote = np.full(len(tokens), -1)
        for number, (start, end) in enumerate(page.quotes):
            quote[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = number
        return cls(np.maximum(sentence, 0), tokens.paragraph, quote)

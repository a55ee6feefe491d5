"""A page as the model sees it: word pieces with what lower-cased pieces leave out (case, quotation, layout).

Words are runs of letters or digits, or single marks (the pre-tokenizer of BERT, Devlin et al. 2019).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.documents.layout import Block, blocks
from provenance.interrupts import held_back
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from provenance.documents.segmentation import Page

FEATURES = (4, 2, 3, 2, len(Block))
"""How many values each feature has: case, inside a quotation, opens a sentence or a paragraph, after white space, and
what its paragraph is. A model that knows fewer takes the first ones: what is added goes to the end."""
BLOCKS = {block: number for number, block in enumerate(Block)}
START, END = 101, 102  # [CLS], [SEP]


@dataclass(frozen=True, slots=True)
class Tokens:
    """For each piece its `ids` and `features`; for each word its `first` piece, `spans` in the text and `paragraph`."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    first: NDArray[np.int64]
    spans: NDArray[np.int64]
    paragraph: NDArray[np.int64]

    def __len__(self) -> int:
        """How many words."""
        return len(self.first)

    @property
    def blocks(self) -> NDArray[np.int64]:
        """For each word the number in BLOCKS of what its paragraph is."""
        made: NDArray[np.int64] = self.features[self.first, 4]
        return made

    def begin(self, word: int) -> int:
        """The first piece of `word`; the number of all pieces for the word after the last."""
        return int(self.first[word]) if word < len(self.first) else len(self.ids)

    def span(self, start: int, end: int) -> Span:
        """The characters of the words from `start` to before `end`."""
        return Span(int(self.spans[start, 0]), int(self.spans[end - 1, 1]))

    def words(self, span: Sequence[int]) -> tuple[int, int]:
        """The range of words that share a character with `span`."""
        first = np.searchsorted(self.spans[:, 1], span[0], side="right")
        return int(first), int(np.searchsorted(self.spans[:, 0], span[1], side="left"))


def tokenizer(place: Path) -> Tokenizer:
    """That of the folder `place`, without the truncation that a sentence encoder comes with."""
    with held_back():
        from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(place / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def tokenize(page: Page, tokenizer: Tokenizer) -> Tokens:
    """Cut `page` into pieces; `tokenizer` neither truncates nor pads."""
    encoded = tokenizer.encode(page.text, add_special_tokens=False)
    ids = np.array(encoded.ids, dtype=np.int64)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    number = np.array(encoded.word_ids, dtype=np.int64)
    first = np.flatnonzero(np.diff(number, prepend=-1)) if len(number) else number
    ends = np.append(first[1:], len(ids)) - 1 if len(first) else first
    spans = np.stack([offsets[first, 0], offsets[ends, 1]], axis=1)
    word = np.cumsum(np.isin(np.arange(len(ids)), first)) - 1
    paragraph = _paragraph(page, spans)
    return Tokens(ids, _features(page, spans, paragraph)[word], first, spans, paragraph)


def _features(page: Page, spans: NDArray[np.int64], paragraph: NDArray[np.int64]) -> NDArray[np.int64]:
    text, count = page.text, len(spans)
    made = np.zeros((count, len(FEATURES)), dtype=np.int64)
    for i, (start, end) in enumerate(spans.tolist()):
        made[i, 0] = _case(text[start:end])
        made[i, 3] = start == 0 or text[start - 1].isspace()
    for start, end in page.quotes:
        made[np.searchsorted(spans[:, 0], start) : np.searchsorted(spans[:, 0], end), 1] = 1
    for value, starts in ((1, [s.start for s in page.sentences]), (2, [p.start for p in page.paragraphs])):
        at = np.searchsorted(spans[:, 0], starts)
        made[at[at < count], 2] = value
    if count:
        made[:, 4] = np.array([BLOCKS[block] for block in blocks(page)])[paragraph]
    return made


def _case(word: str) -> int:
    if not word[0].isalpha():
        return 3
    return 0 if word.islower() else 2 if word.isupper() and len(word) > 1 else 1


def _paragraph(page: Page, spans: NDArray[np.int64]) -> NDArray[np.int64]:
    starts = [p.start for p in page.paragraphs]
    return np.maximum(np.searchsorted(starts, spans[:, 0], side="right") - 1, 0).astype(np.int64)

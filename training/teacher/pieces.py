"""MPNet's number for each word piece of the small encoder: both cut words by the vocabulary of BERT uncased."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SHIFT = 4
"""MPNet puts <s>, <pad>, </s> and <unk> before BERT's pieces."""
MARKS = {"[CLS]": "<s>", "[PAD]": "<pad>", "[SEP]": "</s>", "[MASK]": "<mask>"}
OWN = {"<s>": 0, "<pad>": 1, "</s>": 2, "<mask>": 30526}


def teacher_ids(vocabulary: Mapping[str, int]) -> list[int]:
    """For each id of `vocabulary` (piece → id, as the reader's tokenizer has it) the id that MPNet gives the piece.

    Raises ValueError where an id below the highest has no piece, or a piece would fall outside MPNet's vocabulary.
    """
    by_id = {number: piece for piece, number in vocabulary.items()}
    if sorted(by_id) != list(range(len(vocabulary))):
        raise ValueError("the vocabulary does not number its pieces from 0 without gaps")
    if len(vocabulary) > OWN["<mask>"] - SHIFT:
        raise ValueError(f"{len(vocabulary)} pieces are more than the {OWN['<mask>'] - SHIFT} that MPNet knows")
    return [OWN[MARKS[by_id[i]]] if by_id[i] in MARKS else i + SHIFT for i in range(len(vocabulary))]

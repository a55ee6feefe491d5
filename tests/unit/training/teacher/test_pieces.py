"""The small encoder's word pieces in the teacher's numbers."""

from __future__ import annotations

import json

import pytest

from provenance.encoder.tokens import END, START
from provenance.resources import resource
from training.teacher.pieces import teacher_ids

VOCABULARY: dict[str, int] = json.loads(resource("reader/tokenizer.json").read_text(encoding="utf8"))["model"]["vocab"]


def test_every_piece_has_a_number_of_its_own() -> None:
    made = teacher_ids(VOCABULARY)
    assert len(made) == len(set(made)) == len(VOCABULARY) == 30522
    assert set(range(30527)) - set(made) == {3, 4, 105, 106, 107}  # <unk>, and BERT's own marks


def test_a_window_opens_with_s_and_closes_with_its_end() -> None:
    made = teacher_ids(VOCABULARY)
    assert (made[START], made[END], made[0], made[VOCABULARY["[MASK]"]]) == (0, 2, 1, 30526)
    assert made[VOCABULARY["[UNK]"]] == 104


def test_a_vocabulary_with_gaps_is_refused() -> None:
    with pytest.raises(ValueError, match="without gaps"):
        teacher_ids({"[PAD]": 0, "said": 2})


def test_a_vocabulary_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="30523 pieces are more than the 30522"):
        teacher_ids({str(number): number for number in range(30523)})

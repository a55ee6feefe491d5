"""Whether a statement makes what was asked for."""

from __future__ import annotations

import pytest

from provenance.queries.matching import MAKES, features, likelihood, wording

ASKED = wording("Tarn council will close the lock for 3 years")
RARITIES = dict.fromkeys(ASKED.words, 2.0)


def sure(text: str, meaning: float | None, *makers: str) -> float:
    return likelihood(features(ASKED, wording(text, makers), RARITIES, meaning))


def test_the_same_words_make_it_and_others_do_not() -> None:
    assert sure("Tarn council will close the lock for 3 years", 0.9) > MAKES
    assert sure("Eels are back in the upper river", 0.0) < 0.1


def test_what_speaks_for_it_raises_the_likelihood() -> None:
    told = "the lock will close for years"
    assert sure(told, 0.9) > sure(told, 0.5) > sure(told, 0.1)
    assert sure(told, 0.5, "Tarn council") > sure(told, 0.5, "Ilse Maren")
    assert sure(told, 0.5) > sure(f"{told}, while eels, herons and otters return to the upper river", 0.5)


def test_other_numbers_are_another_claim_and_none_is_no_other() -> None:
    same, other, none = (sure(f"the lock will close for {part}years", 0.5) for part in ("3 ", "30 ", ""))
    assert same > other
    assert none > other


def test_one_word_in_common_is_not_all() -> None:
    assert sure("lock", 0.5) < MAKES


def test_without_meaning_the_words_decide() -> None:
    assert "meaning" not in features(ASKED, ASKED, RARITIES)
    assert likelihood(features(ASKED, ASKED, RARITIES)) > MAKES


@pytest.mark.parametrize("meaning", [None, 0.0])
def test_nothing_in_common_is_no_error(meaning: float | None) -> None:
    empty = wording("")
    assert 0 < likelihood(features(empty, empty, {}, meaning)) < MAKES

"""Keys meet where texts are copies, and only there; they are the same on every machine."""

from hashlib import sha256

from copied import BAKERY, LIFTED, LIGHTHOUSE, LONGER, NOTICE, REORDERED, SWAPPED

from provenance.linking.blocking.passages import (
    BANDS,
    MOST_PASSAGES,
    ROWS,
    bands,
    keys,
    most_holders,
    passages,
    signature,
)
from provenance.linking.words import Words, folded_words


def test_a_copy_has_the_same_keys_whatever_its_case_and_punctuation() -> None:
    assert keys(LIGHTHOUSE.upper().replace(",", " —")) == keys(LIGHTHOUSE)


def test_near_copies_meet_by_their_bands() -> None:
    for copy in (SWAPPED, REORDERED):
        assert any(key < 0 for key in keys(LIGHTHOUSE) & keys(copy))


def test_a_lifted_paragraph_meets_by_its_passages() -> None:
    assert any(key >= 0 for key in keys(LIGHTHOUSE) & keys(LONGER))


def test_other_texts_do_not_meet() -> None:
    assert not keys(LIGHTHOUSE) & keys(BAKERY)


def test_a_run_of_eighteen_words_is_sure_to_meet() -> None:
    words = folded_words(LIFTED)[:18]
    around = [f"w{n}" for n in range(400)]
    for at in range(0, 400, 7):
        assert passages(words) & passages(around[:at] + words + around[at:])


def test_a_notice_gives_no_keys() -> None:
    assert keys(f"{LIGHTHOUSE}\n{NOTICE}") == keys(LIGHTHOUSE)
    assert keys(NOTICE) == frozenset()


def test_a_long_line_is_no_notice() -> None:
    assert keys(f"{LIFTED} {LIFTED} {LIFTED} All rights reserved.")


def test_the_same_on_every_machine() -> None:
    found = repr(sorted(keys(LIGHTHOUSE)))
    assert sha256(found.encode()).hexdigest()[:16] == "db7c84064e05f5b0"


def test_their_number_is_bounded() -> None:
    long = " ".join(f"w{n * n % 99991}" for n in range(50_000))
    assert len(keys(long)) == BANDS + MOST_PASSAGES
    assert all(-(2**63) <= key < 2**63 for key in keys(long))


def test_too_short_a_text_has_none() -> None:
    assert keys("") == keys("two words") == frozenset()
    assert signature("two words") == ()
    assert bands(()) == ()
    assert len(keys("now three words")) == BANDS


def test_the_signature_is_that_of_the_bands() -> None:
    assert len(signature(LIGHTHOUSE)) == BANDS * ROWS
    assert set(bands(signature(LIGHTHOUSE))) == {key for key in keys(LIGHTHOUSE) if key < 0}


def test_the_share_of_equal_values_estimates_the_share_of_common_shingles() -> None:
    words = [f"w{n}" for n in range(3000)]
    left, right = signature(" ".join(words[:2000])), signature(" ".join(words[1000:]))
    assert abs(sum(map(int.__eq__, left, right)) / len(left) - 1 / 3) < 0.15


def test_a_key_of_passages_is_common_sooner_than_one_of_whole_texts() -> None:
    assert most_holders(1) < most_holders(-1)


def test_where_words_are_written_without_spaces_each_character_is_one() -> None:
    assert Words("港の灯台 Ward").folded == ["港", "の", "灯", "台", "ward"]
    assert Words("港の灯台 Ward").spans[-1] == (5, 9)

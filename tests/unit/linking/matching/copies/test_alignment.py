"""What two texts share, and where; in work that any text bounds."""

from copied import BAKERY, LIFTED, LIGHTHOUSE, LONGER, REORDERED, SWAPPED

from provenance.linking.matching.copies import Passage, aligned
from provenance.linking.matching.copies.alignment import MOST_PLACES, matches, seeds, share
from provenance.model import Span


def words_of(text: str, span: Span) -> str:
    return text[span.start : span.end]


def test_a_text_is_all_of_itself() -> None:
    [whole] = aligned(LIGHTHOUSE, LIGHTHOUSE)
    assert whole == Passage(Span(0, len(LIGHTHOUSE) - 2), Span(0, len(LIGHTHOUSE) - 2), 160, 1.0)


def test_swapped_words_stay_within_the_passage() -> None:
    [passage] = aligned(LIGHTHOUSE, SWAPPED)
    assert words_of(LIGHTHOUSE, passage.left) == LIGHTHOUSE.strip(".\n")
    assert words_of(SWAPPED, passage.right) == SWAPPED.strip(".\n")
    assert 0.9 < passage.wording < 1


def test_paragraphs_in_another_order_are_found_one_by_one() -> None:
    found = aligned(LIGHTHOUSE, REORDERED)
    assert len(found) == 5
    assert [passage.right for passage in found] == sorted((passage.right for passage in found), reverse=True)
    assert all(words_of(LIGHTHOUSE, p.left) == words_of(REORDERED, p.right) for p in found)


def test_a_lifted_paragraph() -> None:
    [passage] = aligned(LONGER, LIGHTHOUSE)
    assert words_of(LONGER, passage.left) == words_of(LIGHTHOUSE, passage.right) == LIFTED.rstrip(".")


def test_sentences_merged() -> None:
    merged = LIFTED.replace("cost two million crowns,", "cost two million crowns, a sum said to be")
    [passage] = aligned(LIFTED, merged)
    assert words_of(merged, passage.right) == merged.rstrip(".")


def test_a_paragraph_taken_twice_is_shared_once() -> None:
    [passage] = aligned(LIFTED, f"{LIFTED}\n\n{LIFTED}")
    assert passage.words == len(LIFTED.split())


def test_nothing_in_common() -> None:
    assert aligned(LIGHTHOUSE, BAKERY) == aligned("", BAKERY) == aligned("", "") == ()


def test_a_turn_of_phrase_is_no_passage() -> None:
    assert aligned(f"one two {LIFTED[:40]}", f"{LIFTED[:40]} three") == ()


def test_how_much_of_a_text() -> None:
    assert share([Span(0, 3), Span(2, 5)], 10) == 0.5
    assert share([], 0) == 0


class TestHostile:
    """The work grows with the length of the texts, not with its square: few seeds, each looked at once."""

    def test_one_word_again_and_again_seeds_nothing(self) -> None:
        assert seeds(["word"] * 20_000, ["word"] * 19_000) == []
        assert aligned("word " * 20_000, "word " * 19_000) == ()

    def test_runs_that_stand_often_seed_nothing(self) -> None:
        period = "a b a c a d b c".split()
        assert seeds(period * 3000, period[3:] * 3000) == []

    def test_each_word_is_in_few_seeds(self) -> None:
        left = [f"w{n % 1500}" for n in range(6000)]
        right = [f"w{n * 7 % 1500}" for n in range(2000)] + left[:5999]
        assert len(seeds(left, right)) <= MOST_PLACES * len(left)

    def test_matches_of_texts_in_which_everything_stands_often(self) -> None:
        left = [f"w{n % 1500}" for n in range(6000)]
        found = matches(left, [*left[750:], "x"])
        assert sum(match.words for match in found) <= len(left)

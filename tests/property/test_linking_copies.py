"""What holds for copies of any text: symmetry, sameness, places that lie in the texts."""

from copied import BAKERY, LIGHTHOUSE, SWAPPED
from corpus import reading, said
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.linking.blocking.passages import keys
from provenance.linking.matching import quotes
from provenance.linking.matching.copies import aligned, judged, links
from provenance.linking.matching.copies.alignment import LEAST_WORDING, LEAST_WORDS, MOST_PLACES, seeds
from provenance.linking.matching.copies.conclusion import mirrored
from provenance.linking.quotations import quotations
from provenance.linking.words import Words, folded_words
from provenance.model import Quotation, Reading, Span

SENTENCES = [f"{sentence.strip()}." for text in (LIGHTHOUSE, BAKERY, SWAPPED) for sentence in text.split(".\n")]
NEWS = st.lists(st.sampled_from([*SENTENCES, "\n\n", "© All rights reserved", "“"]), max_size=8).map(" ".join)
FEW_WORDS = st.lists(st.sampled_from("a b c d “a\n".split()), max_size=300).map(" ".join)
TEXTS = st.one_of(NEWS, FEW_WORDS, st.text())


def read(key: str, text: str) -> Reading:
    attributions = (said(text, text, text, (), quotation=Quotation.MIXED),)
    return reading(key, f"{key} Post", None, text, attributions=attributions)


@settings(deadline=None)
@given(TEXTS)
def test_keys_are_64_bits_signed(text: str) -> None:
    found = keys(text)
    assert found == keys(text)
    assert all(-(2**63) <= key < 2**63 for key in found)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_passages_lie_in_the_texts_and_agree(left: str, right: str) -> None:
    for one in aligned(left, right):
        ours, theirs = (folded_words(text[slice(*span)]) for text, span in ((left, one.left), (right, one.right)))
        assert 0 <= one.left.start < one.left.end <= len(left)
        assert 0 <= one.right.start < one.right.end <= len(right)
        assert LEAST_WORDS <= one.words <= _in_order(ours, theirs)
        assert LEAST_WORDING <= one.wording <= 1


@settings(deadline=None)
@given(NEWS)
def test_a_text_is_all_of_itself(text: str) -> None:
    count = len(folded_words(text))
    assert sum(one.words for one in aligned(text, text)) == (count if count >= LEAST_WORDS else 0)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_seeds_are_few(left: str, right: str) -> None:
    ours, theirs = folded_words(left), folded_words(right)
    assert len(seeds(ours, theirs)) <= MOST_PLACES * min(len(ours), len(theirs))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_judgement_is_mirrored(left: str, right: str) -> None:
    ours, theirs = read("a", left), read("b", right)
    found, other = judged(ours, theirs), judged(theirs, ours)
    assert (found and mirrored(found)) == other
    assert found == (other and mirrored(other))
    assert not (found and other) or links(found) == links(other)
    assert quotes.compare(ours, theirs) == quotes.compare(theirs, ours)


@settings(deadline=None)
@given(TEXTS)
def test_quotations_and_words_lie_in_the_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in quotations(text, Span(0, len(text))))
    words = Words(text)
    assert [text[slice(*span)].casefold() for span in words.spans] == words.folded


def _in_order(left: list[str], right: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(right) + 1)
    for word in left:
        before = 0
        for column, other in enumerate(right, start=1):
            before, row[column] = row[column], before + 1 if word == other else max(row[column], row[column - 1])
    return row[-1]

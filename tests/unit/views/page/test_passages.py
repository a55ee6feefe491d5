"""Words in their paragraph: no more, no less, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, Span
from provenance.views.diagram.model import Proof
from provenance.views.page.passages import WIDEST, passage

TEXT = (
    "The trust met on Monday.\n\nIts chair, Ilse Maren, told Northwire that it would sell. She left.\n\nNobody asked."
)


def marked(text: str, *words: str) -> list[tuple[str, bool]]:
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in words)
    found = passage(Proof("", "a", spans), Article("a", text))
    return [piece for piece in found.pieces if piece[0]]


def test_the_words_are_marked_in_their_own_paragraph() -> None:
    assert marked(TEXT, "told Northwire") == [
        ("Its chair, Ilse Maren, ", False),
        ("told Northwire", True),
        (" that it would sell. She left.", False),
    ]


def test_words_that_lie_apart_are_marked_apart() -> None:
    assert [words for words, is_proof in marked(TEXT, "Ilse Maren", "told") if is_proof] == ["Ilse Maren", "told"]


def test_a_paragraph_without_end_is_cut_and_says_so() -> None:
    pieces = marked("rain and " * 500 + "told us " + "snow and " * 500, "told us")
    assert pieces[0] == ("…", False)
    assert pieces[-1][0].endswith("…")
    assert sum(len(words) for words, _ in pieces) <= 2 * WIDEST + 20


def test_what_no_text_shows_has_no_pieces() -> None:
    assert passage(Proof("the only article by Kestrel Wire"), None).pieces == ()


@given(st.text(st.characters(exclude_characters="\r"), min_size=1, max_size=60), st.data())
def test_all_of_the_paragraph_is_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = passage(Proof("", "a", (Span(start, end),)), Article("a", text)).pieces
    assert len("".join(words for words, is_proof in pieces if is_proof)) <= end - start
    assert "\n" not in "".join(words for words, is_proof in pieces if not is_proof)

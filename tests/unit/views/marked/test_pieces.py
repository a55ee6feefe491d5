"""Marks in a text, nested, divided and across each other."""

from __future__ import annotations

from corpus import at, said
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Attribution, Quotation, Span
from provenance.views.marked.pieces import Piece, marked, paragraphs

TEXT = "Ann said Bob said rain is due.\n\nIt is, she added, certain."


def test_one_statement_in_another() -> None:
    outer = said(TEXT, "Bob said rain is due", "said", ())
    inner = Attribution(at(TEXT, "rain is due"), (Span(13, 17),), at(TEXT, "Bob"), Quotation.INDIRECT, (), 0.9)
    [first, second] = paragraphs(TEXT, [outer, inner])
    assert first[-2] == Piece("rain is due", (1, 2), ("content",), 2, (2,))
    assert [piece.words for piece in first if "source" in piece.parts] == ["Bob"]
    assert second == [Piece("It is, she added, certain.")]


def test_a_divided_statement_begins_once() -> None:
    one = Attribution(at(TEXT, "It is", "certain"), at(TEXT, "added"), at(TEXT, "she"), Quotation.INDIRECT, (), 0.9)
    [_, second] = paragraphs(TEXT, [one])
    assert [(piece.words, piece.parts) for piece in second if piece.of] == [
        ("It is", ("content",)),
        ("she", ("source",)),
        ("added", ("cue",)),
        ("certain", ("content",)),
    ]
    assert [piece.words for piece in second if piece.begins] == ["It is"]
    assert [piece.words for piece in second if piece.resumes] == ["certain"]


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))


@given(
    st.text(st.sampled_from("ab \n\t.“"), max_size=30),
    st.lists(st.tuples(*[st.lists(spans, max_size=3).map(tuple)] * 3), max_size=4),
)
def test_no_word_is_lost_or_told_twice(text: str, parts: list[tuple[tuple[Span, ...], ...]]) -> None:
    attributions = [Attribution(*each, Quotation.INDIRECT, (), 0.9) for each in parts]
    shown = "".join(piece.words for paragraph in paragraphs(text, attributions) for piece in paragraph)
    assert "".join(shown.split()) == "".join(text.split())
    assert "".join(words for words, _ in marked(text, tuple(Span(0, 2) for _ in parts))) == text

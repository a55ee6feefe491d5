"""Any two texts compare without error, a text with itself without a change, and every change is words of both."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from provenance.documents.lexicon import lexicon
from provenance.documents.quantities import quantities
from provenance.trace.wordings import compared

PHRASES = (
    *(" ".join(phrase) for phrase in lexicon().hedges),
    *lexicon().sides,
    *lexicon().negations,
    *lexicon().number_words,
    *lexicon().scales,
    *("1,200", "5.28%", "$3", "2019", "a", "and", "the", "close", "ships", "May", "\u2028", "½", "9" * 40, ",", "."),
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PHRASES), max_size=14).map(" ".join))


@given(TEXTS, TEXTS)
def test_every_change_is_words_of_both(before: str, after: str) -> None:
    for change in compared(before, after):
        assert change.before == before[slice(*change.before_at)] != ""
        assert change.after == after[slice(*change.after_at)] != ""


@given(TEXTS)
def test_the_same_is_no_change(text: str) -> None:
    assert compared(text, text) == ()


@given(TEXTS)
def test_quantities_stand_in_order_and_apart(text: str) -> None:
    places = [one.at for one in quantities(text)]
    assert all(one.end <= other.start for one, other in itertools.pairwise(places))

"""One pass over a text: the same on however many threads, in bounded windows, and for texts up to a length."""

from __future__ import annotations

import numpy as np
import pytest

from provenance.encoder import encoder as room
from provenance.encoder.encoder import check_length, encoder
from provenance.encoder.labels import LEVELS, OUTPUTS, TAGS, WIDTH
from provenance.encoder.meaning import meaning, meanings
from provenance.encoder.windows import windows
from provenance.errors import InputError
from provenance.model import Attribution, Hop, Kind, Quotation, Relation, Span

TEXT = "\n\n".join(f"The dam will close on day {n}, the clerk Ada Brunt said in Harl." for n in range(60))
NOBODY = Hop("unspecified", Kind.UNSPECIFIED, Relation.SAID)


def said(*content: Span) -> Attribution:
    return Attribution(content, (), (), Quotation.INDIRECT, (NOBODY,), 0.5)


def test_a_pass_holds_every_word_once() -> None:
    encoded = encoder(1).encode(TEXT)
    count = len(encoded.tokens)
    assert len(list(windows(encoded.tokens))) > 1
    assert encoded.scores.tags.shape == (count, LEVELS, TAGS)
    assert encoded.links.vectors.shape == (count, OUTPUTS["links"])
    assert encoded.states.shape == (count, WIDTH)
    assert np.isfinite(encoded.states).all()


def test_each_word_is_read_by_the_window_whose_core_it_stands_in() -> None:
    encoded = encoder(1).encode(TEXT)
    core, window = list(windows(encoded.tokens))[1]
    alone = encoder(1).session.run(*room.window_of(encoded.tokens, core, window))[2]
    assert np.array_equal(encoded.states[slice(*core)], alone)


def test_the_number_of_threads_changes_nothing() -> None:
    one, two = encoder(1).encode(TEXT), encoder(2).encode(TEXT)
    assert np.array_equal(one.scores.tags, two.scores.tags)
    assert np.array_equal(one.links.vectors, two.links.vectors)
    assert np.array_equal(one.states, two.states)


def test_a_text_without_words_has_nothing_of_each() -> None:
    encoded = encoder(1).encode(" \n ")
    assert len(encoded.tokens) == len(encoded.states) == 0
    assert not meaning(encoded).any()
    assert not meanings(encoded, [said(Span(0, 1))]).any()


def test_what_a_statement_means_is_the_mean_of_its_words() -> None:
    encoded = encoder(1).encode(TEXT)
    spans = Span(0, 13), Span(14, 22)
    [made] = meanings(encoded, [said(*spans)])
    assert np.array_equal(made, encoded.tables.meaning(encoded.states[:5].mean(axis=0)))
    assert meanings(encoded, []).shape == (0, WIDTH)
    assert np.linalg.norm(meaning(encoded)) == pytest.approx(1)


@pytest.mark.parametrize(("text", "count"), [("dam, 1,5 €", 6), ("水坝 x", 3), ("a_b", 3), ("Ünwörter’s", 3)])
def test_the_length_of_a_text_is_its_words_and_marks(text: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(encoder(1).encode(text).tokens) == count
    monkeypatch.setattr(room, "LONGEST", count)
    check_length(text)
    monkeypatch.setattr(room, "LONGEST", count - 1)
    with pytest.raises(InputError, match=rf"too long: {count} words and marks, and at most {count - 1} are read"):
        encoder(1).encode(text)

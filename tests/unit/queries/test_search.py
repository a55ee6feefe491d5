"""The claims nearest to a text: by words in common, by meaning where there are vectors, as people put them together."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from corpus import STORY, hop, reading, said

from provenance import Library
from provenance.candidates import Candidates
from provenance.corpus import Corpus
from provenance.errors import NotFoundError, UsageError
from provenance.model import Kind, Relation
from provenance.queries.search import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.model import Reading

CLAIM = "the council will pay for a new tram line to the harbour"


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library.memory() as library:
        for one in (*STORY, *_tram()):
            library.add(one)
        yield library


def _tram() -> Iterator[Reading]:
    for key in ("tram", "rails"):
        text = f"Orla Pint told the {key} desk that {CLAIM}."
        pint = hop(text, "Orla Pint", Kind.PERSON, Relation.TOLD, "Orla Pint")
        yield reading(key, f"{key} Post", "2031-02-03", text, attributions=(said(text, CLAIM, "told", (pint,)),))


def test_the_nearest_claim_comes_first_with_all_its_articles(library: Library) -> None:
    first, *_ = library.find("who pays for trams to the docks")
    assert (first.text, first.articles) == (CLAIM, ("rails", "tram"))
    assert library.trace(first.claim).statements


def test_each_claim_is_given_once_and_no_more_than_the_limit(library: Library) -> None:
    found = library.find("the dam will be drained, and a tram line to the harbour paid for")
    assert len({one.claim for one in found}) == len(found) > 1
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert library.find("the dam will be drained, and a tram line to the harbour paid for", limit=1) == found[:1]


def test_without_vectors_the_words_alone_decide(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.encoder.meaning.meaning", _fail)
    with closing(Candidates.memory()) as candidates:
        first, *_ = nearest(Corpus(library._store), "who pays for trams to the docks", candidates, 10)
    assert first.text == CLAIM


def test_a_text_that_shares_no_word_is_near_to_nothing(library: Library) -> None:
    assert library.find("purple elephants") == []


def test_a_text_without_words_makes_no_sense(library: Library) -> None:
    with pytest.raises(UsageError, match="'…' holds no words to look for: say who does what"):
        library.find("…")


def test_a_trace_of_what_nothing_surely_makes_names_the_nearest(library: Library) -> None:
    with pytest.raises(NotFoundError) as refused:
        library.trace("tram drivers want nine crowns from the council")
    assert str(refused.value) == (
        "no article in the store surely makes the claim 'tram drivers want nine crowns from the council'; the nearest "
        f"is '{CLAIM}' (2 articles): try its words, or 'provenance find TEXT'"
    )
    with pytest.raises(NotFoundError, match="'purple elephants': try fewer words, or other ones"):
        library.trace("purple elephants")


def test_what_people_took_out_of_a_claim_and_what_they_rejected() -> None:
    with Library.memory() as library:
        for one in _tram():
            library.add(one)
        [claim] = library.find(CLAIM)
        one, other = (statement.id for statement in next(library.claims()).statements)
        split = library.review.split([claim.claim, other], by="Ilse Maren")
        assert sorted(near.articles for near in library.find(CLAIM)) == [("rails",), ("tram",)]
        library.review.undo(split.id, by="Ilse Maren")
        library.review.reject(one, by="Ilse Maren")
        [left] = library.find(CLAIM)
        assert len(left.articles) == 1


def test_the_candidates_of_a_store_are_read_and_may_be_missing_or_damaged(tmp_path: Path) -> None:
    with Library.open(tmp_path / "store") as library:
        for one in _tram():
            library.add(one)
        found = library.find(CLAIM)
    with Library.open(tmp_path / "store", mode="r") as library:
        assert library.find(CLAIM) == found
    links = tmp_path / "store" / "links.sqlite"
    links.write_bytes(b"no database")
    with Library.open(tmp_path / "store", mode="r") as library:
        [by_words_only] = library.find(CLAIM)
    links.unlink()
    with Library.open(tmp_path / "store", mode="r") as library:
        assert library.find(CLAIM) == [by_words_only]
    assert not links.exists()
    assert by_words_only.claim == found[0].claim


def _fail(text: str) -> None:
    raise AssertionError(text)

"""A statement makes one claim, whoever is asked: `claims`, `find`, `compare` and `trace`, whatever people decided."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from corpus import STORY, hop, reading, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance import Library, text
from provenance.corpus import Corpus
from provenance.decisions import Correction, Field
from provenance.errors import UsageError
from provenance.iris import attribution_iri_of, claim_iri
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Reading

TRAM = "The council will pay for a new tram line to the harbour"


def _tram() -> Iterator[Reading]:
    for number, key in enumerate(("tram", "rails", "docks")):
        words = f"{TRAM}, Orla Pint told the {key} desk."
        pint = hop(words, "Orla Pint", Kind.PERSON, Relation.TOLD, "Orla Pint")
        one = said(words, TRAM, "told", (pint,))
        yield reading(key, f"{key} Post", f"2031-02-0{number + 1}", words, attributions=(one,))


CORPUS = (*STORY[:4], STORY[-1], *_tram())


def filled(*, joined: bool) -> Library:
    library = Library.memory()
    for one in CORPUS:
        if joined:
            library.add(one)
        else:
            library._store.add(one)
    return library


@pytest.fixture(scope="module", params=[True, False], ids=["joined", "not joined"])
def library(request: pytest.FixtureRequest) -> Iterator[Library]:
    with filled(joined=request.param) as library:
        yield library


def statements(library: Library) -> list[str]:
    return [
        attribution_iri_of(one) for run in library._store.runs() for one in Corpus(library._store).statements_in(run)
    ]


def listed(library: Library) -> dict[str, str]:
    """Every statement with its claim, as `claims` has it."""
    found: dict[str, str] = {}
    for claim in library.claims():
        assert claim.statements
        for one in claim.statements:
            assert one.id not in found
            found[one.id] = claim.id
    return found


def told_alike(library: Library) -> dict[str, str]:
    """Check that everyone says the same; every statement with its claim."""
    home = listed(library)
    assert set(home) == set(statements(library))
    corpus = Corpus(library._store)
    made: dict[str, set[str]] = {}
    for iri, claim in home.items():
        made.setdefault(claim, set()).add(iri)
        assert corpus.claim_of(iri) == claim
    for claim, members in made.items():
        assert {attribution_iri_of(one) for one in corpus.statements_of(claim)} == members
        trace = library.trace(claim)
        started = {attribution_iri_of(one) for one in trace.statements[: len(members)]}
        assert started == members
    for left, right in pairwise(sorted(row.key for row in library.articles())):
        both = library.compare(left, right)
        sides = [*both.left_only, *both.right_only, *(one for pair in both.shared for one in (pair.left, pair.right))]
        assert {one.id: one.claim for one in sides}.items() <= home.items()
    keys = {one.id: one.key for claim in library.claims() for one in claim.statements}
    for asked in (TRAM, "the Tarsk dam will be drained before spring"):
        for near in library.find(asked, limit=50):
            assert set(near.articles) == {keys[iri] for iri in made[near.claim]}
    return home


def undo_all(library: Library) -> None:
    for held in library.review.decisions():
        if held.decision.undone is None:
            library.review.undo(held.decision.id, by="Ada")


def test_as_the_program_found_it(library: Library) -> None:
    told_alike(library)


@pytest.mark.parametrize("which", range(3))
def test_a_statement_that_was_split_off_makes_a_claim_of_its_own(library: Library, which: int) -> None:
    """Also the one that gives the claim its name."""
    claim = next(one for one in library.claims() if one.text == TRAM)
    leaving = claim.statements[which].id
    decided = library.review.split([claim.id, leaving], by="Ada")
    home = told_alike(library)
    rest = {one.id for one in claim.statements} - {leaving}
    assert home[leaving] == claim_iri(leaving)
    assert len({home[iri] for iri in rest}) == 1
    assert home[leaving] not in {home[iri] for iri in rest}
    library.review.undo(decided.id, by="Ada")
    assert {told_alike(library)[one.id] for one in claim.statements} == {claim.id}


def test_claims_that_were_merged_are_one_which_answers_to_both_names(library: Library) -> None:
    tram = next(one for one in library.claims() if one.text == TRAM)
    other = next(one for one in library.claims() if one.text != TRAM)
    library.review.merge([tram.id, other.id], by="Ada")
    home = told_alike(library)
    members = {one.id for one in (*tram.statements, *other.statements)}
    assert len({home[iri] for iri in members}) == 1
    for name in (tram.id, other.id):
        assert {attribution_iri_of(one) for one in library.trace(name).statements} >= members
    leaving = tram.statements[1].id
    library.review.split([tram.id, leaving], by="Ada")
    home = told_alike(library)
    assert [iri for iri, claim in home.items() if claim == home[leaving]] == [leaving]
    assert len({home[iri] for iri in members - {leaving}}) == 1
    undo_all(library)


def test_what_was_rejected_or_corrected_keeps_the_claim(library: Library) -> None:
    claim = next(one for one in library.claims() if one.text == TRAM)
    first, second, third = (one.id for one in claim.statements)
    library.review.reject(first, by="Ada")
    library.review.correct(second, [Correction(Field.CONTENT, "4-20")], by="Ada")
    home = told_alike(library)
    assert first not in home
    assert home[second] == home[third] == claim.id
    undo_all(library)


def test_names_do_not_change_with_a_stemmer(monkeypatch: pytest.MonkeyPatch) -> None:
    def names() -> dict[str, str]:
        with filled(joined=False) as library:
            return listed(library)

    before = names()
    monkeypatch.setattr(text, "_stem", lambda word: word[:4])
    after = names()
    assert max(map(list(before.values()).count, before.values())) >= 3
    assert before == after


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_was_decided(library: Library, data: st.DataObject) -> None:
    everyone = sorted(statements(library))
    pairs = st.lists(st.sampled_from(everyone), min_size=2, max_size=2, unique=True)
    actions = st.sampled_from(["merge", "split", "confirm", "reject", "no statement"])
    drawn = data.draw(st.lists(st.tuples(actions, pairs, st.booleans()), min_size=1, max_size=5))
    try:
        for action, (one, other), by_claim in drawn:
            decide(library, action, listed(library).get(one, one) if by_claim else one, other)
        told_alike(library)
    finally:
        undo_all(library)


def decide(library: Library, action: str, claim: str, other: str) -> None:
    """What makes no sense, such as to split the last statement off, is not decided."""
    review = library.review
    with suppress(UsageError):
        match action:
            case "merge":
                review.merge([claim, other], by="Ada")
            case "split":
                review.split([claim, other], by="Ada")
            case "confirm":
                review.confirm(other, by="Ada", of=claim)
            case "reject":
                review.reject(other, by="Ada", of=claim)
            case _:
                review.reject(other, by="Ada")

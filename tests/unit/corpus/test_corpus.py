"""The store as people decided it: what it says, and what it must not read to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from corpus import CLAIM, STORY
from decided import iri
from hypothesis import given
from hypothesis import strategies as st

from provenance import Library
from provenance.corpus import Corpus
from provenance.iris import attribution_iri_of, claim_iri
from provenance.model import Judgement, Link, LinkKind
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

NOWHERE = claim_iri("gone")


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.memory() as library:
        for one in STORY:
            library.add(one)
        yield library


def members(corpus: Corpus, claim: str | None) -> set[str]:
    return set(map(attribution_iri_of, corpus.statements_of(claim or "")))


def test_to_make_one_reads_nothing() -> None:
    Corpus(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("decided", [False, True])
def test_a_trace_looks_through_no_store(library: Library, decided: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    claim = next(library.claims()).id
    if decided:
        library.review.merge([iri("kestrel"), iri("record")], by="Ada")
        library.review.split([claim, iri("ostra")], by="Ada")

    def refused(*_: object, **__: object) -> Any:
        raise AssertionError

    for question in ("claims", "readings", "runs", "articles", "sources", "links", "counts"):
        monkeypatch.setattr(Store, question, refused)
    assert library.trace(claim).statements
    assert library.trace(CLAIM).statements
    assert library.trace(iri("ostra")).statements


def test_decisions_are_read_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.review.split([iri("kestrel"), iri("ostra")], by="Ada")
    read, decisions = [], library._store.decisions
    monkeypatch.setattr(library._store, "decisions", lambda: read.append(1) or decisions())
    corpus = Corpus(library._store)
    for claim, statements in corpus.claims():
        assert members(corpus, claim) == set(map(attribution_iri_of, statements))
    assert read == [1]


def test_what_is_not_there(library: Library) -> None:
    corpus = Corpus(library._store)
    assert corpus.claim_of(f"{iri('ostra')}x") is None
    assert corpus.statements_of(NOWHERE) == []


def test_a_claim_answers_to_the_name_of_each_of_its_statements(library: Library) -> None:
    corpus = Corpus(library._store)
    for claim, statements in corpus.claims():
        for one in statements:
            assert members(corpus, claim_iri(attribution_iri_of(one))) == members(corpus, claim)


def test_rejected_statements_make_a_claim_and_are_not_among_its_statements(library: Library) -> None:
    claim = Corpus(library._store).claim_of(iri("ostra"))
    library.review.reject(iri("ostra"), by="Ada")
    corpus = Corpus(library._store)
    assert corpus.rejected == {iri("ostra")}
    assert corpus.claim_of(iri("ostra")) == claim
    assert iri("ostra") in {one.attribution for one in corpus.made(claim or "")}
    assert iri("ostra") not in members(corpus, claim)


def test_undecided_links_are_those_that_nobody_decided(library: Library) -> None:
    half = (Judgement.UNDECIDED, "words", 0.5, 0.5, "half of the words")
    links = [Link(LinkKind.SHARED_QUOTE, iri("ostra"), iri(key), *half) for key in ("ledger", "record")]
    library._store.write_links(links)
    waiting = set(Corpus(library._store).links(Judgement.UNDECIDED))
    assert waiting >= set(links)
    library.review.confirm(next(one.id for one in library.review.undecided() if one.link == links[0]), by="Ada")
    assert set(Corpus(library._store).links(Judgement.UNDECIDED)) == waiting - {links[0]}
    assert {one.judgement for one in Corpus(library._store).links_of(iri("ledger")) if one.method == "reviewed"} == {
        Judgement.SAME
    }


ORDERS = st.permutations(STORY[:5])


@given(ORDERS)
def test_names_do_not_depend_on_the_order_of_arrival(order: list[Any]) -> None:
    """Statements that were not joined, also where people put two claims together."""

    def named(readings: list[Any]) -> dict[str, str | None]:
        with Store.memory() as store:
            for one in readings:
                store.add(one)
            Library(store).review.merge([iri("kestrel"), iri("northgate")], by="Ada")
            corpus = Corpus(store)
            return {iri(one.article.key): corpus.claim_of(iri(one.article.key)) for one in STORY[:5]}

    assert named(order) == named(list(STORY[:5]))

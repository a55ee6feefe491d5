"""Of what is kept the whole graph is made: for exports, CONSTRUCT and DESCRIBE, and for the queries that ask for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from corpus import CLAIM, STORY
from kept import filled, older
from pyoxigraph import NamedNode

from provenance import Library
from provenance.errors import NotFoundError
from provenance.iris import article_iri
from provenance.model import Derivation, Hyperlink, Kind, Relation, Span
from provenance.rdf import mapping
from provenance.rdf.mapping import link_quads
from provenance.rdf.vocabulary import INFERRED, OA, PV
from provenance.rdf.whole import as_kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINKED = replace(
    STORY[0],
    article=replace(STORY[0].article, hyperlinks=(Hyperlink(Span(0, 5), "https://dam.example/report"),)),
    derivations=(Derivation("Kestrel Wire", Kind.WIRE, Relation.REPUBLISHED, evidence=((Span(0, 3)),)),),
)
EVERY = (LINKED, *STORY[1:])
WORDS = "SELECT ?words { ?hop pv:evidence/oa:hasSelector/oa:exact ?words }"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    place = filled(tmp_path_factory.mktemp("whole") / "store", EVERY)
    with Library.open(place, mode="r") as library:
        yield library


def triples(quads: Any) -> set[str]:
    return {str(quad.triple) for quad in quads}


def test_every_quad_is_told_and_a_third_is_kept(library: Library) -> None:
    store = library._store
    told = set(store.quads())
    at = {run: store.read_at(run) for run in store.runs()}
    for run in store.runs():
        made = set(as_kept(mapping.quads(store.reading(run), at[run])).quads())
        assert {quad for quad in told if quad.graph_name.value == run} == made
    links = {quad for link in store.links() for quad in as_kept(link_quads(link)).quads()}
    assert links
    assert links < told
    assert not any(quad.predicate.value == PV.packed for quad in told)
    assert 2.3 * len(store._graph) < len(told)


def test_a_store_of_the_older_format_tells_the_same(library: Library, tmp_path: Path) -> None:
    place = older(filled(tmp_path / "store", EVERY))
    with Library.open(place, mode="r") as before:
        read = {quad for quad in before._store.quads() if "endedAtTime" not in quad.predicate.value}
    assert read == {quad for quad in library._store.quads() if "endedAtTime" not in quad.predicate.value}


def test_construct_sees_the_whole_graph(library: Library) -> None:
    found = library.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }").graph
    assert found is not None
    assert len(found) == len(triples(library._store.quads()))


def test_construct_from_one_graph_sees_that_alone(library: Library) -> None:
    run = library._store.runs()[0]
    for asked in (f"FROM <{run}> {{ ?s ?p ?o }}", f"FROM NAMED <{run}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"):
        found = library.query(f"CONSTRUCT {{ ?s ?p ?o }} {asked}").graph
        assert found is not None
        assert len(found) == len(triples(library._store.quads(run)))


def test_describe_says_all_of_whatever_is_named(library: Library) -> None:
    """Also of passages, selectors and cited statements, which are not in the files."""
    told: dict[str, set[str]] = {}
    for quad in library._store.quads():
        told.setdefault(quad.subject.value, set()).add(str(quad.triple))
    subjects = sorted(told)[::9]
    subjects += [next(one for one in told if one.endswith(end)) for end in ("/quote", "/position", "/cited/0")]
    subjects += [quad.subject.value for quad in library._store.quads() if quad.object == NamedNode(PV.Hyperlink)]
    for subject in subjects:
        found = library.query(f"DESCRIBE <{subject}>").graph
        assert found is not None
        assert len(found) == len(told[subject]), subject


def test_select_sees_what_is_kept(library: Library) -> None:
    assert list(library.query(WORDS)) == []
    assert list(library.query("SELECT ?words { ?said a pv:Statement ; schema:text ?words }"))


@pytest.mark.parametrize("named", ["kestrel", article_iri(LINKED.article)])
def test_one_article_is_asked_whole(library: Library, named: str) -> None:
    words = {str(row[0]) for row in library.query(WORDS, full=named)}
    text = LINKED.article.text
    shown = {span for one in LINKED.attributions for hop in one.chain for span in hop.evidence}
    assert words >= {text[start:end] for start, end in shown}
    graphs = {str(row[0]) for row in library.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", full=named)}
    assert len(graphs) == 1


def test_one_claim_is_asked_whole(library: Library) -> None:
    articles = list(library.query("SELECT DISTINCT ?a { ?a a schema:NewsArticle }", full=CLAIM))
    assert 1 < len(articles) < len(EVERY) + 1
    assert list(library.query(WORDS, full=CLAIM))


def test_what_is_neither_is_not_found(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.query(WORDS, full="zebras in the botanical garden of Quito")


def test_nothing_else_of_the_inferred_graph_changes(library: Library) -> None:
    claims = {quad.object.value for quad in library._store.quads(INFERRED) if quad.predicate.value == PV.expresses}
    types = list(library.query("SELECT ?claim { ?claim a schema:Claim }"))
    assert {str(row[0]) for row in types} == claims
    assert OA.exact not in {quad.predicate.value for quad in library._store.quads(INFERRED)}

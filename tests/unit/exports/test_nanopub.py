"""A nanopublication by the rules of https://nanopub.net/guidelines, asked in SPARQL over what rdflib reads."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from corpus import STORY
from decided import iri
from rdflib import RDF, Dataset, Literal, URIRef
from rdflib.term import BNode

from provenance import Library
from provenance.decisions import Correction, Field
from provenance.errors import UsageError
from provenance.exports.nanopub import DCT, NP
from provenance.rdf.vocabulary import GRASP, PREFIXES, PROV, PV, SCHEMA

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph)[. ]:DeprecationWarning")
NORTHGATE = iri("northgate")
ORCID = "https://orcid.example/0000-0002-1825-0097"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture
def library() -> Library:
    library = Library.memory()
    for reading in STORY[:2]:
        library.add(reading)
    return library


@pytest.fixture
def written(library: Library) -> str:
    library.review.confirm(NORTHGATE, by="Ada", note="heard the tape")
    stream = BytesIO()
    library.nanopub(NORTHGATE, stream, ORCID, LICENCE)
    return stream.getvalue().decode()


@pytest.fixture
def dataset(written: str) -> Dataset:
    dataset = Dataset(default_union=True)
    dataset.parse(data=written, format="trig")
    return dataset


def asked(dataset: Dataset, query: str) -> list[tuple[str, ...]]:
    prefixes = "".join(f"PREFIX {name}: <{one}>\n" for name, one in {**PREFIXES, "np": NP, "dct": DCT}.items())
    return [tuple(map(str, row)) for row in dataset.query(prefixes + query)]


def parts(dataset: Dataset) -> tuple[str, ...]:
    """The nanopublication, its head, assertion, provenance and publication info."""
    [found] = asked(
        dataset,
        "SELECT ?np ?head ?a ?p ?i { GRAPH ?head { ?np a np:Nanopublication; np:hasAssertion ?a; "
        "np:hasProvenance ?p; np:hasPublicationInfo ?i } }",
    )
    return found


def test_one_head_names_three_other_graphs_and_there_is_nothing_else(dataset: Dataset) -> None:
    np, *graphs = parts(dataset)
    assert len({np, *graphs}) == 5
    filled = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert filled == set(graphs)
    assert len(dataset.graph(URIRef(graphs[0]))) == 4, "the head says no more"
    assert {graph.startswith(f"{np}#") for graph in graphs} == {True}


def test_provenance_is_of_the_assertion_and_publication_info_of_the_publication(dataset: Dataset) -> None:
    np, _, assertion, provenance, info = map(URIRef, parts(dataset))
    assert (assertion, URIRef(PROV.wasDerivedFrom), None) in dataset.graph(provenance)
    assert set(dataset.graph(info).subjects()) == {np}
    [created] = dataset.graph(info).objects(np, URIRef(f"{DCT}created"))
    assert isinstance(created, Literal)
    assert created.toPython() <= datetime.now(UTC)
    assert (np, URIRef(f"{DCT}creator"), URIRef(ORCID)) in dataset.graph(info)
    assert (np, URIRef(f"{DCT}license"), URIRef(LICENCE)) in dataset.graph(info)


def test_there_are_no_blank_nodes(dataset: Dataset) -> None:
    assert not [term for quad in dataset.quads() for term in quad[:3] if isinstance(term, BNode)]


def test_the_assertion_is_the_attribution_with_its_chain(dataset: Dataset) -> None:
    graph = dataset.graph(URIRef(parts(dataset)[2]))
    sources = {str(graph.value(one, URIRef(SCHEMA.name))) for one in graph.objects(None, URIRef(GRASP.wasAttributedTo))}
    assert sources == {"Kestrel Wire", "two officials"}
    [statement] = graph.subjects(RDF.type, URIRef(PV.Statement))
    assert str(graph.value(statement, URIRef(SCHEMA.text))) == "The Tarsk dam will be drained before spring"


def test_its_provenance_names_the_article_the_reading_and_who_confirmed_it(dataset: Dataset) -> None:
    provenance = parts(dataset)[3]
    rows = asked(
        dataset,
        f"SELECT ?url ?software ?by {{ GRAPH <{provenance}> {{ ?a prov:wasDerivedFrom ?text; prov:wasGeneratedBy ?run;"
        " prov:wasInfluencedBy ?decision . ?text prov:specializationOf ?article . ?article schema:url ?url ."
        " ?run prov:wasAssociatedWith/schema:name ?software . ?decision a pv:Confirmation;"
        " prov:wasGeneratedBy/prov:wasAssociatedWith/schema:name ?by } }",
    )
    assert rows == [("https://northgate.example/dam", "by hand", "Ada")]


def test_the_text_of_the_article_is_not_in_it(written: str) -> None:
    assert STORY[1].article.text not in written


def test_without_a_creator_it_is_who_confirmed_it(library: Library) -> None:
    library.review.confirm(NORTHGATE, by="Ada")
    stream = BytesIO()
    library.nanopub(NORTHGATE, stream)
    dataset = Dataset(default_union=True)
    dataset.parse(data=stream.getvalue().decode(), format="trig")
    assert asked(dataset, "SELECT ?name { ?np dct:creator ?who . ?who schema:name ?name }") == [("Ada",)]
    assert not asked(dataset, "SELECT ?l { ?np dct:license ?l }")


class TestRefused:
    def refused(self, library: Library, **more: str) -> str:
        stream = BytesIO()
        with pytest.raises(UsageError) as caught:
            library.nanopub(more.pop("statement", NORTHGATE), stream, **more)
        assert stream.getvalue() == b""
        return str(caught.value)

    def test_what_nobody_confirmed(self, library: Library) -> None:
        assert self.refused(library) == (
            f"{NORTHGATE} is not confirmed, nobody has decided on it: read it, then 'provenance confirm {NORTHGATE}'"
        )

    def test_what_was_confirmed_and_undone(self, library: Library) -> None:
        library.review.undo(library.review.confirm(NORTHGATE, by="Ada").id, by="Ada")
        assert "nobody has decided on it" in self.refused(library)

    def test_what_was_rejected_since(self, library: Library) -> None:
        library.review.confirm(NORTHGATE, by="Ada")
        library.review.reject(NORTHGATE, by="Bo")
        assert "the last decision on it is 'reject'" in self.refused(library)

    def test_what_was_corrected(self, library: Library) -> None:
        library.review.correct(NORTHGATE, [Correction(Field.NAME, "three officials")], by="Ada")
        library.review.confirm(NORTHGATE, by="Ada")
        assert "was corrected" in self.refused(library)

    @pytest.mark.parametrize(
        "statement", ["https://example.org/x", "the dam", "https://w3id.org/provenance-tracker/id/claim/00"]
    )
    def test_what_is_no_statement(self, library: Library, statement: str) -> None:
        assert "is no statement" in self.refused(library, statement=statement)

    @pytest.mark.parametrize("option", ["creator", "license_"])
    @pytest.mark.parametrize("given", ["me", "https://a b", "https://x/\udc80"])
    def test_a_creator_or_licence_that_is_no_iri(self, library: Library, option: str, given: str) -> None:
        library.review.confirm(NORTHGATE, by="Ada")
        assert "is no IRI" in self.refused(library, **{option: given})

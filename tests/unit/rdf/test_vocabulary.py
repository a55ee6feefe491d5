"""The terms the graph is written with: closed, declared and real."""

from enum import StrEnum

import pytest
from rdflib import OWL, RDF, RDFS, SDO, Graph, URIRef
from rdflib import PROV as RDFLIB_PROV
from rdflib import XSD as RDFLIB_XSD

from provenance.iris import VOCABULARY
from provenance.rdf import vocabulary
from provenance.rdf.vocabulary import GRASP, OA, PREFIXES, PROV, PV, SCHEMA, XSD
from provenance.resources import resource

PROPERTIES = {OWL.ObjectProperty, OWL.DatatypeProperty}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resource("ontology.ttl"))


def test_the_ontology_declares_exactly_the_terms_in_use(ontology: Graph) -> None:
    declared = {str(term) for term in ontology.subjects(RDF.type) if str(term).startswith(VOCABULARY)}
    assert declared == {str(term) for term in PV}


@pytest.mark.parametrize("term", PV, ids=lambda term: term.name)
def test_every_term_is_labelled_and_explained(ontology: Graph, term: PV) -> None:
    node = URIRef(term)
    assert len(set(ontology.objects(node, RDFS.label))) == 1
    [comment] = ontology.objects(node, RDFS.comment)
    assert str(comment).endswith(".")


def test_every_property_says_what_it_joins(ontology: Graph) -> None:
    for property_ in (term for kind in PROPERTIES for term in ontology.subjects(RDF.type, kind)):
        assert (property_, RDFS.domain, None) in ontology or (property_, RDFS.range, None) in ontology, property_


def test_every_value_belongs_to_a_declared_class(ontology: Graph) -> None:
    for value in ontology.subjects(RDF.type, OWL.NamedIndividual):
        classes = set(ontology.objects(value, RDF.type)) - {OWL.NamedIndividual}
        assert classes <= set(ontology.subjects(RDF.type, OWL.Class)), value


@pytest.mark.parametrize("terms", [vocabulary.RDF, XSD, PROV, SCHEMA, OA, GRASP, PV])
def test_a_term_is_named_as_its_iri_ends(terms: type[StrEnum]) -> None:
    bases = {term.removesuffix(term.name) for term in terms}
    assert len(bases) == 1
    assert bases <= set(PREFIXES.values())


@pytest.mark.parametrize("terms", [PROV, SCHEMA, PV])
def test_a_typo_raises(terms: type[StrEnum]) -> None:
    with pytest.raises(AttributeError):
        terms.wasDerivedFromm  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(("ours", "theirs"), [(PROV, RDFLIB_PROV), (SCHEMA, SDO), (XSD, RDFLIB_XSD)])
def test_borrowed_terms_are_in_their_vocabularies(ours: type[StrEnum], theirs: type) -> None:
    for term in ours:
        assert URIRef(term) in theirs, term


def test_graphs_of_later_layers_are_named() -> None:
    assert vocabulary.INFERRED != vocabulary.REVIEWED

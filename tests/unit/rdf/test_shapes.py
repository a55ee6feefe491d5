"""What the program writes conforms to the shapes it ships; what is maimed does not."""

import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from corpus import STORY, at, hop, reading, said
from kept import whole
from rdflib import RDF as RDF_
from rdflib import Dataset, Graph, Literal, URIRef

from provenance.errors import MissingExtraError
from provenance.model import Capture, Dated, Declaration, Derivation, Extractor, Kind, Quotation, Reading, Relation
from provenance.rdf.mapping import quads
from provenance.rdf.shapes import validate
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import GRASP, OA, PROV, PV, SCHEMA, XSD

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
TEXT = "“The sluice,” two engineers told Kestrel Wire in May, “had failed.”"
WIRE = hop(TEXT, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire")
ENGINEERS = hop(TEXT, "two engineers", Kind.ANONYMOUS, Relation.TOLD, "two engineers", anonymous=True)
EVERYTHING = reading(
    "sluice",
    "Daily Sluice",
    "2031-06-01",
    TEXT,
    title="Sluice failed",
    byline="Pell Arden",
    language="en",
    capture=Capture("a1" * 32, "https://sluice.example/dam", "2031-06-01T09:12:00Z"),
    declared=(Declaration("isBasedOn", "Kestrel Wire", "https://kestrel.example/1"),),
    derivations=(
        Derivation(
            "Kestrel Wire", Kind.WIRE, Relation.REPUBLISHED, url="https://kestrel.example/1", declared_in="isBasedOn"
        ),
    ),
    attributions=(
        replace(
            said(TEXT, "The sluice", "told", (WIRE, ENGINEERS), quotation=Quotation.DIRECT),
            content=at(TEXT, "The sluice", "had failed"),
            date=Dated("May", "2031-05", *at(TEXT, "May")),
        ),
    ),
)


def graph(*readings: Reading) -> Graph:
    n_triples = "".join(f"{quad.triple} .\n" for one in readings for quad in quads(one, NOON))
    return Graph().parse(data=n_triples, format="nt")


def test_the_story_conforms() -> None:
    result = validate(graph(EVERYTHING, *STORY))
    assert result.conforms, result.report


def test_a_contribution_and_an_agency_as_author_conform() -> None:
    helped = Derivation("Kestrel Wire", Kind.WIRE, Relation.CONTRIBUTED, declared_in="byline")
    article = replace(EVERYTHING.article, byline="Reuters Staff")
    result = validate(graph(replace(EVERYTHING, article=article, derivations=(helped,))))
    assert result.conforms, result.report


def test_a_store_conforms_after_revisions() -> None:
    with Store.memory() as store:
        for one in (EVERYTHING, replace(EVERYTHING, extractor=Extractor("by hand", "1.1"))):
            store.add(one)
        store.add(replace(EVERYTHING, article=replace(EVERYTHING.article, text=TEXT + " ")))
        result = validate(whole(store))
        assert result.conforms, result.report
        assert {PROV.wasRevisionOf, PROV.wasInvalidatedBy} <= {quad.predicate.value for quad in store.quads()}


def of_type(data: Graph, kind: str) -> URIRef:
    [*found] = data.subjects(RDF_.type, URIRef(kind))
    return min(URIRef(one) for one in found)


def last_relay(data: Graph) -> URIRef:
    """The relay to the engineers."""
    return next(URIRef(one) for one in data.subjects(URIRef(PV.relation), URIRef(PV.told)))


def without(data: Graph, subject: URIRef, predicate: str) -> None:
    assert (subject, URIRef(predicate), None) in data
    data.remove((subject, URIRef(predicate), None))


@pytest.mark.parametrize(
    ("kind", "predicate", "message"),
    [
        (PROV.Bundle, PROV.wasGeneratedBy, "A graph says which run made it."),
        (PROV.Activity, PROV.used, "A run read one snapshot."),
        (PROV.Activity, PROV.wasAssociatedWith, "A run names its extractor."),
        (PROV.Activity, PROV.endedAtTime, "A run says when it ended."),
        (SCHEMA.NewsArticle, SCHEMA.identifier, "An article has a key."),
        (OA.SpecificResource, OA.hasSource, "A passage stands in one snapshot."),
        (OA.SpecificResource, OA.hasSelector, "A passage is selected by its words and by its place."),
        (OA.TextQuoteSelector, OA.exact, "A passage has its words."),
        (OA.TextPositionSelector, OA.end, "A passage ends somewhere."),
        (PV.DividedPassage, SCHEMA.hasPart, "A divided passage has its parts."),
        (PV.Statement, SCHEMA.text, "A statement has its words."),
        (PV.Statement, PROV.wasDerivedFrom, "A statement was taken from someone."),
        (PV.AnonymousSource, SCHEMA.name, "A source has a name or a description."),
    ],
)
def test_a_thing_without_what_it_needs_does_not_conform(kind: str, predicate: str, message: str) -> None:
    data = graph(EVERYTHING)
    without(data, of_type(data, kind), predicate)
    result = validate(data)
    assert not result.conforms
    assert message in result.report


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        (GRASP.wasAttributedTo, "A hop has one source."),
        (GRASP.isAttributionFor, "A relay is for one thing."),
        (PROV.entity, "A hop cites one statement or report."),
        (PV.relation, "A hop says how the one before it got the statement."),
        (PV.confidence, "A hop's confidence lies between 0 and 1."),
        (PV.evidence, "A hop is shown by words, or by metadata."),
    ],
)
def test_a_hop_without_what_it_needs_does_not_conform(predicate: str, message: str) -> None:
    data = graph(EVERYTHING)
    without(data, last_relay(data), predicate)
    result = validate(data)
    assert not result.conforms
    assert message in result.report


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        (PV.confidence, Literal("1.5", datatype=URIRef(XSD.decimal)), "A hop's confidence lies between 0 and 1."),
        (PV.confidence, Literal("-0.1", datatype=URIRef(XSD.decimal)), "A hop's confidence lies between 0 and 1."),
        (PV.confidence, Literal("high"), "A hop's confidence lies between 0 and 1."),
        (PV.relation, URIRef(PV.Relation), "A hop says how the one before it got the statement."),
        (GRASP.wasAttributedTo, Literal("two engineers"), "A hop has one source."),
        (PV.evidence, URIRef("urn:x:elsewhere"), "A passage stands in one snapshot."),
    ],
)
def test_a_hop_with_a_wrong_value_does_not_conform(predicate: str, value: URIRef | Literal, message: str) -> None:
    data = graph(EVERYTHING)
    data.set((last_relay(data), URIRef(predicate), value))
    result = validate(data)
    assert not result.conforms
    assert message in result.report


def test_a_passage_starts_before_it_ends() -> None:
    data = graph(EVERYTHING)
    place = of_type(data, OA.TextPositionSelector)
    data.set((place, URIRef(OA.start), data.value(place, URIRef(OA.end)) or place))
    assert "A passage starts before it ends." in validate(data).report


def test_a_date_is_typed_and_shown_by_its_words() -> None:
    data = graph(EVERYTHING)
    [dated] = data.subjects(URIRef(SCHEMA.dateCreated))
    data.set((dated, URIRef(SCHEMA.dateCreated), Literal("May")))
    data.remove((dated, URIRef(PV.dateWords), None))
    report = validate(data).report
    assert "A date is a day, a month or a year." in report
    assert "A date is shown by the words it was read from." in report


def test_a_source_of_no_known_kind_does_not_conform() -> None:
    data = graph(EVERYTHING)
    source = of_type(data, PV.AnonymousSource)
    data.remove((source, RDF_.type, URIRef(PV.AnonymousSource)))
    assert not validate(data).conforms


def test_an_unnamed_source_shared_by_two_reports_does_not_conform() -> None:
    data = graph(*(one for one in STORY if one.article.key in {"northgate", "mirrorhub"}))
    one, other = sorted(data.subjects(RDF_.type, URIRef(PV.AnonymousSource)))
    for relay in list(data.subjects(URIRef(GRASP.wasAttributedTo), other)):
        data.set((relay, URIRef(GRASP.wasAttributedTo), one))
    result = validate(data)
    assert not result.conforms
    assert "An unnamed source belongs to the one report that quotes it." in result.report


def test_a_cited_statement_belongs_to_one_hop() -> None:
    data = graph(EVERYTHING)
    data.set((last_relay(data), URIRef(PROV.entity), of_type(data, PV.CitedStatement)))
    assert "A cited statement belongs to one hop." in validate(data).report


def test_a_snapshot_is_of_one_article() -> None:
    data = graph(EVERYTHING, STORY[0])
    [one, other] = data.subjects(RDF_.type, URIRef(SCHEMA.NewsArticle))
    snapshot = data.value(None, URIRef(PROV.specializationOf), one)
    assert snapshot is not None
    data.add((snapshot, URIRef(PROV.specializationOf), other))
    assert "A snapshot is of one article." in validate(data).report


def test_a_dataset_is_checked_as_the_union_of_its_graphs() -> None:
    dataset = Dataset()
    for quad in quads(EVERYTHING, NOON):
        part = dataset.graph(URIRef(f"urn:x:{hash(quad.predicate) % 3}"))
        part.parse(data=f"{quad.triple} .", format="nt")
    result = validate(dataset)
    assert result.conforms, result.report


def test_without_pyshacl_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(MissingExtraError) as caught:
        validate(Graph())
    assert str(caught.value) == "checking shapes needs pyshacl: pip install 'provenance-tracker[shacl]'"

"""A reading as quads: what each thing is written as. That it comes back whole is a property test."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from corpus import STORY, at, hop, reading, said
from pyoxigraph import NamedNode, Quad

from provenance.errors import InputError, StoreCorruptError
from provenance.iris import (
    activity_iri,
    agent_iri,
    article_iri,
    attribution_iri,
    cited_iri,
    passage_iri,
    relay_iri,
    run_iri,
    snapshot_iri,
)
from provenance.model import Dated, Derivation, Kind, Publisher, Reading, Relation, Span
from provenance.rdf import mapping
from provenance.rdf.vocabulary import GRASP, OA, PROV, PV, RDF, SCHEMA, XSD

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
TEXT = "Kestrel Wire, citing Ilse Maren, reported that the sluice had, by May, failed twice."
WIRE = hop(TEXT, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire, citing")
MAREN = hop(TEXT, "Ilse Maren", Kind.PERSON, Relation.SAID, "citing Ilse Maren", confidence=0.75)
SAID = said(TEXT, "the sluice had", "reported", (WIRE, MAREN))
SLUICE = reading("sluice", "Daily Sluice", "2031-02-04", TEXT, attributions=(SAID,))


class Facts:
    def __init__(self, one: Reading) -> None:
        self.quads = list(mapping.quads(one, NOON))
        self.snapshot = snapshot_iri(one.article)

    def of(self, subject: str, predicate: str) -> list[str]:
        return sorted(
            quad.object.value
            for quad in self.quads
            if (quad.subject.value, quad.predicate.value) == (subject, predicate)
        )

    def types(self, subject: str) -> set[str]:
        return set(self.of(subject, RDF.type))


def with_attribution(**changes: object) -> Reading:
    return replace(SLUICE, attributions=(replace(SAID, **changes),))


@pytest.mark.parametrize("one", STORY, ids=lambda one: one.article.key)
def test_the_story_comes_back(one: Reading) -> None:
    assert mapping.reading(mapping.quads(one, NOON)) == one


def test_quads_are_written_once_in_one_named_graph_without_blank_nodes() -> None:
    for one in STORY:
        facts = Facts(one)
        assert max(Counter(facts.quads).values()) == 1
        assert {quad.graph_name for quad in facts.quads} == {NamedNode(run_iri(facts.snapshot, one.extractor))}
        assert {type(quad.subject) for quad in facts.quads} == {NamedNode}


def test_the_run_describes_its_graph() -> None:
    facts = Facts(SLUICE)
    run = run_iri(facts.snapshot, SLUICE.extractor)
    assert facts.types(run) == {PROV.Bundle, PROV.Entity}
    assert facts.of(run, PROV.wasGeneratedBy) == [activity_iri(run)]
    assert facts.of(activity_iri(run), PROV.used) == [facts.snapshot]
    assert facts.of(activity_iri(run), PROV.endedAtTime) == ["2031-03-01T12:00:00Z"]


def test_a_chain_is_a_walk_from_statement_to_cited_statement() -> None:
    facts = Facts(SLUICE)
    statement = passage_iri(facts.snapshot, SAID.content)
    first = attribution_iri(facts.snapshot, SAID)
    assert facts.types(statement) == {PV.Statement, PROV.Entity, OA.SpecificResource}
    assert facts.of(statement, SCHEMA.text) == ["the sluice had"]
    assert facts.of(statement, PROV.wasDerivedFrom) == [cited_iri(first, 0)]
    assert facts.of(statement, PROV.qualifiedDerivation) == [first]
    assert facts.types(first) == {PROV.Derivation, GRASP.Attribution}
    assert facts.of(first, PROV.entity) == [cited_iri(first, 0)]
    assert facts.of(first, GRASP.wasAttributedTo) == [agent_iri("Kestrel Wire", Kind.WIRE)]
    assert facts.of(first, GRASP.isAttributionFor) == [statement]
    assert facts.of(cited_iri(first, 0), PROV.wasDerivedFrom) == [cited_iri(first, 1)]
    second = relay_iri(first, 1)
    assert facts.of(cited_iri(first, 0), PROV.qualifiedDerivation) == [second]
    assert facts.of(second, GRASP.wasAttributedTo) == [agent_iri("Ilse Maren", Kind.PERSON)]
    assert facts.of(second, GRASP.isAttributionFor) == [cited_iri(first, 0)]
    assert facts.of(second, PV.confidence) == ["0.75"]
    assert facts.of(second, PV.relation) == [PV.said]


def test_a_passage_is_selected_by_its_words_and_by_its_place_in_two_nodes() -> None:
    facts = Facts(SLUICE)
    [cue] = facts.of(attribution_iri(facts.snapshot, SAID), PV.cue)
    selectors = {frozenset(facts.types(selector)): selector for selector in facts.of(cue, OA.hasSelector)}
    assert set(selectors) == {frozenset({OA.TextQuoteSelector}), frozenset({OA.TextPositionSelector})}
    assert facts.of(selectors[frozenset({OA.TextQuoteSelector})], OA.exact) == ["reported"]
    place = selectors[frozenset({OA.TextPositionSelector})]
    assert [facts.of(place, OA.start), facts.of(place, OA.end)] == [["33"], ["41"]]
    assert facts.of(cue, OA.hasSource) == [facts.snapshot]


def test_a_divided_passage_has_its_parts() -> None:
    content = at(TEXT, "the sluice had", "failed twice")
    facts = Facts(with_attribution(content=content))
    whole = passage_iri(facts.snapshot, content)
    assert facts.types(whole) == {PV.DividedPassage, PV.Statement, PROV.Entity}
    assert facts.of(whole, SCHEMA.hasPart) == sorted(passage_iri(facts.snapshot, (span,)) for span in content)
    assert facts.of(whole, SCHEMA.text) == ["the sluice had … failed twice"]


def test_the_parts_of_a_passage_keep_their_order() -> None:
    one = with_attribution(content=tuple(reversed(at(TEXT, "the sluice had", "failed twice"))))
    assert mapping.reading(mapping.quads(one, NOON)) == one


def test_an_article_says_who_published_and_wrote_it() -> None:
    facts = Facts(STORY[0])
    article = article_iri(STORY[0].article)
    wire, arden = agent_iri("Kestrel Wire", Kind.WIRE), agent_iri("Pell Arden", Kind.PERSON)
    assert facts.types(article) == {SCHEMA.NewsArticle, PROV.Entity}
    assert facts.of(article, PROV.wasAttributedTo) == sorted([wire, arden])
    assert facts.types(wire) == {PV.NewsAgency, SCHEMA.NewsMediaOrganization, PROV.Agent}
    assert facts.of(facts.snapshot, PROV.specializationOf) == [article]
    assert facts.of(facts.snapshot, SCHEMA.text) == [STORY[0].article.text]


def test_a_republished_article_was_quoted_from_a_cited_report() -> None:
    mirror = next(one for one in STORY if one.article.key == "mirrorhub")
    facts = Facts(mirror)
    article = article_iri(mirror.article)
    [report] = facts.of(article, PROV.wasQuotedFrom)
    [relay] = facts.of(article, PROV.qualifiedQuotation)
    assert facts.of(article, SCHEMA.isBasedOn) == [report]
    assert facts.types(report) == {PV.CitedReport, PROV.Entity}
    assert facts.types(relay) == {PROV.Quotation, GRASP.Attribution}
    assert facts.of(relay, PROV.entity) == [report]
    assert facts.of(relay, GRASP.wasAttributedTo) == [agent_iri("Northgate Post", Kind.OUTLET)]


def test_who_gave_a_part_of_an_article_influenced_it_and_is_no_origin() -> None:
    helped = Derivation("Kestrel Wire", Kind.WIRE, Relation.CONTRIBUTED, declared_in="byline")
    facts = Facts(replace(SLUICE, derivations=(helped,)))
    article = article_iri(SLUICE.article)
    [report] = facts.of(article, PROV.wasInfluencedBy)
    [relay] = facts.of(article, PROV.qualifiedInfluence)
    assert facts.types(relay) == {PROV.EntityInfluence, GRASP.Attribution}
    assert facts.of(relay, PROV.entity) == [report]
    assert facts.of(relay, PV.relation) == [PV.contributed]
    for origin in (SCHEMA.isBasedOn, PROV.wasDerivedFrom, PROV.wasQuotedFrom):
        assert facts.of(article, origin) == []


def test_an_agency_that_wrote_is_no_person() -> None:
    article = replace(SLUICE.article, byline="Reuters Staff")
    facts = Facts(replace(SLUICE, article=article))
    assert facts.of(article_iri(article), SCHEMA.author) == [agent_iri("Reuters", Kind.WIRE)]
    assert facts.of(article_iri(article), PV.byline) == ["Reuters Staff"]


def test_any_other_derivation_is_just_that() -> None:
    drawn = Derivation("Kestrel Wire", Kind.WIRE, Relation.REPORTED, url="https://k.example/1", declared_in="isBasedOn")
    facts = Facts(replace(SLUICE, derivations=(drawn,)))
    article = article_iri(SLUICE.article)
    [report] = facts.of(article, PROV.wasDerivedFrom)
    assert facts.of(report, SCHEMA.url) == ["https://k.example/1"]
    [relay] = facts.of(article, PROV.qualifiedDerivation)
    assert facts.types(relay) == {PROV.Derivation, GRASP.Attribution}
    assert facts.of(relay, PV.declaredIn) == ["isBasedOn"]


def test_hops_are_counted_after_derivations_as_resolutions_count_them() -> None:
    drawn = Derivation("Kestrel Wire", Kind.WIRE, Relation.REPORTED, declared_in="isBasedOn")
    facts = Facts(replace(SLUICE, derivations=(drawn,)))
    first = attribution_iri(facts.snapshot, SAID)
    assert facts.of(first, PROV.entity) == [cited_iri(first, 1)]


def test_an_unnamed_source_is_not_the_same_in_two_articles() -> None:
    names = [
        {quad.subject.value for quad in mapping.quads(one, NOON) if quad.object == NamedNode(PV.AnonymousSource)}
        for one in STORY
        if one.article.key in {"northgate", "mirrorhub"}
    ]
    assert [len(found) for found in names] == [1, 1]
    assert names[0] != names[1]


def test_a_source_named_otherwise_keeps_what_each_relay_calls_it() -> None:
    again = replace(MAREN, name="ilse maren", role="engineer")
    wire = replace(WIRE, name="The Kestrel Wire", kind=Kind.OUTLET)
    one = replace(SLUICE, attributions=(SAID, replace(SAID, cue=(Span(0, 3),), chain=(wire, again))))
    assert mapping.reading(mapping.quads(one, NOON)) == one
    facts = Facts(one)
    assert facts.of(agent_iri("Ilse Maren", Kind.PERSON), SCHEMA.name) == ["Ilse Maren"]
    assert facts.of(attribution_iri(facts.snapshot, one.attributions[1]), PV.kindAs) == [SCHEMA.NewsMediaOrganization]


@pytest.mark.parametrize(
    ("value", "datatype"), [("2031-05-02", XSD.date), ("2031-05", XSD.gYearMonth), ("2031", XSD.gYear)]
)
def test_a_date_has_the_type_of_its_precision(value: str, datatype: str) -> None:
    one = with_attribution(date=Dated("May", value, *at(TEXT, "May")))
    [date] = [quad.object for quad in mapping.quads(one, NOON) if quad.predicate.value == SCHEMA.dateCreated]
    assert (date.value, date.datatype.value) == (value, datatype)


def test_an_undated_sort_of_date_of_publication_stays_a_string() -> None:
    one = replace(SLUICE, article=replace(SLUICE.article, published="Spring 2031"))
    [date] = [quad.object for quad in mapping.quads(one, NOON) if quad.predicate.value == SCHEMA.datePublished]
    assert (date.value, date.datatype.value) == ("Spring 2031", "http://www.w3.org/2001/XMLSchema#string")


def test_confidence_keeps_four_decimals() -> None:
    one = with_attribution(confidence=2 / 3)
    assert mapping.reading(mapping.quads(one, NOON)).attributions[0].confidence == 0.6667


def test_a_publisher_need_not_be_known() -> None:
    one = replace(SLUICE, article=replace(SLUICE.article, publisher=None, byline=None))
    assert mapping.reading(mapping.quads(one, NOON)) == one


def test_the_quads_of_one_attribution_are_counted() -> None:
    """The budget of docs/graph.md: a change here is a change there."""
    text = "Ilse Maren said the sluice had failed."
    maren = hop(text, "Ilse Maren", Kind.PERSON, Relation.SAID, "Ilse Maren")
    maren = replace(maren, evidence=at(text, text), made_by="rules/5")
    bare = reading("sluice", "Daily Sluice", "2031-02-04", text)
    full = replace(bare, attributions=(said(text, "the sluice had failed", "said", (maren,)),))
    assert len(list(mapping.quads(bare, NOON))) == 25
    assert len(list(mapping.quads(full, NOON))) - 25 == 61


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (with_attribution(content=()), "an attribution has no content"),
        (with_attribution(chain=()), "the attribution at character 47 has no source"),
        (with_attribution(cue=(Span(80, 90),)), "the span 80-90 points at nothing in a text of 84 characters"),
        (with_attribution(cue=(Span(5, 5),)), "the span 5-5 points at nothing in a text of 84 characters"),
        (with_attribution(confidence=1.5), "the confidence 1.5 is not between 0 and 1"),
        (with_attribution(confidence=float("nan")), "the confidence nan is not between 0 and 1"),
        (
            with_attribution(date=Dated("May", "2031-02-30", *at(TEXT, "May"))),
            "the attribution at character 47 is dated '2031-02-30', which is not YYYY-MM-DD, YYYY-MM or YYYY",
        ),
        (
            replace(SLUICE, article=replace(SLUICE.article, title="Sluice \ud83d fails")),
            (
                "the lone surrogate '\\ud83d' in 'Sluice \\ud83d fails' cannot be stored: "
                "decode the input with its right encoding"
            ),
        ),
        (
            replace(SLUICE, article=replace(SLUICE.article, publisher=Publisher("\udcff"))),
            "the lone surrogate '\\udcff' in '\\udcff' cannot be stored: decode the input with its right encoding",
        ),
    ],
)
def test_a_reading_that_is_not_sound_is_refused_in_one_line(one: Reading, fault: str) -> None:
    with pytest.raises(InputError) as caught:
        mapping.quads(one, NOON)
    assert str(caught.value) == f"article 'sluice': {fault}"


def test_the_same_attribution_twice_is_refused() -> None:
    twice = replace(SLUICE, attributions=(SAID, replace(SAID, confidence=0.1)))
    with pytest.raises(InputError, match=r"^article 'sluice': the same attribution or derivation is given 2 times"):
        mapping.quads(twice, NOON)


def test_part_of_a_reading_is_not_read() -> None:
    quads = [quad for quad in mapping.quads(SLUICE, NOON) if quad.predicate.value != PV.relation]
    with pytest.raises(StoreCorruptError, match=r"^the graph <\S+> is no whole reading: .*one \S+relation of \S+"):
        mapping.reading(quads)
    with pytest.raises(StoreCorruptError, match=r"^the graph without quads is no whole reading"):
        mapping.reading(())


def test_what_others_add_to_a_graph_is_passed_over() -> None:
    graph = NamedNode(run_iri(snapshot_iri(SLUICE.article), SLUICE.extractor))
    note = Quad(NamedNode("urn:x:note"), NamedNode("urn:x:says"), NamedNode("urn:x:hello"), graph)
    assert mapping.reading([*mapping.quads(SLUICE, NOON), note]) == SLUICE

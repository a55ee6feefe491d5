"""What people decide shows wherever the store is asked, and is found again after another reading."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from corpus import CLAIM, STORY, at, statements
from decided import READINGS, iri
from pyoxigraph import RdfFormat, parse
from rdflib import Graph

from provenance import Library
from provenance.decisions import Action, Correction, Field, Subject
from provenance.errors import NotFoundError
from provenance.iris import agent_iri, attribution_iri, cited_iri, link_iri, snapshot_iri
from provenance.linking.matching.reports import resolve
from provenance.model import Extractor, Judgement, Kind, Link, LinkKind, Reading
from provenance.rdf.shapes import validate
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PROV, PV, REVIEWED
from provenance.views.prose.links import end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.trace import Trace

POST, SLUICE = agent_iri("Northgate Post", Kind.OUTLET), agent_iri("Daily Sluice", Kind.OUTLET)


@pytest.fixture
def library() -> Iterator[Library]:
    with Store.memory() as store:
        for one in STORY:
            store.add(one)
        yield Library(store)


def reread(library: Library, key: str) -> Reading:
    """Another extractor reads the article, and starts its content a word later."""
    one = READINGS[key]
    [said] = one.attributions
    start, end = said.content[0]
    moved = replace(said, content=at(one.article.text, one.article.text[start + 4 : end]), source=())
    again = replace(one, extractor=Extractor("other", "1"), attributions=(moved,))
    library._store.add(again)
    return again


def names(trace: Trace) -> set[str]:
    return {origin.name for origin in trace.origins}


def keys(trace: Trace) -> set[str]:
    return {one.reading.article.key for one in trace.statements}


def test_a_rejected_statement_is_left_out_of_claims_traces_and_counts(library: Library) -> None:
    before, listed = library.info().statements, list(library.claims())
    decided = library.review.reject(iri("ostra"), "Ada", "a caption")
    trace = library.trace(CLAIM)
    assert "ostra" not in keys(trace)
    assert "Ilse Maren" not in names(trace)
    assert trace.decisions == (decided,)
    assert library.info().statements == before - 1
    assert {row.key: row.statements for row in library.articles()}["ostra"] == 0
    assert all(one.key != "ostra" for claim in library.claims() for one in claim.statements)
    assert "Ilse Maren" not in {row.name for row in library.sources()}
    assert any(quad.subject.value == iri("ostra") for quad in library._store.quads())
    library.review.undo(decided.id, "Ada")
    assert list(library.claims()) == listed
    assert library.trace(CLAIM).decisions == ()
    assert library.info().statements == before


def test_where_all_is_rejected_the_reason_is_told(library: Library) -> None:
    library.review.reject(iri("ostra"), "Ada")
    with pytest.raises(NotFoundError) as caught:
        library.trace(iri("ostra"))
    assert str(caught.value) == (
        f"people rejected all that makes the claim '{iri('ostra')}': 'provenance decisions' says who, 'undo' undoes it"
    )


def test_a_confirmed_statement_is_sure(library: Library) -> None:
    library.review.confirm(iri("ostra"), "Ada")
    [chain] = library.trace(iri("ostra")).chains
    assert chain.confidence == 1


def test_a_corrected_source_is_the_origin_and_is_listed(library: Library) -> None:
    values = [Correction(Field.NAME, "Pell Arden"), Correction(Field.KIND, "person")]
    library.review.correct(iri("kestrel"), values, "Ada")
    trace = library.trace(iri("kestrel"))
    assert names(trace) == {"Pell Arden"}
    assert [one.action for one in trace.decisions] == [Action.CORRECT]
    rows = {row.name: row for row in library.sources()}
    assert rows["Pell Arden"].statements == 1
    assert "two water ministry officials" not in rows
    assert rows["Pell Arden"].id == agent_iri("Pell Arden", Kind.PERSON)


def test_merged_outlets_are_one_in_listings_and_traces(library: Library) -> None:
    library.review.merge([agent_iri("Vantage Times", Kind.OUTLET), agent_iri("Kestrel Wire", Kind.WIRE)], "Ada")
    rows = {row.name: row for row in library.sources()}
    assert "Kestrel Wire" not in rows
    assert rows["Vantage Times"].statements == 4
    trace = library.trace(CLAIM, limit=50)
    assert all(step.who != "Kestrel Wire" for chain in trace.chains for step in chain.steps)
    assert [one.about for one in trace.decisions] == [Subject.AGENT]


def test_a_corrected_name_can_be_corrected_again(library: Library) -> None:
    wire = agent_iri("Kestrel Wire", Kind.WIRE)
    library.review.correct(wire, [Correction(Field.NAME, "Kestrel")], "Ada")
    library.review.correct(agent_iri("Kestrel", Kind.WIRE), [Correction(Field.NAME, "The Kestrel")], "Ada")
    rows = {row.id: row.name for row in library.sources()}
    assert rows[agent_iri("The Kestrel", Kind.WIRE)] == "The Kestrel"
    assert wire not in rows
    assert [held.missing for held in library.review.decisions()] == [(), ()]


def test_a_rejected_resolution_ends_the_trail(library: Library) -> None:
    [resolution] = [one for one in resolve(statements(STORY)) if one.citing == iri("lantern")]
    cited = cited_iri(resolution.citing, resolution.position)
    assert {step.relation for chain in library.trace(iri("lantern")).chains for step in chain.steps} >= {"resolved to"}
    library.review.reject(cited, "Ada", of=resolution.cited)
    trace = library.trace(iri("lantern"))
    assert all(step.relation != "resolved to" for chain in trace.chains for step in chain.steps)
    assert trace.decisions[0].link is LinkKind.REPORT


def test_merged_claims_are_traced_as_one(library: Library) -> None:
    far = iri("record")
    library.review.merge([iri("kestrel"), far], "Ada")
    assert {"kestrel", "record"} <= keys(library.trace(iri("kestrel")))


def claim_with(library: Library, statement: str) -> str:
    return next(one.id for one in library.claims() if statement in {each.id for each in one.statements})


def test_a_statement_that_left_its_claim_is_not_traced_with_it(library: Library) -> None:
    stays, leaving = iri("ostra"), iri("gazette")
    assert claim_with(library, leaving) == claim_with(library, stays)
    library.review.split([claim_with(library, stays), leaving], "Ada")
    assert "gazette" not in keys(library.trace(claim_with(library, stays)))
    assert keys(library.trace(claim_with(library, leaving))) == {"gazette"}
    library.review.confirm(leaving, "Pell", of=claim_with(library, stays))
    assert "gazette" in keys(library.trace(claim_with(library, stays)))


def test_decisions_survive_another_reading_of_the_text(library: Library) -> None:
    library.review.reject(iri("ostra"), "Ada")
    library.review.correct(iri("gazette"), [Correction(Field.NAME, "a harbour filing")], "Ada")
    for key in ("ostra", "gazette"):
        again = reread(library, key)
        now = attribution_iri(snapshot_iri(again.article), again.attributions[0])
        assert now != iri(key)
    trace = library.trace(CLAIM, limit=50)
    assert "ostra" not in keys(trace)
    assert "a harbour filing" in names(trace)
    assert len(trace.decisions) == 2
    assert [held.missing for held in library.review.decisions()] == [(), ()]


def test_a_decision_whose_target_is_gone_is_kept_and_listed(library: Library) -> None:
    decided = library.review.reject(iri("ostra"), "Ada")
    one = READINGS["ostra"]
    library._store.add(replace(one, article=replace(one.article, text="The dam stays full."), attributions=()))
    [held] = library.review.decisions()
    assert held.decision == decided
    assert [target.iri for target in held.missing] == [iri("ostra")]
    assert library.trace(CLAIM).decisions == ()
    library._store.add(replace(one, article=replace(one.article, text=f"Update. {one.article.text}"), attributions=()))
    assert library.review.decisions()[0].missing


def test_a_judged_link_outranks_the_program(library: Library) -> None:
    link = Link(LinkKind.SAME_CLAIM, iri("sluice"), iri("ostra"), Judgement.UNDECIDED, "words", 0.5, 0.5, "half")
    library._store.write_links([link])
    assert list(library.links(Judgement.UNDECIDED)) == [link]
    library.review.confirm(link_iri(link), "Ada", "the same day")
    assert list(library.links(Judgement.UNDECIDED)) == []
    [judged] = library.links(Judgement.SAME)
    assert (judged.method, judged.confidence) == ("reviewed", 1)
    library._store.replace_links([link_iri(link)], [link])
    assert [one.judgement for one in library.links()] == [Judgement.SAME]


def test_what_most_statements_rest_on_comes_first(library: Library) -> None:
    half = (Judgement.UNDECIDED, "words", 0.5, 0.5, "half of the words")
    claims = Link(LinkKind.SAME_CLAIM, iri("sluice"), iri("record"), *half)
    agents = Link(
        LinkKind.SAME_AGENT, agent_iri("Kestrel Wire", Kind.WIRE), agent_iri("Vantage Times", Kind.OUTLET), *half
    )
    gone = replace(claims, left="urn:x:gone")
    articles = [row.id for row in library.articles() if row.key in ("mirrorhub", "northgate")]
    copies = Link(LinkKind.COPY, *articles, *half)
    report = Link(LinkKind.REPORT, cited_iri(iri("lantern"), 0), iri("mirrorhub"), *half)
    library._store.write_links([claims, agents, copies, report])
    waiting = library.review.undecided()
    assert waiting[0].link in (agents, report)
    assert [one.statements for one in waiting] == sorted((one.statements for one in waiting), reverse=True)
    words = {one.link.kind: (end(one.left), end(one.right)) for one in waiting}
    assert words[LinkKind.SAME_AGENT] == ("Kestrel Wire (wire)", "Vantage Times (outlet)")
    assert words[LinkKind.COPY] == ("mirrorhub", "northgate")
    assert words[LinkKind.REPORT][0].startswith(
        "what is cited in “the Tarsk dam will be drained before spring” (by MirrorHub, in lantern)"
    )
    assert (
        words[LinkKind.SAME_CLAIM][1]
        == "“The Tarsk dam will reportedly be drained before spring” (by reportedly, in record)"
    )
    library._store.write_links([gone])
    assert len(library.review.undecided()) == 4
    library.review.reject(link_iri(claims), "Ada")
    assert LinkKind.SAME_CLAIM not in {one.link.kind for one in library.review.undecided()}


def test_an_exported_trace_has_the_decisions_that_touch_it_and_conforms(library: Library) -> None:
    library.review.reject(iri("ostra"), "Ada", "a caption")
    library.review.correct(
        iri("kestrel"), [Correction(Field.NAME, "Pell"), Correction(Field.CONTENT, "100-110")], "Ada"
    )
    elsewhere = library.review.confirm(iri("courier"), "Ada")
    library.review.undo(elsewhere.id, "Pell")
    stream = BytesIO()
    library.export("nquads", stream, claim=CLAIM)
    quads = list(parse(stream.getvalue(), format=RdfFormat.N_QUADS))
    assert len(quads) == len(set(quads))
    decided = {q.subject.value for q in quads if q.object.value == PV.Decision and q.graph_name.value == REVIEWED}
    assert elsewhere.id not in decided
    assert len(decided) == 2
    texts = {q.object.value for q in quads if q.subject.value == iri("kestrel") or "char" in q.subject.value}
    assert "the Tarsk dam would be drained before spring" in texts
    graph = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
    result = validate(graph)
    assert result.conforms, result.report
    everything = BytesIO()
    library.export("nquads", everything)
    assert f"<{PROV.wasInvalidatedBy}>".encode() in everything.getvalue()


def test_readings_and_networks_are_as_people_decided(library: Library) -> None:
    library.review.reject(iri("ostra"), "Ada")
    assert next(one for one in library.readings() if one.article.key == "ostra").attributions == ()
    for asked in ({}, {"article": "ostra"}):
        stream = BytesIO()
        library.export("graphml", stream, **asked)
        assert "chief engineer" not in stream.getvalue().decode()

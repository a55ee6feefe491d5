"""Decisions in the reviewed graph: kept, undone, never overwritten; and the shapes that they conform to."""

from dataclasses import replace
from pathlib import Path

import pytest
from corpus import STORY
from decided import NOON, READINGS, agent, corrected, decision, linked, on, target
from kept import whole
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import URIRef

from provenance.decisions import Action, Decision, Field, Subject, Undone
from provenance.errors import InputError, NotFoundError, StoreCorruptError, UsageError
from provenance.iris import activity_iri, reviewer_iri, undoing_iri
from provenance.model import Extractor, Judgement, Kind, Link, LinkKind
from provenance.rdf.mapping import decision_quads, decisions
from provenance.rdf.shapes import validate
from provenance.rdf.store import Outcome, Store
from provenance.rdf.vocabulary import OA, PROV, PV, RDF, REVIEWED, SCHEMA

OUTLETS = agent("Northgate Post", Kind.OUTLET), agent("Daily Post", Kind.OUTLET)
EVERY = [
    on("kestrel", Action.CONFIRM, note="heard the recording"),
    on("northgate", Action.REJECT, 1),
    corrected("ostra", (Field.NAME, "Ilse M. Maren"), (Field.KIND, "person"), hour=2, at_hop=0),
    linked(LinkKind.SAME_CLAIM, Action.REJECT, target("sluice"), target("ostra"), hour=3),
    decision(Action.MERGE, Subject.AGENT, *OUTLETS, hour=4),
    decision(Action.SPLIT, Subject.AGENT, *OUTLETS, hour=5, by="Pell"),
    decision(Action.MERGE, Subject.CLAIM, target("sluice"), target("ostra"), target("kestrel"), hour=6),
]


def filled(store: Store) -> Store:
    for one in STORY:
        store.add(one)
    store.decide(*EVERY)
    return store


def test_decisions_are_given_back_the_earliest_first() -> None:
    with Store.memory() as store:
        store.decide(*reversed(EVERY))
        assert store.decisions() == EVERY


def test_the_same_again_changes_nothing() -> None:
    with filled(Store.memory()) as store:
        before = set(store.quads())
        store.decide(*EVERY)
        assert set(store.quads()) == before


def test_to_undo_adds_and_takes_nothing_away() -> None:
    with filled(Store.memory()) as store:
        before = set(store.quads())
        store.undo(EVERY[0].id, "Pell", NOON)
        assert before < set(store.quads())
        assert store.decisions() == [replace(EVERY[0], undone=Undone("Pell", NOON)), *EVERY[1:]]


def test_they_survive_reopening_another_reading_and_a_lost_index(tmp_path: Path) -> None:
    path = tmp_path / "store"
    filled(Store.open(path)).close()
    (path / "words.sqlite").unlink()
    with Store.open(path) as store:
        assert store.add(replace(READINGS["kestrel"], extractor=Extractor("rules", "2"))) is Outcome.SUPERSEDED
        changed = replace(READINGS["ostra"].article, text="The dam stays full.")
        store.add(replace(READINGS["ostra"], article=changed, attributions=()))
        assert len(store.runs()) == len(STORY)
        assert store.decisions() == EVERY
    with Store.read(path) as store:
        assert store.decisions() == EVERY
        assert [one.extractor.name for one in store.readings()].count("rules") == 1


def test_the_reviewed_graph_is_no_reading() -> None:
    with filled(Store.memory()) as store:
        assert REVIEWED not in store.runs()
        with pytest.raises(NotFoundError):
            store.reading(REVIEWED)
        assert store.counts().articles == len(STORY)


def test_it_is_written_as_prov_says() -> None:
    with Store.memory() as store:
        store.decide(EVERY[0])
        store.undo(EVERY[0].id, "Pell", NOON)
        said = {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in store.quads()}
        assert {quad.graph_name.value for quad in store.quads()} == {REVIEWED}
    iri = EVERY[0].id
    assert {
        (iri, RDF.type, PROV.Entity),
        (iri, PROV.wasGeneratedBy, activity_iri(iri)),
        (activity_iri(iri), PROV.wasAssociatedWith, reviewer_iri("Ada")),
        (reviewer_iri("Ada"), RDF.type, PROV.Person),
        (iri, PROV.wasInvalidatedBy, undoing_iri(iri)),
        (undoing_iri(iri), PROV.wasAssociatedWith, reviewer_iri("Pell")),
    } <= said
    corrections = {quad.predicate.value for quad in decision_quads(EVERY[2])}
    assert PROV.wasRevisionOf in corrections


def test_all_or_none_are_kept() -> None:
    with Store.memory() as store:
        with pytest.raises(InputError, match="the lone surrogate"):
            store.decide(EVERY[0], on("ostra", Action.REJECT, note="\ud800"))
        with pytest.raises(UsageError):
            store.decide(EVERY[0], replace(EVERY[1], targets=()))
        assert list(store.quads()) == []


def test_only_a_decision_that_stands_is_undone() -> None:
    with filled(Store.memory()) as store:
        for unknown in ("no IRI", "urn:x:none", target("kestrel").iri):
            with pytest.raises(NotFoundError) as caught:
                store.undo(unknown, "Pell", NOON)
            assert str(caught.value) == f"the store holds no decision {unknown}: 'provenance decisions' lists them"
        store.undo(EVERY[0].id, "Pell", NOON)
        with pytest.raises(UsageError) as again:
            store.undo(EVERY[0].id, "Ada", NOON)
        assert str(again.value) == f"the decision {EVERY[0].id} is undone already: to hold it again, decide again"


def test_a_store_opened_for_reading_takes_none(tmp_path: Path) -> None:
    filled(Store.open(tmp_path / "store")).close()
    with Store.read(tmp_path / "store") as store:
        with pytest.raises(UsageError, match="opened for reading only"):
            store.decide(EVERY[0])
        with pytest.raises(UsageError, match="opened for reading only"):
            store.undo(EVERY[0].id, "Ada", NOON)


@pytest.mark.parametrize("predicate", [PROV.wasAssociatedWith, PV.decidedUpon, PROV.endedAtTime, OA.exact])
def test_part_of_a_decision_is_damage(predicate: str) -> None:
    quads = [quad for quad in decision_quads(EVERY[0]) if quad.predicate.value != predicate]
    with pytest.raises(StoreCorruptError, match="holds part of a decision"):
        decisions(quads)


def test_every_decision_conforms() -> None:
    with filled(Store.memory()) as store:
        store.undo(EVERY[0].id, "Pell", NOON)
        store.write_links([Link(LinkKind.COPY, "urn:x:a", "urn:x:b", Judgement.SAME, "words", 1, 1, "all words")])
        result = validate(whole(store))
        assert result.conforms, result.report


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        (PROV.wasGeneratedBy, "A decision was taken once, by a person, at a time."),
        (PV.target, "A decision is about something."),
        (PV.decidedUpon, "A target says what it is."),
        (SCHEMA.propertyID, "A correction says which field it is of."),
        (SCHEMA.value, "A correction says what is right."),
    ],
)
def test_a_maimed_decision_does_not_conform(predicate: str, message: str) -> None:
    with filled(Store.memory()) as store:
        for quad in list(store._graph.quads(None, predicate, graph=REVIEWED)):
            store._graph.store.remove(quad)
        assert message in validate(whole(store)).report


def test_a_reviewer_has_a_name_and_an_undoing_a_time() -> None:
    with filled(Store.memory()) as store:
        store.undo(EVERY[0].id, "Nell", NOON)
        data = whole(store)
        data.remove((URIRef(undoing_iri(EVERY[0].id)), URIRef(PROV.endedAtTime), None))
        data.remove((URIRef(reviewer_iri("Nell")), URIRef(SCHEMA.name), None))
        report = validate(data).report
    assert "A decision is undone at most once, by a person, at a time." in report
    assert "A reviewer has a name." in report


def test_a_decision_is_of_one_sort() -> None:
    with filled(Store.memory()) as store:
        node, graph = NamedNode(EVERY[0].id), NamedNode(REVIEWED)
        store._graph.store.add(Quad(node, NamedNode(RDF.type), NamedNode(PV.Rejection), graph))
        assert not validate(whole(store)).conforms
        with pytest.raises(StoreCorruptError):
            store.decisions()


def test_a_value_that_makes_no_sense_is_damage() -> None:
    quads = [
        Quad(quad.subject, quad.predicate, Literal("purple"), quad.graph_name)
        if quad.object == Literal("person")
        else quad
        for quad in decision_quads(EVERY[2])
    ]
    with pytest.raises(StoreCorruptError, match="'purple' is no kind"):
        decisions(quads)


def test_two_decisions_of_one_moment_are_two() -> None:
    one, other = on("kestrel", Action.CONFIRM), on("kestrel", Action.CONFIRM, note="again")
    with Store.memory() as store:
        store.decide(one, other)
        assert sorted(store.decisions(), key=str) == sorted([one, other], key=str)
    assert isinstance(one, Decision)

"""Offices, longer names of bodies, and documents: one across two articles on a story, or not, by kind."""

from __future__ import annotations

import pytest

from provenance.iris import source_iri
from provenance.linking.cast import Agent
from provenance.linking.matching.agents import compare
from provenance.model import Hop, Judgement, Kind, Relation

PERSON, BODY, PAPER = Kind.PERSON, Kind.ORGANIZATION, Kind.DOCUMENT
SAME, UNDECIDED = Judgement.SAME, Judgement.UNDECIDED


def agent(name: str, kind: Kind, role: str = "", snapshot: str = "a") -> Agent:
    return Agent(source_iri(snapshot, Hop(name, kind, Relation.SAID), ()), name, kind, role)


def judged(left: Agent, right: Agent, *others: Agent) -> Judgement | None:
    """What is said of the two; the same from either side."""
    pair = {left.iri, right.iri}
    found = [one.judgement for one in compare([left, *others], [right]) if {one.left, one.right} == pair]
    back = [one.judgement for one in compare([right], [left, *others]) if {one.left, one.right} == pair]
    assert found == back
    return found[0] if found else None


@pytest.mark.parametrize(
    ("office", "role", "expected"),
    [
        ("mayor of Tarsk", "mayor of Tarsk", SAME),
        ("mayor of Tarsk", "Tarsk’s mayor", SAME),
        ("mayor", "mayor of Tarsk", UNDECIDED),
        ("finance minister", "finance minister of Ostra", UNDECIDED),
        ("finance minister of Ostra", "finance minister", None),
        ("mayor of Ellery", "mayor of Tarsk", None),
        ("pilot", "mayor of Tarsk", None),
        ("mayor of Tarsk", "", None),
    ],
)
def test_an_office_and_who_holds_it(office: str, role: str, expected: Judgement | None) -> None:
    assert judged(agent(office, PERSON), agent("Ada Brunt", PERSON, role, "b")) is expected


def test_an_office_that_two_hold_is_nobody_s() -> None:
    other = agent("Bo Reed", PERSON, "former mayor of Tarsk")
    assert judged(agent("mayor", PERSON), agent("Ada Brunt", PERSON, "mayor of Tarsk", "b"), other) is None


def test_what_either_article_says_of_one_whom_both_name_counts_from_either_side() -> None:
    """Bo Reed was the mayor too by one of them, and is the reeve by the other."""
    office, holder = agent("mayor", PERSON), agent("Ada Brunt", PERSON, "mayor of Tarsk", "b")
    one = [office, agent("Bo Reed", PERSON, "former mayor of Tarsk")]
    other = [holder, agent("Bo Reed", PERSON, "reeve", "b")]
    ends = {office.iri, holder.iri}
    for pair in ((one, other), (other, one)):
        assert ends not in [{link.left, link.right} for link in compare(*pair)]


def test_two_people_of_one_surname_and_one_office_stay_two() -> None:
    assert judged(agent("Ada Brunt", PERSON, "mayor"), agent("Ove Brunt", PERSON, "mayor", "b")) is None


def test_an_unnamed_source_is_nobody_elsewhere() -> None:
    assert judged(agent("mayor of Tarsk", Kind.ANONYMOUS), agent("Ada Brunt", PERSON, "mayor of Tarsk", "b")) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Harbour Authority", "Port Tarsk Harbour Authority", SAME),
        ("Calder Ferries", "Calder Ferries Ltd", SAME),
        ("Ministry of Fisheries of Ostra", "Fisheries Ministry of Ostra", SAME),
        ("Calder", "Calder Ferries", UNDECIDED),
        ("Authority", "Port Tarsk Harbour Authority", UNDECIDED),
        ("Ostra", "Ministry of Fisheries of Ostra", None),
        ("Tarsk Museum", "insurer of the Tarsk Museum", None),
        ("Ministry of Fisheries of Ostra", "Ministry of Fisheries of Karsk", None),
    ],
)
def test_a_body_and_its_longer_name(one: str, other: str, expected: Judgement | None) -> None:
    assert judged(agent(one, BODY), agent(other, BODY, snapshot="b")) is expected


def test_a_body_of_which_the_articles_name_two_is_not_sure() -> None:
    other = agent("Ellery Harbour Authority", BODY)
    assert (
        judged(agent("Harbour Authority", BODY), agent("Port Tarsk Harbour Authority", BODY, snapshot="b"), other)
        is UNDECIDED
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tarn Trust survey", "survey by the Tarn Trust", SAME),
        ("Tarn Trust survey", "Tarn Trust poll", SAME),
        ("study published in Polar Letters", "paper in Polar Letters", SAME),
        ("survey", "Tarn Trust survey", UNDECIDED),
        ("survey", "poll", UNDECIDED),
        ("Ada Brunt’s letter", "letter from Ada Brunt", UNDECIDED),
        ("Ada Brunt memo 14", "memo 14 by Ada Brunt", SAME),
        ("Ada Brunt memo 14", "Ada Brunt memo 15", None),
        ("Tarn Trust survey of 2029", "Tarn Trust survey of 2031", None),
        ("Tarn Trust survey", "Ellery Fund survey", None),
        ("Tarn Trust survey", "Tarn Trust letter", None),
        ("document", "document", None),
    ],
)
def test_a_document_under_two_descriptions(one: str, other: str, expected: Judgement | None) -> None:
    assert judged(agent(one, PAPER), agent(other, PAPER, snapshot="b")) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Torvald", "Sergey Torvald"),
        ("Neeraj Oswin", "Niraj Oswin"),
        ("Khaled Marrouf", "Haled Marouf"),
        ("Yulia Ostrava", "Iulia Ostrava"),
    ],
)
def test_transliterations_of_one_name(one: str, other: str) -> None:
    assert judged(agent(one, PERSON), agent(other, PERSON, snapshot="b")) is SAME

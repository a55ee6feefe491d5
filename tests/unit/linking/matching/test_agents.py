"""Who is whom across two articles on one story."""

import pytest

from provenance.iris import agent_iri
from provenance.linking.cast import Agent
from provenance.linking.matching.agents import compare
from provenance.model import Judgement, Kind, LinkKind

PERSON, BODY, WIRE = Kind.PERSON, Kind.ORGANIZATION, Kind.WIRE


def agent(name: str, kind: Kind = PERSON) -> Agent:
    return Agent(agent_iri(name, kind), name, kind)


def judged(left: Agent, right: Agent, *others: Agent) -> Judgement | None:
    found = list(compare([left, *others], [right]))
    assert all(link.kind is LinkKind.SAME_AGENT and link.left < link.right for link in found)
    return next((link.judgement for link in found if {link.left, link.right} == {left.iri, right.iri}), None)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Maren", "Ilse Maren"),
        ("Sergei Torvald", "Sergey Torvald"),
        ("Neeraj Uthmani", "Niraj Uthmani"),
        ("Karishma Veld", "Karisma Veld"),
        ("Torenskyy", "Torensky"),
    ],
)
def test_short_names_and_transliterations_are_one(left: str, right: str) -> None:
    assert judged(agent(left), agent(right)) is Judgement.SAME
    assert judged(agent(right), agent(left)) is Judgement.SAME


@pytest.mark.parametrize(
    ("left", "right"), [("Kim Jun", "Kim Jung"), ("John Holt", "Joan Holt"), ("Ilse", "Ilse Maren")]
)
def test_what_may_be_two_people_is_undecided(left: str, right: str) -> None:
    assert judged(agent(left), agent(right)) is Judgement.UNDECIDED


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilse Maren", "Otto Maren"),
        ("Kim Jong Ha", "Kim Jong Il"),
        ("Hiro Tanaka", "Hiroshi Tanabe"),
        ("Ilse Maren",) * 2,
    ],
)
def test_what_are_two_people_or_one_by_name_is_no_link(left: str, right: str) -> None:
    assert judged(agent(left), agent(right)) is None


def test_a_short_name_that_two_bear_is_undecided() -> None:
    assert judged(agent("Ilse Maren"), agent("Maren"), agent("Otto Maren")) is Judgement.UNDECIDED


def test_an_acronym_is_the_body_whose_words_it_begins() -> None:
    assert judged(agent("HFB", BODY), agent("Harbour Ferries Board", BODY)) is Judgement.SAME
    assert judged(agent("BOT", BODY), agent("Bank of Tarsk", BODY)) is Judgement.SAME
    assert judged(agent("HB", BODY), agent("Harbour Board", BODY)) is None


def test_outlets_go_by_the_table_of_their_names() -> None:
    assert judged(agent("Kyodo", WIRE), agent("Kyodo News", WIRE)) is Judgement.SAME
    assert judged(agent("Kyodo", WIRE), agent("Reuters", WIRE)) is None


def test_one_name_told_of_as_person_and_body() -> None:
    assert judged(agent("Tarsk"), agent("Tarsk", BODY)) is Judgement.SAME

"""Who is whom, as people decided it."""

from __future__ import annotations

from dataclasses import replace

from decided import NOON, agent, decision, linked

from provenance.decisions import Action, Correction, Decision, Field, Subject, Target, Undone
from provenance.decisions.overlay import Agent, agents
from provenance.iris import BASE, agent_iri
from provenance.model import Kind, LinkKind

WIRE, POST, DAILY, TIMES = (
    agent(name, Kind.OUTLET) for name in ("Kestrel Wire", "Northgate Post", "Daily Post", "Times")
)
OFFICIALS = Target(f"{BASE}anonymous/0123", "two officials", Kind.ANONYMOUS)
ILSE = agent("Ilse Maren", Kind.PERSON)


def merge(*targets: Target, hour: int = 0) -> Decision:
    return decision(Action.MERGE, Subject.AGENT, *targets, hour=hour)


def split(*targets: Target, hour: int = 0) -> Decision:
    return decision(Action.SPLIT, Subject.AGENT, *targets, hour=hour)


def rename(target: Target, hour: int = 0, **values: str) -> Decision:
    given = tuple(Correction(Field(field), value) for field, value in values.items())
    return decision(Action.CORRECT, Subject.AGENT, target, hour=hour, corrections=given)


def chosen(*decisions: Decision) -> dict[str, str]:
    return {iri: agent.iri for iri, agent in agents(decisions).chosen.items()}


def pair(one: Target, other: Target) -> tuple[str, ...]:
    return tuple(sorted((one.iri, other.iri)))


def test_of_merged_agents_the_first_gives_its_name() -> None:
    found = agents([merge(POST, DAILY, TIMES)])
    post = Agent(POST.iri, "Northgate Post", Kind.OUTLET)
    assert found.chosen == {DAILY.iri: post, TIMES.iri: post}
    assert found.apart == frozenset()


def test_merges_join_and_the_last_gives_the_name() -> None:
    assert chosen(merge(POST, DAILY), merge(TIMES, DAILY, hour=1)) == {POST.iri: TIMES.iri, DAILY.iri: TIMES.iri}


def test_split_takes_a_merge_back() -> None:
    found = agents([merge(POST, DAILY), split(DAILY, POST, hour=1)])
    assert found.chosen == {}
    assert found.apart == {pair(POST, DAILY)}
    assert agents([merge(POST, DAILY, hour=2), split(DAILY, POST, hour=1)]).apart == frozenset()


def test_those_kept_apart_are_not_joined_by_way_of_a_third() -> None:
    apart = split(POST, DAILY)
    assert chosen(apart, merge(TIMES, POST, hour=1), merge(TIMES, DAILY, hour=2)) == {DAILY.iri: TIMES.iri}


def test_a_link_between_agents_counts_like_a_merge_or_a_split() -> None:
    confirmed = linked(LinkKind.SAME_AGENT, Action.CONFIRM, OFFICIALS, ILSE)
    assert chosen(confirmed) == {OFFICIALS.iri: ILSE.iri}
    rejected = linked(LinkKind.SAME_AGENT, Action.REJECT, POST, DAILY)
    assert agents([rejected]).apart == {pair(POST, DAILY)}
    assert agents([linked(LinkKind.SAME_CLAIM, Action.CONFIRM, POST, DAILY)]).chosen == {}


def test_a_corrected_name_is_that_of_the_agent_of_the_name() -> None:
    iri = agent_iri("The Northgate Gazette", Kind.OUTLET)
    found = agents([rename(POST, name="The Northgate Gazette")])
    assert found.chosen == {POST.iri: Agent(iri, "The Northgate Gazette", Kind.OUTLET)}
    gazette = Target(iri, "The Northgate Gazette", Kind.OUTLET)
    assert set(chosen(rename(POST, name="The Northgate Gazette"), rename(gazette, 1, name="Gazette")).values()) == {
        agent_iri("Gazette", Kind.OUTLET)
    }


def test_a_name_corrected_there_and_back() -> None:
    back = rename(agent("Gazette", Kind.OUTLET), 1, name="Northgate Post")
    assert chosen(rename(POST, name="Gazette"), back) == {agent_iri("Gazette", Kind.OUTLET): POST.iri}


def test_who_stays_unnamed_stays_who_they_are() -> None:
    found = agents([rename(OFFICIALS, name="two water officials")])
    assert found.chosen == {OFFICIALS.iri: Agent(OFFICIALS.iri, "two water officials", Kind.ANONYMOUS)}
    assert chosen(rename(OFFICIALS, name="Ilse Maren", kind="person")) == {OFFICIALS.iri: ILSE.iri}


def test_an_outlet_is_called_a_wire_without_becoming_another() -> None:
    assert agents([rename(WIRE, kind="wire")]).chosen == {WIRE.iri: Agent(WIRE.iri, "Kestrel Wire", Kind.WIRE)}


def test_what_is_undone_counts_for_nothing() -> None:
    undone = replace(merge(POST, DAILY), undone=Undone("Ada", NOON))
    assert agents([undone]) == agents([])

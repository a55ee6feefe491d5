"""Any decision comes back from RDF as it was, and to undo one restores exactly what was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pyoxigraph
from corpus import STORY
from decided import target as statement_target
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.decisions import (
    FEWEST,
    OF_AGENT,
    OF_HOP,
    OPEN,
    Action,
    Anchor,
    Correction,
    Decision,
    Field,
    Subject,
    Target,
    Undone,
    iri_of,
)
from provenance.decisions.overlay import agents, concluded, reviewed, verdicts
from provenance.iris import agent_iri
from provenance.model import Assertion, Kind, LinkKind, Quotation, Span
from provenance.rdf import mapping
from provenance.rdf.store import Store

UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = UNICODE.filter(str.strip)
TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2900, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SNAPSHOTS = st.sampled_from(["ni:///sha-256;abc?article=01", "ni:///sha-256;def?article=02"])
IRIS = st.integers(0, 9).map(lambda n: f"urn:x:{n}")
VALUES = {
    Field.NAME: NAMES,
    Field.KIND: st.sampled_from(Kind).map(str),
    Field.ANONYMOUS: st.sampled_from(["true", "false"]),
    Field.CONTENT: st.sampled_from(["0-4", "3-9 12-30"]),
    Field.ASSERTION: st.sampled_from(Assertion).map(str),
    Field.QUOTATION: st.sampled_from(Quotation).map(str),
    Field.DATE: st.sampled_from(["", "2031", "2031-02", "2031-02-05"]),
}


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    """Parts at different places; what stands at one place of one snapshot is one text."""
    starts = draw(st.lists(st.integers(0, 50), min_size=1, max_size=3, unique=True))
    spans = tuple(Span(start, start + 1 + start % 7) for start in sorted(starts))
    return Anchor(draw(SNAPSHOTS), spans, tuple(f"words “{start}”\n" for start, _ in spans))


TARGETS = st.builds(Target, IRIS, UNICODE, st.none() | st.sampled_from(Kind), st.none() | anchors())


@st.composite
def corrections(draw: st.DrawFn, about: Subject) -> Correction:
    field = draw(st.sampled_from(sorted(OF_AGENT if about is Subject.AGENT else Field)))
    hop = draw(st.none() | st.integers(0, 5)) if about is Subject.STATEMENT and field in OF_HOP else None
    return Correction(field, draw(VALUES[field]), hop)


@st.composite
def decisions(draw: st.DrawFn, targets: st.SearchStrategy[Target] = TARGETS) -> Decision:
    about, action = draw(st.sampled_from(sorted(FEWEST)))
    fewest = FEWEST[about, action]
    most = 4 if (about, action) in OPEN else fewest
    found: dict[str, Any] = {}
    if action is Action.CORRECT:
        found["corrections"] = tuple(draw(st.lists(corrections(about), min_size=1, max_size=3)))
    decision = Decision(
        action,
        about,
        tuple(draw(st.lists(targets, min_size=fewest, max_size=most, unique_by=lambda one: one.iri))),
        draw(NAMES),
        draw(TIMES),
        draw(UNICODE),
        link=draw(st.sampled_from(LinkKind)) if about is Subject.LINK else None,
        undone=draw(st.none() | st.builds(Undone, NAMES, TIMES)),
        **found,
    )
    return replace(decision, id=iri_of(decision))


@settings(deadline=None)
@given(decisions())
def test_quads_come_back(decision: Decision) -> None:
    assert mapping.decisions(mapping.decision_quads(decision)) == [decision]


@settings(deadline=None)
@given(decisions())
def test_n_quads_come_back(decision: Decision) -> None:
    n_quads = pyoxigraph.RdfFormat.N_QUADS
    written = pyoxigraph.serialize(mapping.decision_quads(decision), format=n_quads)
    assert mapping.decisions(pyoxigraph.parse(written, format=n_quads)) == [decision]


@settings(deadline=None, max_examples=50)
@given(st.lists(decisions(), max_size=4, unique_by=lambda one: one.id))
def test_a_store_gives_back_what_was_decided(given_: list[Decision]) -> None:
    with Store.memory() as store:
        store.decide(*given_)
        assert store.decisions() == sorted(given_, key=lambda one: (one.at, one.id))


PEOPLE = [Target(agent_iri(name, Kind.PERSON), name, Kind.PERSON) for name in ("Ilse Maren", "Pell Arden", "Ilse M.")]
REAL = st.sampled_from([*(statement_target(one.article.key) for one in STORY), *PEOPLE])


def effects(given_: list[Decision]) -> object:
    return [reviewed(one, given_) for one in STORY], verdicts(given_), agents(given_)


@settings(deadline=None, max_examples=50)
@given(st.lists(decisions(REAL), max_size=6, unique_by=lambda one: one.id), st.randoms())
def test_the_order_in_which_decisions_are_given_makes_no_difference(given_: list[Decision], random: Any) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert effects(shuffled) == effects(given_)


@settings(deadline=None, max_examples=50)
@given(st.lists(decisions(REAL), max_size=5, unique_by=lambda one: one.id), decisions(REAL))
def test_to_undo_restores_exactly_what_was(given_: list[Decision], one: Decision) -> None:
    undone = replace(one, undone=Undone("Ada", one.at))
    assert effects([*given_, undone]) == effects(given_)
    assert concluded([undone]) == {}


@settings(deadline=None, max_examples=50)
@given(st.lists(decisions(REAL), max_size=6, unique_by=lambda one: one.id))
def test_whoever_is_chosen_is_chosen_for_good(given_: list[Decision]) -> None:
    found = agents(given_)
    for iri, agent in found.chosen.items():
        assert found.chosen.get(agent.iri, agent) == agent
        assert tuple(sorted((iri, agent.iri))) not in found.apart
    pairs = [frozenset((one.stays, one.other)) for one in verdicts(given_)]
    assert len(set(pairs)) == len(pairs)

"""Nothing that a trace concludes rests on what is undecided: against brute force, and by names that only it gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus import hop, reading, said, statements
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.iris import attribution_iri, snapshot_iri
from provenance.model import EVEN, Assertion, Hop, Kind, Reading, Relation, Resolution
from provenance.trace import outline, trace

if TYPE_CHECKING:
    from provenance.trace import Trace

TEXT = "Rain is due, Alpha or Beta or Gamma said, and Ann and Bob and some."
SURE = (
    hop(TEXT, "Alpha", Kind.OUTLET, Relation.REPORTED, "Alpha", confidence=0.9),
    hop(TEXT, "Beta", Kind.OUTLET, Relation.REPORTED, "Beta", confidence=EVEN),
    hop(TEXT, "Gamma", Kind.WIRE, Relation.REPORTED, "Gamma", confidence=0.7),
    hop(TEXT, "Ann", Kind.PERSON, Relation.SAID, "Ann", confidence=0.6),
    hop(TEXT, "some", Kind.ANONYMOUS, Relation.SAID, "some", anonymous=True, confidence=EVEN),
    hop(TEXT, "unspecified", Kind.UNSPECIFIED, Relation.OTHER, "said", confidence=0.8),
)
OPEN = (
    hop(TEXT, "Quill Post", Kind.OUTLET, Relation.REPORTED, "Beta", confidence=0.49),
    hop(TEXT, "Quill Ostrand", Kind.PERSON, Relation.SAID, "Bob", confidence=0.3),
    hop(TEXT, "Ann", Kind.PERSON, Relation.SAID, "Ann", confidence=0.2, role="Quill, the mayor of Ostra"),
    hop(TEXT, "unspecified", Kind.UNSPECIFIED, Relation.OTHER, "said", confidence=0.1),
)
"""The name Quill stands nowhere else."""

Linked = tuple[tuple[Reading, ...], tuple[Resolution, ...]]


@st.composite
def linked(draw: st.DrawFn, hops: tuple[Hop, ...] = SURE + OPEN) -> Linked:
    """Up to five articles with chains of which parts are undecided, and any resolutions between them."""
    readings = []
    for number in range(draw(st.integers(1, 5))):
        chains = draw(st.lists(st.lists(st.sampled_from(hops), min_size=1, max_size=3, unique=True), max_size=2))
        told = {
            tuple((one.name, one.kind) for one in chain): said(
                TEXT,
                "Rain is due",
                "said",
                tuple(chain),
                confidence=draw(st.sampled_from([0.2, EVEN, 0.9])),
                assertion=draw(st.sampled_from([Assertion.ASSERTS, Assertion.ASSERTS, Assertion.DENIES])),
            )
            for chain in chains
        }
        outlet, day = draw(st.sampled_from(["Alpha", "Delta"])), draw(st.sampled_from(["2031", "2032"]))
        readings.append(reading(f"k{number}", outlet, day, TEXT, attributions=tuple(told.values())))
    iris = [attribution_iri(snapshot_iri(r.article), a) for r in readings for a in r.attributions]
    found = st.builds(
        Resolution, st.sampled_from(iris), st.integers(0, 2), st.sampled_from(iris), st.just("so"), st.just(0.8)
    )
    return tuple(readings), tuple(draw(st.lists(found, max_size=6))) if iris else ()


def concluded(found: Trace) -> str:
    return repr(
        (
            found.judged,
            found.origins,
            found.independence,
            found.choke_points,
            found.loops,
            found.drifts,
            found.earliest,
            found.disorders,
            found.to_fetch,
        )
    )


@settings(deadline=None)
@given(linked())
def test_origins_are_the_ends_of_the_chains_that_are_decided(given_: Linked) -> None:
    readings, resolutions = given_
    found = trace("rain", statements(readings), resolutions, 10_000)
    ends: dict[tuple[str, str, str], set[str]] = {}
    for chain in found.chains:
        if not chain.is_undecided:
            last = chain.steps[-1]
            agent = found.graph.nodes[last.node].get("agent", last.node)
            ends.setdefault((agent, chain.nature, last.assertion), set()).add(chain.steps[0].reached)
    assert {(one.node, one.nature, one.assertion): set(one.articles) for one in found.origins} == ends
    left_out = {chain.steps[0].node for chain in found.chains} - {
        chain.steps[0].node for chain in found.chains if not chain.is_undecided
    }
    assert found.undecided == len(left_out)
    assert found.judged.undecided == len(left_out)
    assert found.independence.high <= len(ends)
    listed = outline(statements(readings), resolutions)
    assert (listed.origins, listed.independence, listed.undecided) == (
        found.origins,
        found.independence,
        found.undecided,
    )


@settings(deadline=None)
@given(linked())
def test_nobody_is_named_whom_only_undecided_hops_name(given_: Linked) -> None:
    readings, resolutions = given_
    found = trace("rain", statements(readings), resolutions, 10_000)
    assert "Quill" not in concluded(found)
    if not resolutions:
        named = any("Quill" in hop.name for one in readings for told in one.attributions for hop in told.chain)
        assert named == any("Quill" in step.who for chain in found.chains for step in chain.steps)


@settings(deadline=None)
@given(linked())
def test_what_an_undecided_hop_says_changes_nothing(given_: Linked) -> None:
    readings, resolutions = given_
    silenced = tuple(
        replace(
            one,
            attributions=tuple(
                replace(
                    told, chain=tuple(replace(hop, role="") if hop.confidence < EVEN else hop for hop in told.chain)
                )
                for told in one.attributions
            ),
        )
        for one in readings
    )
    before, after = (trace("rain", statements(each), resolutions) for each in (readings, silenced))
    assert concluded(before) == concluded(after)


@settings(deadline=None)
@given(linked(SURE))
def test_where_all_is_decided_all_counts(given_: Linked) -> None:
    readings, resolutions = given_
    sure = tuple(
        replace(one, attributions=tuple(replace(told, confidence=EVEN) for told in one.attributions))
        for one in readings
    )
    found = trace("rain", statements(sure), resolutions)
    assert found.undecided == 0
    assert not any(step.undecided for chain in found.chains for step in chain.steps)

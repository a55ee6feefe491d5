"""Which ways are left out because something on them is undecided."""

from __future__ import annotations

from typing import Any

import pytest
from corpus import at, hop, reading, said, statements

from provenance.iris import attribution_iri, snapshot_iri
from provenance.model import Dated, Derivation, Hop, Kind, Reading, Relation, Resolution, Span, is_undecided
from provenance.trace import Trace, trace
from provenance.trace.verdict import Ground

TEXT = "Rain is due, Beta wrote on Friday, and Ann and Bob said."
BETA = hop(TEXT, "Beta", Kind.OUTLET, Relation.REPORTED, "Beta", confidence=0.9)
ANN = hop(TEXT, "Ann", Kind.PERSON, Relation.SAID, "Ann", confidence=0.9)
BOB = hop(TEXT, "Bob", Kind.PERSON, Relation.TOLD, "Bob", confidence=0.4)
NOBODY = hop(TEXT, "unspecified", Kind.UNSPECIFIED, Relation.OTHER, "said", confidence=0.4)


def told(key: str, publisher: str, *chain: Hop, derivations: tuple[Derivation, ...] = (), **more: Any) -> Reading:
    one = said(TEXT, "Rain is due", "said", chain, **more)
    return reading(key, publisher, "2031-02-03", TEXT, attributions=(one,), derivations=derivations)


def traced(*readings: Reading, resolutions: tuple[Resolution, ...] = ()) -> Trace:
    return trace("rain", statements(readings), resolutions)


def resolved(citing: Reading, cited: Reading) -> Resolution:
    ours, theirs = (attribution_iri(snapshot_iri(one.article), one.attributions[0]) for one in (citing, cited))
    return Resolution(ours, 0, theirs, "for the test", 0.8)


def names(found: Trace) -> list[str]:
    return [one.name for one in found.origins]


def test_an_even_chance_is_decided() -> None:
    assert [is_undecided(sure) for sure in (0.0, 0.4999, 0.5, 1.0)] == [True, True, False, False]


@pytest.mark.parametrize("chain", [(BETA, BOB), (BOB, ANN), (BOB,)])
def test_neither_what_lies_beyond_an_undecided_hop_nor_what_lies_before_it_is_an_origin(chain: tuple[Hop, ...]) -> None:
    found = traced(told("a", "Alpha", *chain))
    assert (names(found), found.undecided, found.independence.high) == ([], 1, 0)
    assert (found.judged.ground, found.judged.undecided) == (Ground.UNDECIDED, 1)
    assert [step.who for step in found.chains[0].steps[1:]] == [one.name for one in chain]
    assert (found.to_fetch, found.earliest, found.choke_points) == ((), None, ())


def test_a_statement_that_is_undecided_is_left_out_whoever_made_it() -> None:
    found = traced(told("a", "Alpha", ANN), told("c", "Gamma", ANN, confidence=0.3))
    assert [one.articles for one in found.origins] == [("a",)]
    assert (found.judged.ground, found.judged.undecided) == (Ground.ONE_SOURCE, 1)


def test_own_reporting_is_no_surer_than_the_hop_that_shows_it() -> None:
    own = hop(TEXT, "Alpha", Kind.OUTLET, Relation.REPORTED, "said", confidence=0.4)
    assert traced(told("a", "Alpha", own)).undecided == 1


def test_what_a_page_that_was_taken_over_lays_to_nobody_is_no_surer_than_that() -> None:
    taken = (Derivation("Beta", Kind.OUTLET, Relation.REPUBLISHED, evidence=at(TEXT, "Beta"), confidence=0.9),)
    assert traced(told("a", "Alpha", NOBODY, derivations=taken)).undecided == 1


def test_an_undecided_credit_leaves_all_of_its_page_out() -> None:
    taken = (Derivation("Beta", Kind.OUTLET, Relation.REPUBLISHED, evidence=at(TEXT, "Beta"), confidence=0.4),)
    assert traced(told("a", "Alpha", ANN, derivations=taken)).undecided == 1


def test_a_report_that_was_retrieved_speaks_for_itself() -> None:
    citing, cited = told("a", "Alpha", BETA, BOB), told("b", "Beta", ANN)
    found = traced(citing, cited, resolutions=(resolved(citing, cited),))
    assert ([one.articles for one in found.origins], found.undecided) == ([("a", "b")], 0)


def test_what_rests_on_an_undecided_statement_is_left_out_with_it() -> None:
    citing, cited = told("a", "Alpha", BETA), told("b", "Beta", BOB)
    found = traced(citing, cited, resolutions=(resolved(citing, cited),))
    assert (names(found), found.undecided) == ([], 2)
    assert found.judged.ground is Ground.UNDECIDED


def test_a_name_that_only_an_undecided_hop_gives_is_not_the_origins() -> None:
    fuller = hop(TEXT, "Ann", Kind.PERSON, Relation.SAID, "Ann", confidence=0.4, role="the mayor")
    for order in (1, -1):
        [origin] = traced(*(told("a", "Alpha", ANN), told("c", "Gamma", fuller))[::order]).origins
        assert origin.role == ""


@pytest.mark.parametrize(("sure", "disorders"), [(0.9, 1), (0.4, 0)])
def test_an_impossible_order_is_told_of_what_is_decided(sure: float, disorders: int) -> None:
    start = TEXT.index("Friday")
    day = Dated("Friday", "2031-02-07", Span(start, start + len("Friday")))
    later = hop(TEXT, "Beta", Kind.OUTLET, Relation.REPORTED, "Beta wrote on Friday", confidence=sure)
    assert len(traced(told("a", "Alpha", later, date=day)).disorders) == disorders


@pytest.mark.parametrize(("sure", "loops"), [(0.9, 1), (0.4, 0)])
def test_a_circle_is_told_of_what_is_decided(sure: float, loops: int) -> None:
    alpha = hop(TEXT, "Alpha", Kind.OUTLET, Relation.REPORTED, "Ann", confidence=sure)
    assert len(traced(told("a", "Alpha", BETA), told("b", "Beta", alpha)).loops) == loops

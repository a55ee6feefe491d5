"""Drift between an article and the one that it took the claim from."""

from __future__ import annotations

from corpus import CLAIM, STORY
from invented import both, quoted, statements

from provenance.linking.matching.reports import resolve
from provenance.model import Kind, Reading
from provenance.trace import trace
from provenance.trace.drift import Drift, drifts
from provenance.trace.wordings import ChangeKind

WIRE = ("Kestrel Wire", Kind.WIRE)
OFFICIALS = ("two officials", Kind.ANONYMOUS)


def resolved(*readings: Reading) -> tuple[Drift, ...]:
    told = statements(readings)
    return trace("rain", told, resolve(told)).drifts


def test_a_hedge_and_an_attribution_lost() -> None:
    wire = quoted("w", "Kestrel Wire", OFFICIALS, content="The mill may close in March")
    post = quoted("p", "Post", WIRE, content="The mill will close in March")
    hedge, dropped = sorted(resolved(wire, post), key=lambda one: one.kind)
    assert (hedge.kind, hedge.before, hedge.after) == (ChangeKind.HEDGE, "may", "will close")
    assert (dropped.kind, dropped.before, dropped.after) == (ChangeKind.DROPPED, "two officials", "Kestrel Wire")
    for one in (hedge, dropped):
        assert (one.earlier.article, one.later.article) == ("w", "p")
        assert one.earlier.text == "The mill may close in March"
        assert one.later.spans == ((0, 28),)
        assert 0 < one.confidence < 0.9


def test_an_unnamed_source_becomes_a_body() -> None:
    wire = quoted("w", "Kestrel Wire", OFFICIALS)
    post = quoted("p", "Post", WIRE, ("Ostra", Kind.ORGANIZATION))
    [upgraded] = resolved(wire, post)
    assert (upgraded.kind, upgraded.before, upgraded.after) == (ChangeKind.UPGRADED, "two officials", "Ostra")


def test_who_says_it_alike_has_not_drifted() -> None:
    wire = quoted("w", "Kestrel Wire", OFFICIALS)
    assert resolved(wire, quoted("p", "Post", WIRE, OFFICIALS)) == ()
    assert resolved(wire, quoted("p", "Post", ("Ann Low", Kind.PERSON))) == ()


def test_a_rounded_number_is_no_drift() -> None:
    wire = quoted("w", "Kestrel Wire", OFFICIALS, content="The flood hurt 1,187 people")
    assert resolved(wire, quoted("p", "Post", WIRE, OFFICIALS, content="The flood hurt about 1,200 people")) == ()


def test_a_report_that_is_not_resolved_is_compared_with_its_outlet_s_nearest_wording_at_half_the_confidence() -> None:
    first = quoted("w1", "Kestrel Wire", OFFICIALS, content="The mill in Tarsk may close in March")
    other = quoted("w2", "Kestrel Wire", OFFICIALS, content="The old mill may be sold by its owners")
    later = quoted("w3", "Kestrel Wire", OFFICIALS, content="The mill in Tarsk may close", published="2031-03-01")
    post = quoted("p", "Post", WIRE, OFFICIALS, content="The mill in Tarsk will close in March")
    [drift] = drifts(both(first, other, later, post))
    assert (drift.earlier.article, drift.kind) == ("w1", ChangeKind.HEDGE)
    assert 0.2 < drift.confidence <= 0.45
    assert drifts(both(other, post)) == ()
    assert drifts(both(later, post)) == ()


def test_the_story() -> None:
    told = statements(STORY)
    assert [
        (one.kind, one.before, one.after, one.earlier.article, one.later.article)
        for one in trace(CLAIM, told, resolve(told)).drifts
    ] == [
        (ChangeKind.DROPPED, "two water ministry officials", "Kestrel Wire", "kestrel", "sluice"),
        (ChangeKind.DROPPED, "Northgate Post", "MirrorHub", "mirrorhub", "lantern"),
    ]

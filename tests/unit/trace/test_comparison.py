"""Two statements of one claim: whom each is laid to, through whom, and what changed."""

from __future__ import annotations

from provenance.model import Assertion, Hop, Kind, Relation, Span
from provenance.trace.comparison import Difference, DifferenceKind, Said, differences, paired, shared

WIRE = Hop("Kestrel Wire", Kind.WIRE, Relation.REPORTED)
OFFICIALS = Hop("two officials", Kind.ANONYMOUS, Relation.SAID, anonymous=True)
MAREN = Hop("Ilse Maren", Kind.PERSON, Relation.SAID)
ARDEN = Hop("Pell Arden", Kind.PERSON, Relation.SAID)
PAPERS = ("Northgate Post", "Daily Sluice")


def told(name: str, *chain: Hop, text: str = "the weir will be shut", claim: str = "weir", **more: Assertion) -> Said:
    assertion = more.get("assertion", Assertion.ASSERTS)
    return Said(name, claim, text, (Span(0, 9),), chain, tuple(hop.name for hop in chain), assertion)


def found(left: Said, right: Said, publishers: tuple[str, str] = PAPERS) -> list[Difference]:
    return list(differences(left, right, publishers))


def test_the_same_chain_differs_in_nothing() -> None:
    assert found(told("a", WIRE, OFFICIALS), told("b", WIRE, OFFICIALS)) == []


def test_another_source_is_another_name_and_not_a_part_of_one() -> None:
    assert found(told("a", MAREN), told("b", ARDEN)) == [Difference(DifferenceKind.SOURCE, "Ilse Maren", "Pell Arden")]
    assert found(told("a", MAREN), told("b", Hop("Maren", Kind.PERSON, Relation.SAID))) == []


def test_a_source_dropped_and_a_relay_more() -> None:
    assert found(told("a", OFFICIALS), told("b", WIRE)) == [
        Difference(DifferenceKind.DROPPED, "two officials", ""),
        Difference(DifferenceKind.RELAY, "", "Kestrel Wire"),
    ]


def test_a_relay_that_is_the_other_article_itself_is_named_on_both_sides() -> None:
    both = found(told("a", OFFICIALS), told("b", WIRE, OFFICIALS), ("Kestrel Wire", "Daily Sluice"))
    assert both == [Difference(DifferenceKind.RELAY, "Kestrel Wire", "Kestrel Wire")]


def test_who_denies_differs_from_who_asserts() -> None:
    [one] = found(told("a", MAREN), told("b", MAREN, assertion=Assertion.DENIES))
    assert one == Difference(DifferenceKind.ASSERTION, "asserts", "denies")


def test_each_statement_is_paired_with_the_nearest_of_its_claim_or_quotation() -> None:
    ours = [told("a1"), told("a2", text="rain fell", claim="rain")]
    theirs = [
        told("b1", text="the weir may be shut soon"),
        told("b2"),
        told("b3", text="it snowed", claim="snow"),
    ]
    pairs = [(one.id, other.id) for one, other in paired(ours, theirs, ())]
    assert pairs == [("a1", "b1"), ("a1", "b2")]
    quoted = [(one.id, other.id) for one, other in paired(ours, theirs, {("a2", "b3")})]
    assert quoted == [*pairs, ("a2", "b3")]


def test_changes_run_from_the_earlier_wording_to_the_later() -> None:
    certain, hedged = told("a"), told("b", text="the weir may be shut")
    assert shared(certain, hedged, "left", PAPERS).changes == ()
    [change] = shared(certain, hedged, "right", PAPERS).changes
    assert change.before == "may"

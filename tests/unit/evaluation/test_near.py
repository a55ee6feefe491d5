"""Near misses and drift as annotators note them."""

from __future__ import annotations

from evaluation.near import Drift, Joined, Note, lines, notes, pairs

NOTED = notes(
    [
        {"claim_cluster": "w1-e01-K01", "note": "main claim; drift: the Herald drops every hedge"},
        {"claim_cluster": "w1-e01-K02", "note": "near miss of K01 (number, see K09); K08 is older"},
        {"claim_cluster": "w1-e01-K03", "note": "near misses K02, K01; false"},
        {"claim_cluster": "K04", "note": None},
    ]
)


def test_near_misses_are_claims_of_the_same_event_up_to_where_the_note_goes_on() -> None:
    assert NOTED[1] == Note("w1-e01-K02", ("w1-e01-K01", "w1-e01-K09"), "")
    assert NOTED[2].near == ("w1-e01-K02", "w1-e01-K01")
    assert NOTED[3] == Note("K04", (), "")


def test_a_pair_that_both_notes_name_counts_once() -> None:
    both = notes(
        [{"claim_cluster": "K1", "note": "near miss of K2"}, {"claim_cluster": "K2", "note": "near miss of K1"}]
    )
    assert pairs(both) == [("K1", "K2")]


def test_kept_apart_are_those_that_share_no_claim() -> None:
    found = Joined({"a": frozenset({1, 2}), "b": frozenset({2}), "c": frozenset({3})}, {})
    assert (found.kept_apart("a", "b"), found.kept_apart("a", "c"), found.kept_apart("a", "d")) == (False, True, None)


def test_the_lines_count_and_name() -> None:
    lies_in = {"w1-e01-K01": frozenset({0}), "w1-e01-K02": frozenset({0}), "w1-e01-K03": frozenset({1})}
    found = Joined(lies_in, {0: (Drift("a hedge lost", "may close", "will close", "herald"),)})
    assert list(lines(found, NOTED)) == [
        "near misses: 4 pairs, both read 3, of these kept apart 2",
        "  taken for one: w1-e01-K01 w1-e01-K02",
        "drift: 1 notes, with some drift told in a trace of the claim 1",
        "  w1-e01-K01: main claim; drift: the Herald drops every hedge",
        "    a hedge lost: “may close” → “will close” in herald",
    ]

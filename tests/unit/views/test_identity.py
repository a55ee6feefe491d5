"""Pairs of origins in sentences: one for each code, and a section of the report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import quoted, statements

from provenance.model import Kind
from provenance.trace import trace
from provenance.trace.independence import Limit, Reason
from provenance.trace.origin_identity import Settle, Settling, Why
from provenance.views import text
from provenance.views.prose.identity import identity, reason, settled

OFFICIALS, ANN = ("two officials", Kind.ANONYMOUS), ("Ann Low", Kind.PERSON)
FOUND = trace("rain is due", statements((quoted("a", "Post", OFFICIALS), quoted("b", "Mail", ANN))))
[PAIR] = FOUND.origin_pairs


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_a_sentence(why: Why) -> None:
    said = identity(replace(PAIR, why=why, shared="Kestrel"))
    assert said.startswith("Ann Low and two unnamed officials may be one: ")
    assert "{" not in said


def test_a_measured_likelihood_is_told() -> None:
    assert identity(replace(PAIR, why=Why.NAMES_ALIKE, shared="two spellings", confidence=0.8)).endswith(
        "may be one: two spellings, 80%"
    )


@pytest.mark.parametrize("how", Settle)
def test_every_way_to_settle_has_a_phrase(how: Settle) -> None:
    assert settled([Settling(how, "Post", "officials", "2031-02-03")]).startswith("To settle: ")


def test_what_cannot_be_settled_says_nothing() -> None:
    assert not settled([])


@pytest.mark.parametrize("limit", Limit)
def test_every_limit_has_a_sentence(limit: Limit) -> None:
    assert reason(Reason(limit, tuple("abcdefg"), "Post")).endswith(": a; b; c; d; e; and 2 more")


def test_the_report_says_why_the_number_is_open_and_what_would_settle_it() -> None:
    section = " ".join(text(FOUND).partition("Why ")[2].split())
    assert section == (
        "1 to 2 independent origins └── Ann Low and two unnamed officials may be one: "
        "nothing said of the unnamed tells them apart "
        "To settle: ask Post whom it means by “two officials”; decide (provenance merge or split)"
    )

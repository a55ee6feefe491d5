"""What each feature adds comes to the likelihood, and what it looked at is told."""

import numpy as np
import pytest

from provenance.linking.fitted import fitted
from provenance.linking.matching.likelihood import likelihoods
from provenance.linking.matching.reasons import BIAS, Reason, reasons
from provenance.linking.records import ArticleRecord, StatementRecord
from provenance.model import Kind


def said(words: str, percents: str = "", speaker: str = "") -> StatementRecord:
    chain, kind = ((speaker,), Kind.PERSON) if speaker else (("sluice herald",), Kind.OUTLET)
    told, shares, names = (frozenset(part.split()) for part in (words, percents, speaker))
    return StatementRecord(f"iri {words}", f"passage {words}", told, shares, shares, names, chain, kind, asserts=True)


def article(*statements: StatementRecord) -> ArticleRecord:
    vectors = np.eye(4, dtype=np.int8)[: len(statements)] * 127
    return ArticleRecord(None, (), statements, (), vectors)


OURS = article(said("ferry route clos", speaker="ilse maren"), said("mayor storm"))
THEIRS = article(said("ferry route storm", "9", speaker="otto lund"), said("tram"))


def by_feature() -> dict[str, Reason]:
    return {one.feature: one for one in reasons(OURS, THEIRS, (0, 0))}


def test_together_they_are_the_odds_of_the_likelihood() -> None:
    for pair in np.ndindex(2, 2):
        total = sum(one.adds for one in reasons(OURS, THEIRS, pair))
        assert 1 / (1 + np.exp(-total)) == pytest.approx(likelihoods(OURS, THEIRS)[pair])


def test_the_weightiest_is_first_and_what_adds_nothing_is_left_out() -> None:
    adds = [abs(one.adds) for one in reasons(OURS, THEIRS, (0, 0))]
    assert adds == sorted(adds, reverse=True)
    assert "same origin" not in by_feature()


def test_what_a_feature_looked_at_is_told() -> None:
    found = by_feature()
    assert (found["words"].shared, found["words"].left, found["words"].right) == (
        ("ferry", "route"),
        ("clos",),
        ("storm",),
    )
    assert (found["one has a percentage"].left, found["one has a percentage"].right) == ((), ("9",))
    assert (found["other speakers"].left, found["other speakers"].right) == (("ilse maren",), ("lund otto",))


def test_a_reason_bears_value_and_weight() -> None:
    bias = by_feature()[BIAS]
    assert (bias.value, bias.weight, bias.adds) == (1.0, fitted().weights[BIAS], fitted().weights[BIAS])
    assert by_feature()["one has a percentage"].adds == pytest.approx(fitted().weights["one has a percentage"])

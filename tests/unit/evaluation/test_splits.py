"""Folds: the same every time, and never an event on both sides."""

from __future__ import annotations

import pytest
from shared import DATA, needed

from evaluation import articles
from evaluation.splits import SETS, fold, group, held_out, text_hash

FOLDS = 3


@pytest.mark.parametrize(
    ("key", "event"),
    [
        ("w1-e01-morning-tally", "w1-e01-"),
        ("basil-df6a55fb-dfe5-4362-89a6-8c040d648a70_2", "basil-df6a55fb-dfe5-4362-89a6-8c040d648a70_"),
        ("d4-ruagr", "d4-"),
    ],
)
def test_an_article_on_an_event_goes_with_the_others(key: str, event: str) -> None:
    assert group(key, "Rain fell.") == event


def test_any_other_goes_with_the_same_text() -> None:
    assert group("harl_2016-03-01_rain", "Rain fell.") == group("tarn_2016-03-02_rain", "Rain  fell.\n")
    assert group("harl_2016-03-01_rain", "Rain fell.") != group("harl_2016-03-01_rain", "Snow fell.")


def test_a_fold_does_not_depend_on_the_others_and_is_the_same_every_time() -> None:
    assert [fold(name, 5) for name in ("w1-e01-", "d4-", text_hash("Rain fell."))] == [1, 0, 3]
    assert {fold(str(number), FOLDS) for number in range(50)} == set(range(FOLDS))


def test_each_part_is_held_out_once() -> None:
    items = ["ab", "ac", "ba", "ca", "bb"]
    found = list(held_out(items, lambda item: item[0]))
    assert [name for name, *_ in found] == ["a", "b", "c"]
    assert found[1] == ("b", ["ab", "ac", "ca"], ["ba", "bb"])


@needed
@pytest.mark.parametrize(("name", "events"), [("invented", 28), ("basil.train", 20), ("events", 5)])
def test_the_events_of_a_set_are_told_by_the_keys(name: str, events: int) -> None:
    found = [group(key, text) for key, text in articles.texts(DATA, SETS[name])]
    assert len(set(found)) == events
    assert all(not one.isalnum() for one in found)


@needed
def test_what_is_learnt_from_is_nowhere_measured_on() -> None:
    learnt, kept = set(), set()
    for one in SETS.values():
        (learnt if one.open_to == SETS["invented"].open_to else kept).update(
            text_hash(text) for _, text in articles.texts(DATA, one)
        )
    assert len(learnt) > 1000
    assert len(kept) > 200
    assert not learnt & kept

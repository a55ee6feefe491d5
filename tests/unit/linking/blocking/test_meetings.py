"""Who meets whom, block by block, is who meets whom where every two are looked at."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.linking import batch
from provenance.linking.blocking.keys import FIRST, rank
from provenance.linking.blocking.meetings import (
    Teller,
    by_key,
    leading,
    on_one_story,
    seats,
    teller,
    with_leading,
)
from provenance.linking.records import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

TERMS = ("ferry", "harbour", "council", "bridge", "school", "orchard", "tunnel")
DAYS = st.none() | st.integers(1, 100)
TOLD = st.lists(st.tuples(DAYS, st.sets(st.sampled_from(TERMS), max_size=6)), max_size=12)


def met(tellers: Sequence[Teller]) -> list[tuple[str, str]]:
    blocks: dict[tuple[int, int], tuple[list[Teller], list[Teller]]] = defaultdict(lambda: ([], []))
    for one in tellers:
        for term, window, is_own in seats(one):
            blocks[term, window][not is_own].append(one)
    return [
        pair for (term, _), (own, others) in blocks.items() for pair in on_one_story(term, own, others, among_own=True)
    ]


@given(TOLD)
def test_each_two_on_one_story_meet_once(told: list[tuple[int | None, set[str]]]) -> None:
    tellers = [teller(f"a{number:02}", day, terms) for number, (day, terms) in enumerate(told)]
    records = {
        f"a{number:02}": ArticleRecord(day, tuple(sorted(terms)), (), (), np.zeros((0, 0), np.int8))
        for number, (day, terms) in enumerate(told)
    }
    expected = [pair for pair in combinations(records, 2) if batch._on_one_story(*(records[one] for one in pair))]
    assert sorted(met(tellers)) == expected


def test_the_first_and_the_last_day_of_a_month_meet_and_the_next_does_not() -> None:
    first, last, beyond = (teller(f"d{day}", day, TERMS[:3]) for day in (100, 130, 131))
    assert sorted(met([first, last, beyond])) == [("d100", "d130"), ("d130", "d131")]


@given(st.sets(st.integers(0, 999), max_size=40), st.integers(1, 5))
def test_by_a_key_each_meets_its_first_holders(numbers: set[int], first: int) -> None:
    holders = [f"a{number}" for number in numbers]
    leaders = set(sorted(holders, key=rank)[:first])
    expected = sorted(pair for pair in combinations(sorted(holders), 2) if leaders.intersection(pair))
    assert sorted(by_key(holders, first)) == expected
    one_by_one = {pair for one in holders for pair in with_leading(one, leading(holders, first))}
    assert sorted(one_by_one) == expected


def test_a_key_of_many_makes_pairs_with_its_first_holders_only() -> None:
    assert len(list(by_key(map(str, range(1000))))) == FIRST * (1000 - FIRST) + FIRST * (FIRST - 1) // 2

"""Linking gives the same whatever the order in which articles came."""

from corpus import STORY, statements
from hypothesis import given
from hypothesis import strategies as st

from provenance.linking.matching.reports import resolve
from provenance.model import Statement

TOLD = statements(STORY)


@given(st.permutations(TOLD))
def test_reports(told: list[Statement]) -> None:
    assert resolve(told) == resolve(TOLD)


@given(st.lists(st.sampled_from(TOLD)))
def test_some_statements_some_of_them_twice(told: list[Statement]) -> None:
    once = list(dict.fromkeys(told))
    assert resolve(told) == resolve(once[::-1])

"""Every sentence beside this file, read by every extractor that `unmet.toml` names.

What an extractor reads today it must go on reading: its pass rate in a kind may not fall. That more is read than is
recorded fails nothing; `python -m evaluation behaviour` tells it.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache

import pytest

from evaluation.behaviour import FOLDER, UNMET, Case, cases, shortcomings, unmet
from provenance.extraction import extractor

CASES = cases()
KINDS = sorted({case.kind for case in CASES})
EXTRACTORS = sorted(tomllib.loads((FOLDER / UNMET).read_text(encoding="utf8")))


@cache
def failing(name: str, kind: str) -> dict[str, list[str]]:
    """What is not read as it should be, by the id of the case."""
    read = extractor(name).read
    of = [case for case in CASES if case.kind == kind]
    return {case.id: found for case in of if (found := shortcomings(case, read(case.article)))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_rules_read_what_they_are_known_to_read(case: Case) -> None:
    if case.id not in unmet("rules").get(case.kind, ()):
        assert failing("rules", case.kind).get(case.id, []) == [], case.why


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", EXTRACTORS)
def test_no_pass_rate_falls(name: str, kind: str) -> None:
    known, found = unmet(name).get(kind, frozenset()), failing(name, kind)
    fallen = {id_: found[id_] for id_ in found if id_ not in known}
    assert len(found) <= len(known), f"{name} reads less of {kind} than before: {fallen}"


def test_cases_bear_names_of_their_own_and_expect_something() -> None:
    assert [id_ for id_, count in Counter(case.id for case in CASES).items() if count > 1] == []
    assert [case.id for case in CASES if not (case.expected or case.unexpected) and case.count is None] == []
    assert all(case.why for case in CASES)
    assert len(CASES) >= 280


@pytest.mark.parametrize("name", EXTRACTORS)
def test_what_is_recorded_is_a_case_of_its_kind(name: str) -> None:
    there = {(case.kind, case.id) for case in CASES}
    assert {(kind, id_) for kind, ids in unmet(name).items() for id_ in ids} <= there

"""What a given name tells of who "he" and "she" are."""

from __future__ import annotations

import tomllib

import pytest

from provenance.extraction.rules.gender import FEMALE, MALE, by_given_name
from provenance.resources import resource


def test_no_given_name_is_in_both_lists() -> None:
    with resource("first_names.toml").open("rb") as stream:
        lists = {kind: names.split() for kind, names in tomllib.load(stream).items()}
    assert set(lists) == {"female", "male"}
    assert not set(lists["female"]) & set(lists["male"])
    for names in lists.values():
        assert names == sorted(set(names))


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [("Ada Brunt", FEMALE), ("Leo Marsh", MALE), ("Robin Marsh", None), ("Ada", None), ("Brunt", None)],
)
def test_a_given_name_tells_the_pronoun(name: str, pronoun: frozenset[str] | None) -> None:
    assert by_given_name(name) == pronoun

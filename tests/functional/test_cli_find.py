"""What `provenance find` answers in the examples."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run

if TYPE_CHECKING:
    from pathlib import Path

LOOKED_FOR = "the minister expects boats to every island"


@pytest.fixture(scope="module")
def by_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("find") / "store"
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    return path


def test_the_nearest_claims_are_listed_and_can_be_traced(by_rules: Path) -> None:
    answer = run("find", LOOKED_FOR, "--store", by_rules, "--format", "json")
    first, *_ = found = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert "every inhabited island" in first["text"]
    assert "harbour-ledger" in first["articles"]
    assert run("trace", first["claim"], "--store", by_rules).code == 0
    assert len(json.loads(run("find", LOOKED_FOR, "--limit", 1, "--store", by_rules, "--format", "json").out)) == 1
    assert len(found) <= 10


def test_nothing_near_is_an_answer_and_no_words_are_none(by_rules: Path) -> None:
    line = "provenance: nothing in the store is near to 'purple elephants': try other words\n"
    assert run("find", "purple elephants", "--store", by_rules) == (1, "", line)
    line = "provenance: '?' holds no words to look for: say who does what\n"
    assert run("find", "?", "--store", by_rules) == (2, "", line)


def test_a_claim_that_is_not_found_comes_with_the_nearest(by_rules: Path) -> None:
    answer = run("origin", "the railway has lost half of its passengers", "--store", by_rules)
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert "surely makes the claim" in answer.err
    assert "; the nearest is 'Calder Ferries carried 2.9 million passengers" in answer.err
    assert answer.err.endswith("(2 articles): try its words, or 'provenance find TEXT'\n")

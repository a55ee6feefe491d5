"""What `provenance check` finds in the examples."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def by_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "store"
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    return path


def test_a_hedge_lost_on_the_way_is_found_with_both_wordings(by_rules: Path) -> None:
    answer = run("check", "--kind", "drift", "--store", by_rules, "--format", "jsonl")
    findings = [json.loads(line) for line in answer.out.splitlines()]
    assert (answer.code, answer.err) == (0, "")
    [lost] = [one for one in findings if "“will close”" in one["what"]]
    assert lost["what"] == "A hedge lost: “plans to” in newsfold, “will close” in mainland-observer."
    assert lost["articles"] == ["newsfold", "mainland-observer"]
    assert "plans to close" in lost["before"]
    assert "will close" in lost["after"]


def test_a_finding_is_of_a_claim_that_can_be_traced(by_rules: Path) -> None:
    findings = json.loads(run("check", "--store", by_rules, "--format", "json").out)
    assert [len(one["articles"]) for one in findings] == sorted(
        (len(one["articles"]) for one in findings), reverse=True
    )
    assert run("trace", findings[0]["claim"], "--store", by_rules).code == 0


def test_nothing_weak_is_an_answer(by_rules: Path) -> None:
    line = "provenance: nothing weak was found: ask for another --kind, or for fewer --min-articles\n"
    assert run("check", "--min-articles", 50, "--store", by_rules) == (1, "", line)


def test_a_kind_that_is_none_is_named(by_rules: Path) -> None:
    line = "no kind of finding 'rumour': give one of one-origin, loop, unnamed, broken-trail, drift"
    assert run("check", "--kind", "rumour", "--store", by_rules) == (2, "", f"provenance: {line}\n")

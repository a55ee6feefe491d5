"""`trace` and `origin`: the verdict for people, everything for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from command import CLAIM, run

if TYPE_CHECKING:
    from pathlib import Path

VERDICT = "At most 3 independent sources: Ragna Thorsby, two unnamed officials and unnamed former planner, "


def test_the_verdict_comes_first(store: Path) -> None:
    for command in ("trace", "origin"):
        assert run(command, CLAIM, "--store", store).out.startswith(VERDICT)


def test_json_carries_everything(store: Path) -> None:
    found = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    assert found["verdict"].startswith(VERDICT)
    assert found["independence"] == {
        "low": 1,
        "high": 3,
        "reasons": [
            "former planner may include Ragna Thorsby",
            "two officials may include Ragna Thorsby",
            "may make another claim: former planner",
        ],
    }
    [choke] = found["choke_points"]
    assert (choke["who"], len(choke["articles"]), choke["of"], choke["every"]) == ("Harbour Ledger", 6, 7, False)
    assert found["loops"] == []
    assert found["disorders"] == []
    assert found["to_fetch"] == []
    assert found["earliest"]["told_in"] == "harbour-ledger"
    hedge = next(one for one in found["drifts"] if (one["kind"], one["after"]) == ("a hedge lost", "will close"))
    assert (hedge["kind"], hedge["before"], hedge["after"]) == ("a hedge lost", "plans to", "will close")
    assert (hedge["earlier"]["article"], hedge["later"]["article"]) == ("newsfold", "mainland-observer")


def test_other_formats_of_origin_carry_origins_alone(store: Path) -> None:
    assert isinstance(json.loads(run("origin", CLAIM, "--store", store, "--format", "json").out), list)
    for form in ("jsonl", "csv"):
        assert "independent origins" not in run("origin", CLAIM, "--store", store, "--format", form).out


def test_claims_count_independent_origins(store: Path) -> None:
    found = [json.loads(line) for line in run("claims", "--store", store, "--format", "jsonl").out.splitlines()]
    assert all(low <= high <= len(one["origins"]) for one in found for low, high in [one["independent_origins"]])
    assert not any(one["loops"] for one in found)

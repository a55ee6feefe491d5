"""`trace` and `origin`: the verdict for people, everything for programs."""

from __future__ import annotations

import json
from shutil import copytree
from typing import TYPE_CHECKING

from command import CLAIM, run

if TYPE_CHECKING:
    from pathlib import Path

VERDICT = "At most 2 independent sources: Ragna Thorsby and two unnamed officials, "


def test_the_verdict_comes_first(store: Path) -> None:
    for command in ("trace", "origin"):
        assert run(command, CLAIM, "--store", store).out.startswith(VERDICT)


def test_json_carries_everything(store: Path) -> None:
    found = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    assert found["verdict"].startswith(VERDICT)
    assert found["independence"] == {
        "low": 1,
        "high": 2,
        "reasons": [{"limit": "may be one", "who": ["Ragna Thorsby", "two officials"], "through": ""}],
    }
    [one, *_] = found["origin_pairs"]
    assert (one["left"]["name"], one["right"]["name"]) == ("two officials", "Ragna Thorsby")
    assert (one["judgement"], one["why"], one["merged"]) == ("undecided", "unnamed and named", True)
    assert {shown["told_in"] for shown in one["evidence"]} == {"harbour-ledger", "marrow-island-voice"}
    ask, decide = one["settled_by"]
    assert (ask["how"], ask["who"], ask["about"]) == ("ask the outlet", "Harbour Ledger", "two officials")
    assert decide["sources"] == [one["left"]["node"], one["right"]["node"]]


def test_what_settles_a_pair_can_be_decided(store: Path, tmp_path: Path) -> None:
    store = copytree(store, tmp_path / "copy")
    [one, *_] = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)["origin_pairs"]
    sources = one["settled_by"][-1]["sources"]
    assert run("split", *sources, "--store", store, "--by", "Ada").code == 0
    found = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    assert (found["independence"]["low"], found["independence"]["high"]) == (2, 2)
    assert found["origin_pairs"][0]["why"] == "decided"
    assert run("merge", *sources, "--store", store, "--by", "Ada").code == 0
    found = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    assert found["independence"]["high"] == 1
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

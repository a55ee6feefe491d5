"""What the command line says of a claim: its trace, its origins, its pictures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import CLAIM, run

from provenance.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path


def test_a_trace_is_a_tree_of_articles_and_the_words_that_show_each_hop(store: Path) -> None:
    answer = run("trace", CLAIM, "--store", store)
    assert (answer.code, answer.err) == (0, "")
    assert (
        "\n\nThe ferry operator Calder Ferries plans to close the Marrow Island route in October\n8 articles"
        in answer.out
    )
    assert "Harbour Ledger, 2025-03-11" in answer.out
    assert "according to two officials who asked not to be named" in answer.out
    assert "\x1b" not in answer.out


def test_the_story_is_followed_through_five_outlets_to_its_origin(store: Path) -> None:
    trace = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    [chain] = [chain for chain in trace["chains"] if chain["steps"][0]["reached"] == "mainland-observer"]
    tellers = [step["who"] for step in chain["steps"]]
    outlets = ["Mainland Observer", "Newsfold", "Westhaven Gazette", "Calder Press", "Harbour Ledger"]
    assert list(dict.fromkeys(tellers)) == [*outlets, "two officials"]
    assert chain["nature"] == "anonymous"
    assert chain["steps"][-1]["reason"].startswith("asked not to be named because the board")

    origins = {origin["name"]: origin for origin in trace["origins"]}
    assert set(origins) == {"two officials", "Ragna Thorsby", "Calder Ferries"}
    assert len(origins["two officials"]["articles"]) == 6
    assert origins["Ragna Thorsby"]["nature"] == "named person"
    assert origins["Calder Ferries"]["assertion"] == "denies"


def test_a_trace_in_json_has_the_same_origins_as_the_origin_command(store: Path) -> None:
    trace = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    origins = json.loads(run("origin", CLAIM, "--store", store, "--format", "json").out)
    assert [one | {"claim": trace["claim"]} for one in trace["origins"]] == origins
    assert {chain["steps"][-1]["node"] for chain in trace["chains"]} >= {origin["node"] for origin in origins}
    assert all(step["evidence"] for chain in trace["chains"] for step in chain["steps"])


def test_the_limit_bounds_the_chains_but_not_the_origins(store: Path) -> None:
    short, full = (
        json.loads(run("trace", CLAIM, "--store", store, "--format", "json", "--limit", limit).out) for limit in (1, 50)
    )
    assert len(short["chains"]) == 1
    assert short["more"] is True
    assert full["more"] is False
    assert short["origins"] == full["origins"]


def test_a_listed_claim_and_its_statements_can_be_traced_by_their_names(store: Path) -> None:
    claim = next(
        claim
        for claim in json.loads(run("claims", "--store", store, "--format", "json").out)
        if "two officials" in [origin["name"] for origin in claim["origins"]]
    )
    trace = json.loads(run("trace", claim["id"], "--store", store, "--format", "json").out)
    assert [origin["name"] for origin in trace["origins"]] == [origin["name"] for origin in claim["origins"]]
    [told] = [one["id"] for one in claim["statements"] if one["key"] == "harbour-ledger"]
    trace = json.loads(run("trace", told, "--store", store, "--format", "json").out)
    assert [origin["name"] for origin in trace["origins"]] == ["two officials"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_goes_to_a_file_or_to_standard_output(view: str, store: Path, tmp_path: Path) -> None:
    target = tmp_path / "view"
    assert run("view", CLAIM, "--store", store, "--format", view, "-o", target) == (0, "", "")
    drawn = run("view", CLAIM, "--store", store, "--format", view)
    assert drawn.out == target.read_text("utf8")
    assert "Harbour Ledger" in drawn.out


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("chain.svg", b"<svg "),
        ("chain.PNG", b"\x89PNG"),
        ("chain.pdf", b"%PDF-"),
        ("chain.mmd", b"---\ntitle:"),
        ("chain.dot", b"digraph"),
        ("chain.html", b"<!doctype html>"),
        ("chain.txt", b"At most "),
        ("chain", b"At most "),
    ],
)
def test_the_ending_decides(name: str, starts: bytes, store: Path, tmp_path: Path) -> None:
    assert run("view", CLAIM, "--store", store, "-o", tmp_path / name) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(starts)

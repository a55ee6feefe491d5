"""A text that is too long for the encoder is named with the remedy; what needs no encoder reads it all the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import run

from provenance.encoder import encoder

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "The harbour master said that the bridge would open in May."
LONG = f"{GOOD}\n\nThe pool is too cold, the coach Ada Brunt said.\n\nTaxes on salt will rise, the mayor said."
LINE = "too long: 34 words and marks, and at most 20 are read as one article: split it"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(encoder, "LONGEST", 20)
    place = tmp_path / "articles"
    place.mkdir()
    (place / "long.txt").write_text(LONG)
    (place / "short.txt").write_text(GOOD)
    return place


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_the_model_skips_it(command: str, folder: Path, tmp_path: Path) -> None:
    store = ["--store", tmp_path / "store"] if command == "ingest" else []
    answer = run(command, folder, *store)
    assert answer.code == 3
    assert answer.err.splitlines()[0] == f"provenance: {folder}/long.txt: {LINE}"
    assert answer.err.count("provenance: ") == 1
    kept = run("articles", *store, "--format", "jsonl").out if store else answer.out
    assert [json.loads(line)["key"] for line in kept.splitlines()] == ["short"]


def test_the_rules_keep_it_and_its_statements_are_joined(folder: Path, tmp_path: Path) -> None:
    store = ["--store", tmp_path / "store"]
    answer = run("ingest", folder, "--extractor", "rules", *store)
    assert (answer.code, answer.err) == (0, "2 articles (2 added), 4 statements\n")
    claims = map(json.loads, run("claims", *store, "--format", "jsonl").out.splitlines())
    assert {"long", "short"} in [{one["key"] for one in claim["statements"]} for claim in claims]
    assert run("find", "bridge opens in May", *store).code == 0


def test_the_limit_is_far_above_any_article() -> None:
    encoder.check_length("dam " * encoder.LONGEST)


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize("threads", ["-1", "two", "1.5"])
def test_what_is_no_number_of_threads(command: str, threads: str, folder: Path, tmp_path: Path) -> None:
    store = ["--store", tmp_path / "store"] if command == "ingest" else []
    answer = run(command, folder, "--threads", threads, *store)
    assert answer.code == 2
    assert "--threads" in answer.err
    assert not (tmp_path / "store").exists()

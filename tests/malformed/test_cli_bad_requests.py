"""A request that cannot be met ends with its own exit code and exactly one line that says why."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from command import EXAMPLES, PROVENANCE, run

FULL = Path("/dev/full")
FORMATS = "turtle, trig, nquads, ntriples, rdfxml, jsonld, graphml, gexf, prov-json, prov-n, csv-hops, csv-chains"
ENDINGS = ".ttl, .trig, .nq, .nt, .rdf, .jsonld, .graphml, .gexf, .json, .provn"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bad") / "store"
    run("ingest", EXAMPLES / "library-hours.txt", "--store", path)
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["trace"], 2, "Missing argument 'CLAIM'. See 'provenance trace --help'."),
        (["export"], 2, f"which format? Give --format, or -o FILE that ends in one of {ENDINGS}"),
        (["--bogus"], 2, "No such option: --bogus See 'provenance --help'."),
        (["ingest", "--unknown"], 2, "No such option: --unknown See 'provenance ingest --help'."),
        (
            ["extract", EXAMPLES, "--extractor", "oracle"],
            2,
            "no extractor 'oracle': give one of model, rules, endpoint",
        ),
    ],
)
def test_a_request_that_makes_no_sense(arguments: list[str], code: int, line: str) -> None:
    assert run(*arguments) == (code, "", f"provenance: {line}\n")


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (
            ["trace", "purple elephants"],
            1,
            "no article in the store makes the claim 'purple elephants': try fewer words, or other ones",
        ),
        (["origin", ""], 2, "'' holds no words to look for: say who does what"),
        (
            ["view", "library to open", "--format", "oil"],
            2,
            "no view 'oil': give one of tree, html, mermaid, dot, svg, png, pdf",
        ),
        (["export", "--format", "xlsx"], 2, f"no export format 'xlsx': give one of {FORMATS}"),
        (
            ["export", "--format", "turtle", "--article", "nowhere"],
            1,
            "the store holds no article 'nowhere': 'provenance articles' lists their keys",
        ),
        (
            ["export", "--format", "turtle", "--article", "a", "--claim", "b"],
            2,
            "an export is of one article or of one claim: give one of the two",
        ),
        (
            ["export", "--format", "turtle", "-o", "/nowhere/graph.ttl"],
            5,
            "/nowhere/graph.ttl: cannot be written (No such file or directory): choose another place with -o",
        ),
        (
            ["export", "--format", "turtle", "-o", "/"],
            5,
            "/: cannot be written (Is a directory): choose another place with -o",
        ),
        (
            ["export", "--format", "turtle", "-o", "/dev/full"],
            5,
            "/dev/full: cannot be written (No space left on device): choose another place with -o",
        ),
        (["query", "SELEC"], 2, "SPARQL query, line 1, column 6: malformed near 'SELEC'"),
    ],
)
def test_a_request_that_the_store_cannot_meet(arguments: list[str], code: int, line: str, store: Path) -> None:
    assert run(*arguments, "--store", store) == (code, "", f"provenance: {line}\n")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["articles"],
        ["claims", "--format", "jsonl"],
        ["export", "--format", "nquads"],
        ["extract", EXAMPLES],
        ["extract", EXAMPLES / "library-hours.txt"],
        ["--help"],
    ],
)
def test_standard_output_that_is_full(arguments: list[object], store: Path) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*PROVENANCE, *map(str, arguments)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PROVENANCE_STORE": str(store)},
            check=False,
        )
    line = "cannot be written (No space left on device): free some space, or send it to another place"
    assert (done.returncode, done.stderr) == (5, f"provenance: standard output: {line}\n")


@pytest.mark.parametrize("command", ["articles", "sources", "claims", "info"])
def test_a_store_that_is_not_there_is_not_made(command: str, tmp_path: Path) -> None:
    path = tmp_path / "store"
    line = f"provenance: {path}: no store is there; make one with 'provenance ingest FILE --store {path}'\n"
    assert run(command, "--store", path) == (4, "", line)
    assert not path.exists()


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ("not json", "its store.json is damaged; restore it from a backup, or ingest the articles into a new store"),
        (
            json.dumps({"store": "provenance", "format": 99}),
            (
                "written by a newer provenance (store format 99, this one reads 3); "
                "upgrade with 'pip install --upgrade provenance-tracker'"
            ),
        ),
    ],
)
def test_a_store_that_is_damaged_or_of_a_newer_version(damage: str, line: str, tmp_path: Path) -> None:
    path = tmp_path / "store"
    run("ingest", EXAMPLES / "library-hours.txt", "--store", path)
    (path / "store.json").write_text(damage)
    assert run("articles", "--store", path) == (4, "", f"provenance: {path}: {line}\n")


def test_a_folder_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader,")
    answer = run("ingest", EXAMPLES, "--store", tmp_path)
    assert answer == (4, "", f"provenance: {tmp_path}: not a provenance store; give another folder\n")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_listing_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    run("ingest", tmp_path / "empty.txt", "--store", tmp_path / "store")
    for command in ("articles", "sources", "claims"):
        line = f"provenance: the store holds no {command}; add articles with 'provenance ingest FILE'\n"
        assert run(command, "--store", tmp_path / "store") == (1, "", line)

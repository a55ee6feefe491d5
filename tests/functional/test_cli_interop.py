"""docs/interop.md: each command on it does what it says, and what other programs open is named there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from command import CLAIM, ROOT, run
from prov.model import ProvDocument
from pyoxigraph import RdfFormat, parse

from provenance.exports import EXPORTERS

if TYPE_CHECKING:
    from pathlib import Path

DOCS = (ROOT / "docs" / "interop.md").read_text("utf8")
COMMANDS = [
    line.partition("   #")[0].strip()
    for block in re.findall(r"^```sh\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("provenance ")
]
READ = {
    ".graphml": lambda path: nx.read_graphml(path, force_multigraph=True),
    ".gexf": nx.read_gexf,
    ".provn": lambda path: ProvDocument.deserialize(path, format="provn"),
    ".ttl": lambda path: list(parse(path.read_bytes(), format=RdfFormat.TURTLE)),
    ".trig": lambda path: list(parse(path.read_bytes(), format=RdfFormat.TRIG)),
    ".md": lambda path: path.read_text("utf8"),
}


@pytest.fixture(scope="module")
def workplace(store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with a store of its own, and a statement in it that is not confirmed yet."""
    place = tmp_path_factory.mktemp("interop")
    shutil.copytree(store, place / ".provenance")
    claims = json.loads(run("claims", "--format", "json", "--store", place / ".provenance").out)
    return place, claims[0]["statements"][0]["id"]


def test_every_command_of_the_page_runs_in_its_order(
    workplace: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, statement = workplace
    monkeypatch.chdir(place)
    assert len(COMMANDS) >= 10
    for command in COMMANDS:
        arguments = shlex.split(command.replace("IRI", statement))[1:]
        answer = run(*arguments)
        assert answer.code == 0, answer.err
        assert answer.err == "" or arguments[0] == "confirm"
        if "-o" in arguments:
            file = place / arguments[arguments.index("-o") + 1]
            assert file.stat().st_size > 0
            if file.suffix in READ:
                assert READ[file.suffix](file)


def test_every_export_is_on_the_page() -> None:
    assert [name for name in EXPORTERS if f"`{name}`" not in DOCS] == []


def test_a_draft_is_json_that_fits_into_a_page(store: Path) -> None:
    answer = run("claim-review", CLAIM, "--reviewer", "</script><b>", "--store", store)
    assert (answer.code, answer.err) == (0, "")
    assert "<" not in answer.out
    draft = json.loads(answer.out)
    assert draft["author"]["name"] == "</script><b>"
    assert "reviewRating" not in draft
    assert draft["itemReviewed"]["appearance"]


def test_a_draft_of_what_nobody_claims_is_not_found(store: Path) -> None:
    answer = run("claim-review", "purple elephants", "--store", store)
    assert (answer.code, answer.out) == (1, "")


def test_a_nanopublication_of_what_is_not_confirmed_says_what_to_do(store: Path, tmp_path: Path) -> None:
    statement = json.loads(run("claims", "--format", "json", "--store", store).out)[0]["statements"][0]["id"]
    answer = run("nanopub", statement, "--store", store, "-o", tmp_path / "one.trig")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert answer.err.endswith(f"read it, then 'provenance confirm {statement}'\n")
    assert not (tmp_path / "one.trig").exists()

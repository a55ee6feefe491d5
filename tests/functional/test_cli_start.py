"""Starting up: what is imported, what --help says, what completion offers."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, PROVENANCE, exit_codes, run

from provenance import __version__
from provenance.cli import COMMANDS
from provenance.exports import ALIASES, EXPORTERS
from provenance.iris import link_iri
from provenance.library import Library
from provenance.model import Judgement, Link, LinkKind
from provenance.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = set("babel httpx lxml networkx numpy onnxruntime pydantic pyoxigraph rdflib rich trafilatura".split())
GERMAN = "Die Fähre nach Marrow fährt im Winter nicht, sagte die Reederei am Montag den Leuten am Kai."
RUNNABLE = [
    example
    for name, module in COMMANDS.items()
    if name != "serve"
    for example in module.EXAMPLES
    if "://" not in example
]
"""Those that end and need no network: `test_cli_serve` serves, `test_cli_follow` fetches from loopback."""


@pytest.mark.parametrize(
    ("arguments", "heavy"), [(["--version"], HEAVY), (["--help"], HEAVY), (["trace", "--help"], HEAVY - {"pydantic"})]
)
def test_what_is_slow_to_import_is_not_imported(arguments: list[str], heavy: set[str]) -> None:
    program = "import sys\nfrom provenance.cli import main\nmain(sys.argv[1:])\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.splitlines()[-1].split())


def test_the_version() -> None:
    assert run("--version") == (0, f"provenance {__version__}\n", "")


def test_no_command_shows_the_help() -> None:
    assert run() == run("--help")
    assert run().code == 0


def test_the_help_names_every_exit_code() -> None:
    listed = run("--help").out.partition("Exit codes:\n")[2]
    assert {int(line.split()[0]) for line in listed.splitlines()} == exit_codes()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_by_example(command: str) -> None:
    answer = run(command, "--help")
    assert answer.code == 0
    assert all(example in answer.out for example in COMMANDS[command].EXAMPLES)
    assert COMMANDS[command].EXAMPLES


@pytest.mark.parametrize("example", RUNNABLE)
def test_the_examples_run(
    example: str, workplace: Path, named: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if "svg" in example and not shutil.which("dot"):
        pytest.skip("Graphviz is not installed")
    if "spark" in example and not (find_spec("pyspark") and shutil.which("java")):
        pytest.skip("Spark or Java is not installed")
    monkeypatch.chdir(workplace)
    for name, iri in named.items():
        monkeypatch.setenv(name, iri)
    piped, _, command = os.path.expandvars(example).rpartition(" | ")
    given = subprocess.run(["bash", "-c", piped], capture_output=True, text=True, check=True).stdout
    answer = run(*shlex.split(command)[1:], stdin=given)
    assert answer.code == 0
    assert "provenance: " not in answer.err


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a checkout after the first ingest."""
    path = tmp_path_factory.mktemp("workplace")
    shutil.copytree(EXAMPLES.parent, path / "examples")
    assert run("ingest", EXAMPLES, "--store", path / ".provenance").code == 0
    assert run("ingest", "-", "--store", path / ".provenance", stdin=GERMAN).code == 0
    assert run("backup", path / "2025-03-15.zip", "--store", path / ".provenance").code == 0
    assert run("export", "--store", path / ".provenance", "-o", path / "graph.nq").code == 0
    return path


@pytest.fixture
def named(workplace: Path) -> dict[str, str]:
    """What the examples call by variables: IRIs as listings print them, of things that can be decided upon anew."""
    with Library.open(workplace / ".provenance") as library:
        one, other = list(library.claims())[:2]
        source, other_source = [row.id for row in library.sources() if row.kind == "outlet"][:2]
        statements = [one.statements[0].id, other.statements[0].id]
        link = Link(LinkKind.SAME_CLAIM, *statements, Judgement.UNDECIDED, "words", 0.5, 0.5, "half the words")
        library._store.write_links([link])
        decision = library.review.confirm(statements[0], by="Ilse Maren")
        spare = replace(link, kind=LinkKind.SHARED_QUOTE)
        library._store.write_links([spare])
    return {
        "STATEMENT": statements[0],
        "CLAIM": one.id,
        "OTHER_CLAIM": other.id,
        "SOURCE": source,
        "OTHER_SOURCE": other_source,
        "LINK": link_iri(link),
        "DECISION": decision.id,
    }


def test_the_help_names_every_format() -> None:
    assert all(name in run("export", "--help").out for name in [*EXPORTERS, *ALIASES])
    assert all(name in run("view", "--help").out for name in VIEWS)


def test_a_reader_that_goes_away_ends_it_quietly(workplace: Path) -> None:
    script = f"{shlex.join(PROVENANCE)} export --format nquads | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=workplace, capture_output=True, text=True, check=True)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")


@pytest.mark.parametrize(
    ("typed", "offered"), [("tr", "trace"), ("export --format gr", "graphml"), ("view --format m", "mermaid")]
)
def test_the_shell_completes(typed: str, offered: str) -> None:
    words = ["provenance", *typed.split()]
    environment = {
        "_PROVENANCE_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    program = "from provenance.cli import main; main([])"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert offered in done.stdout.split()

"""One writes, many read: a second writer is told so, and readers see whole stores whatever the writer does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import CLAIM as FERRY
from command import EXAMPLES, run
from corpus import CLAIM, STORY
from decided import iri
from kept import faults, filled, quads

from provenance import Library
from provenance.errors import StoreLockedError

if TYPE_CHECKING:
    from collections.abc import Iterator

SUPPORT = os.pathsep.join([str(Path(__file__).parents[1] / "support"), str(Path(__file__).parents[2])])
HOLDER = """
import sys
from provenance import Library
with Library.open(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""
BUSY = """
import itertools, sys
from dataclasses import replace
from corpus import STORY
from provenance import Library
from provenance.model import Extractor

for turn in itertools.count(2):
    with Library.open(sys.argv[1]) as library:
        for one in STORY[:3]:
            library.add(replace(one, extractor=Extractor("by hand", str(turn))))
        library.compact()
        print(turn, flush=True)
"""


def started(program: str, place: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": SUPPORT},
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return filled(tmp_path / "store")


@pytest.fixture
def held(place: Path) -> Iterator[Path]:
    """A store that another process has open for writing."""
    process = started(HOLDER, place)
    yield place
    process.communicate("")


WRITING = {
    "ingest": ["ingest", EXAMPLES / "library-hours.txt", "--extractor", "rules"],
    "remove": ["remove", "ostra"],
    "forget": ["forget", "ostra"],
    "compact": ["compact"],
    "confirm": ["confirm", iri("ostra"), "--by", "Ada"],
    "undo": ["undo", "urn:x:decision", "--by", "Ada"],
}


@pytest.mark.parametrize("command", WRITING)
def test_a_second_writer_is_told_so(held: Path, command: str) -> None:
    answer = run(*WRITING[command], "--store", held)
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.splitlines()[-1] == (f"provenance: {held}: another process is writing to it; wait for it to end")


@pytest.mark.parametrize("command", [["trace", CLAIM], ["articles"], ["info"], ["verify"], ["decisions"], ["check"]])
def test_readers_read_beside_a_writer(held: Path, command: list[str]) -> None:
    assert run(*command, "--store", held).code in (0, 1)
    assert run("backup", held.with_name(f"{command[0]}.zip"), "--store", held).code == 0


def test_nothing_is_restored_over_a_store_in_use(held: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "backup.zip", "--store", held)
    assert run("restore", tmp_path / "backup.zip", "--store", held).code == 4


def test_readers_beside_one_who_adds_and_rewrites_see_whole_stores(place: Path, tmp_path: Path) -> None:
    process = started(BUSY, place)
    seen, until = 0, time.monotonic() + 8
    try:
        while time.monotonic() < until:
            try:
                with Library.open(place, mode="r") as library:
                    readings = list(library.readings())
                    assert {one.article for one in readings} == {one.article for one in STORY}
                    assert len(library.articles()) == len(STORY)
                seen += 1
            except StoreLockedError as error:
                assert "another process" in str(error)  # noqa: PT017
        library = Library.open(place, mode="r")
        with library:
            library.backup(tmp_path / "backup.zip")
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert seen
    with Library.restore(tmp_path / "backup.zip", tmp_path / "restored") as restored:
        restored.compact()
        assert {one.article for one in restored.readings()} == {one.article for one in STORY}
    assert faults(tmp_path / "restored") == []
    with Library.open(place) as library:
        library.compact()
    assert faults(place) == []


def test_the_next_writer_goes_on_where_one_was_killed(place: Path) -> None:
    process = started(HOLDER, place)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    before = quads(place)
    assert run("confirm", iri("ostra"), "--by", "Ada", "--store", place).code == 0
    assert len(quads(place)) > len(before)
    assert run("find", FERRY, "--store", place).code in (0, 1)

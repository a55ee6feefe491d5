"""Ingest by several processes: the same store, ended at any moment and gone on with, what was read left unread."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from command import EXAMPLES, HEEDING_SIGINT, IN_FIVES, PROVENANCE, run

from provenance import Library
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARTICLES = 24
Found = TypeVar("Found")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes in /proc")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough pages for a moment in the middle to be hit, one of them unreadable."""
    folder = tmp_path_factory.mktemp("pages")
    page = (EXAMPLES / "harbour-ledger.html").read_text("utf8")
    for number in range(ARTICLES):
        own = page.replace("harbourledger.example/", f"harbourledger.example/{number}/").replace(
            "October", f"{number} May"
        )
        (folder / f"p{number:02}.html").write_text(own, "utf8")
    (folder / "p12-empty.html").write_text("", "utf8")
    return folder


@pytest.fixture(scope="module")
def clean(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a store holds after one process read the pages, undisturbed."""
    path = tmp_path_factory.mktemp("clean") / "store"
    answer = run("ingest", pages, "--store", path, "--threads", 1)
    assert answer.code == 3
    assert answer.err.endswith("; 1 skipped\n")
    return quads(path)


def quads(store: Path) -> set[str]:
    """All but those that tell when."""
    with Library.open(store) as library:
        return {str(quad) for quad in library._store.quads() if quad.predicate.value != PROV.endedAtTime}


def test_the_store_is_that_of_one_process(pages: Path, clean: set[str], tmp_path: Path) -> None:
    store = tmp_path / "store"
    answer = run("ingest", pages, "--store", store, "--jobs", 2)
    assert (answer.code, quads(store)) == (3, clean)
    assert answer.err.startswith(f"provenance: {pages}/p12-empty.html: empty: ")
    assert f"\n{ARTICLES} articles ({ARTICLES} added), " in answer.err


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_first_load_gives_the_same_store_and_report(jobs: int, pages: Path, clean: set[str], tmp_path: Path) -> None:
    plain, store = tmp_path / "plain", tmp_path / "store"
    answer = run("ingest", pages, "--bulk", "--store", store, "--jobs", jobs)
    assert quads(store) == clean
    assert answer == run("ingest", pages, "--store", plain, "--jobs", jobs)


def test_what_extract_prints_is_the_same() -> None:
    assert run("extract", EXAMPLES, "--jobs", 2) == run("extract", EXAMPLES)


def test_what_was_read_is_not_read_again(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store"
    run("ingest", pages, "--store", store, "--jobs", 2)
    monkeypatch.setattr("provenance.readers.html.read_html", _fail)
    monkeypatch.setattr("provenance.runners.worker.Worker._start", _fail)
    (pages / "p12-empty.html").rename(tmp_path / "away")
    try:
        for jobs in (1, 2):
            answer = run("ingest", pages, "--store", store, "--jobs", jobs)
            assert answer.code == 0
            assert answer.err.startswith(f"{ARTICLES} articles ({ARTICLES} unchanged), ")
    finally:
        (tmp_path / "away").rename(pages / "p12-empty.html")


@pytest.mark.parametrize(
    ("how", "kept"), [(signal.SIGKILL, 0), (signal.SIGKILL, 7), (signal.SIGTERM, 5), (signal.SIGINT, 3)]
)
def test_ended_at_any_moment_it_is_gone_on_with(
    how: signal.Signals, kept: int, pages: Path, clean: set[str], tmp_path: Path
) -> None:
    store = tmp_path / "store"
    command = ["ingest", pages, "--store", store, "--jobs", 2]
    with subprocess.Popen([*HEEDING_SIGINT, *map(str, command)], stderr=subprocess.PIPE, text=True) as ingest:
        readers = wait_for_readers(ingest.pid)
        wait_for_articles(store, kept)
        ingest.send_signal(how)
        _, err = ingest.communicate(timeout=60)
    wait_for_end(readers)
    assert ingest.returncode in {signal.SIGTERM: {143}, signal.SIGINT: {130, -how}}.get(how, {-how})
    if how is not signal.SIGKILL:
        assert "Traceback" not in err
        assert re.match(r"\d+ articles? \(\d+ added\), \d+ statements(; 1 skipped)?$", err.splitlines()[-1])
    before = set(articles(store))
    assert len(before) >= kept
    answer = run("ingest", pages, "--store", store, "--jobs", 2)
    assert (answer.code, quads(store)) == (3, clean)
    assert not before or f"{len(before)} unchanged" in answer.err


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("kept", "wait"), [(0, 0.3), (1, 0.0), (1, 0.2), (11, 0.1)])
def test_killed_at_any_moment_a_first_load_keeps_whole_batches(
    kept: int, wait: float, jobs: int, pages: Path, clean: set[str], tmp_path: Path
) -> None:
    store = tmp_path / "store"
    command = ["ingest", pages, "--bulk", "--store", store, "--jobs", jobs, "--threads", 1]
    with subprocess.Popen([*IN_FIVES, *map(str, command)], stderr=subprocess.DEVNULL) as load:
        readers = wait_for_readers(load.pid) if jobs > 1 else []
        wait_for_articles(store, kept)
        time.sleep(wait)
        load.kill()
    wait_for_end(readers)
    before = len(set(articles(store)))
    assert before >= kept
    assert before in {0, 5, 10, 14, 19, 24}, "one document of the third five is no article"
    answer = run("ingest", pages, "--bulk", "--store", store, "--jobs", jobs, "--threads", 1)
    assert (answer.code, quads(store)) == (3, clean)
    assert not before or f"{before} unchanged" in answer.err
    assert answer.err.splitlines()[-1].endswith("; 1 skipped")


def test_a_reader_that_is_killed_costs_nothing(pages: Path, clean: set[str], tmp_path: Path) -> None:
    store = tmp_path / "store"
    command = ["ingest", pages, "--store", store, "--jobs", 2]
    with subprocess.Popen([*PROVENANCE, *map(str, command)], stderr=subprocess.PIPE, text=True) as ingest:
        [reader, _] = wait_for_readers(ingest.pid)
        wait_for_articles(store, 3)
        os.kill(reader, signal.SIGKILL)
        _, err = ingest.communicate(timeout=120)
    assert err.endswith("; 1 skipped\n")
    assert quads(store) == clean


def articles(store: Path) -> Iterator[str]:
    answer = run("articles", "--store", store, "--format", "json")
    return (one["key"] for one in json.loads(answer.out or "[]"))


def wait_for_readers(process: int) -> list[int]:
    """The processes that it started to read, once both are there."""
    return wait_until(lambda: found if len(found := readers_of(process)) == 2 else None)


def readers_of(process: int) -> list[int]:
    """Those of its children that `multiprocessing` spawned; the one that keeps track of its resources left out."""
    try:
        threads = list(Path(f"/proc/{process}/task").iterdir())
        children = [one for thread in threads for one in (thread / "children").read_text("ascii").split()]
        return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
    except OSError:
        return []


def wait_for_articles(store: Path, number: int) -> None:
    """Until the graph on disk is there, or, where some are asked for, until so many receipts are."""

    def there() -> bool | None:
        if not number:
            return (store / "graph" / "CURRENT").exists() or None
        try:
            with sqlite3.connect(f"file:{store}/receipts.sqlite?mode=ro", uri=True) as receipts:
                [found] = receipts.execute("SELECT count(*) FROM receipts").fetchone()
        except sqlite3.Error:
            return None
        return found >= number or None

    wait_until(there)


def wait_for_end(processes: list[int]) -> None:
    wait_until(lambda: True if not any(Path(f"/proc/{one}").exists() for one in processes) else None)


def wait_until(found: Callable[[], Found | None]) -> Found:
    deadline = time.monotonic() + 60
    while (given := found()) is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return given


def _fail(*_: object) -> None:
    raise AssertionError("it was read again")

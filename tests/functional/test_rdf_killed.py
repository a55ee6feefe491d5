"""A writer that is killed leaves what was finished and nothing half-written; readers beside it see whole readings."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from corpus import CLAIM, STORY

from provenance.errors import StoreLockedError
from provenance.rdf.store import Store

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from corpus import STORY
from provenance.model import Extractor
from provenance.rdf.store import Store

with Store.open(Path(sys.argv[1])) as store:
    for version in range(int(sys.argv[2]), 1_000_000):
        for one in STORY:
            store.add(replace(one, extractor=Extractor("by hand", str(version))))
        print(version, flush=True)
"""


def start(place: Path, version: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(place), str(version)]
    tests = str(Path(__file__).parents[1] / "support")
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": tests})
    assert writer.stdout is not None
    assert writer.stdout.readline() == f"{version}\n"
    return writer


def kill(writer: subprocess.Popen[str]) -> None:
    writer.send_signal(signal.SIGKILL)
    writer.communicate()


def whole(store: Store) -> None:
    """Every article of the story once, from one run each, found by its words in that run and no other."""
    readings = {run: store.reading(run) for run in store.runs()}
    assert sorted(one.article.key for one in readings.values()) == sorted(one.article.key for one in STORY)
    assert {one.article for one in readings.values()} == {one.article for one in STORY}
    assert [len(one.attributions) for one in readings.values()] == [1] * len(STORY)
    assert sorted(found.run for found in store.find(CLAIM, 99)) == sorted(readings)
    assert {quad.graph_name.value for quad in store.quads()} == set(readings)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_writer_leaves_whole_readings_and_is_gone_on_from(tmp_path: Path) -> None:
    place = tmp_path / "store"
    for turn in range(5):
        writer = start(place, 1 + 1000 * turn)
        time.sleep(0.013 + 0.041 * turn)
        kill(writer)
        with Store.read(place) as store:
            whole(store)
        with Store.open(place) as store:
            whole(store)
        with Store.read(place) as store:
            whole(store)
            assert store._index.sound


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_first_writer_may_be_killed_at_any_moment(tmp_path: Path) -> None:
    for turn in range(6):
        place = tmp_path / str(turn)
        command = [sys.executable, "-c", WRITER, str(place), "1"]
        writer = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, env={"PYTHONPATH": str(Path(__file__).parents[1] / "support")}
        )
        until = time.monotonic() + 20
        while not place.exists() and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(0.004 * turn)
        kill(writer)
        with Store.open(place) as store:
            kept = list(store.readings())
            assert len(store.find(CLAIM, 99)) == len(kept)
            for one in STORY:
                store.add(one)
            whole(store)


def test_readers_beside_a_writer_see_whole_readings(tmp_path: Path) -> None:
    place = tmp_path / "store"
    writer = start(place, 1)
    try:
        with pytest.raises(StoreLockedError) as caught:
            Store.open(place)
        assert str(caught.value) == f"{place}: another process is writing to it; wait for it to end"
        for _ in range(5):
            with Store.read(place) as store:
                whole(store)
    finally:
        kill(writer)

"""A store of an older format is read as it is, and brought forward by whoever opens it for writing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest
from corpus import STORY
from kept import faults, files, filled, quads
from kept import older as whole_store

from provenance import Library
from provenance.errors import StoreCorruptError, StoreError
from provenance.rdf import migrations, record
from provenance.rdf.embedded import Embedded
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import SCHEMA

KILLS = 8


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """As provenance 0.1.0 wrote it."""
    place = whole_store(filled(tmp_path / "store"))
    (place / "store.json").write_text('{"store": "provenance", "format": 1}\n')
    return place


def test_it_is_read_and_not_changed(older: Path) -> None:
    before = files(older)
    with Library.open(older, mode="r") as library:
        assert len(library.articles()) == 10
        assert list(library.verify()) == []
    assert files(older) == before


def test_a_writer_brings_it_forward(older: Path) -> None:
    before = quads(older)
    Library.open(older).close()
    told = json.loads((older / "store.json").read_text())
    assert told == {"store": "provenance", "format": 3, "graph": "graph-2"}
    assert not (older / "graph").exists()
    assert quads(older) == before
    assert faults(older) == []
    with Store.read(older) as store:
        assert 2 * len(store._graph) < len(before)
        assert set(store.readings()) == set(STORY)


def test_a_reading_that_is_not_whole_is_brought_along(older: Path) -> None:
    with Store.read(older) as store:
        run = store.runs()[0]
    graph = Embedded.open(older / "graph")
    [gone] = graph.quads(None, SCHEMA.identifier, graph=run)
    graph.store.remove(gone)
    del graph
    before = quads(older)
    with pytest.raises(StoreCorruptError, match="no whole reading"):
        Library.open(older)
    assert record.read(older).format == record.FORMAT
    assert quads(older) == before
    assert any(run in one for one in faults(older))


def test_a_writer_that_is_killed_while_it_brings_it_forward(older: Path, tmp_path: Path) -> None:
    """At any moment: what is there is the older store or the newer one, and the next writer goes on."""
    before, opening = quads(older), "import sys; from provenance import Library; Library.open(sys.argv[1]).close()"
    for number in range(KILLS):
        copy = tmp_path / f"copy{number}"
        shutil.copytree(older, copy)
        here = os.environ | {"PYTHONPATH": str(Path.cwd())}
        writer = subprocess.Popen([sys.executable, "-c", opening, copy], env=here)
        wanted = copy / ("graph-2" if number % 2 else "words.sqlite-journal")
        while writer.poll() is None and not wanted.exists():
            pass
        sleep(0.01 * (number // 2))
        writer.kill()
        writer.wait()
        assert record.read(copy).format in {1, 2, 3}
        Library.open(copy).close()
        assert (record.read(copy).format, quads(copy)) == (3, before)
        assert faults(copy) == []


@pytest.mark.parametrize("step", ["fill", "open"])
def test_a_graph_that_cannot_be_written_leaves_the_older_one(
    older: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = quads(older)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        if step == "fill":
            broken.setattr(Embedded, "fill", full)
        else:
            whole, opened = Embedded.open, []
            broken.setattr(Embedded, "open", lambda path: full() if opened else opened.append(1) or whole(path))
        with pytest.raises(StoreError, match="free some space"):
            Library.open(older)
    assert (record.read(older).graph, quads(older)) == ("graph", before)
    assert not (older / "graph-2").exists()


def test_there_is_a_step_from_every_older_format() -> None:
    assert sorted(migrations.STEPS) == list(range(1, record.FORMAT))


def test_a_step_that_is_cut_short_leaves_the_older_format(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (older / "store.json").read_bytes()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(record.os, "fsync", stopped)  # type: ignore[attr-defined]
        with pytest.raises(KeyboardInterrupt):
            Library.open(older)
    assert (older / "store.json").read_bytes() == before
    Library.open(older).close()
    assert record.read(older).format == record.FORMAT


@pytest.mark.parametrize("graph", ["../graph", "/etc", "graph/..", "graph-0", "graph-01", "words.sqlite", "", 3, None])
def test_a_record_names_no_folder_but_a_graphs(older: Path, graph: object) -> None:
    (older / "store.json").write_text(json.dumps({"store": "provenance", "format": 2, "graph": graph}))
    with pytest.raises(StoreCorruptError) as caught:
        Library.open(older)
    assert str(caught.value).startswith(f"{older}: its store.json is damaged; ")

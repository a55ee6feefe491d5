"""A store of an older format is read as it is, and brought forward by whoever opens it for writing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from kept import files, filled, quads

from provenance import Library
from provenance.errors import StoreCorruptError
from provenance.rdf import migrations, record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """As provenance 0.1.0 wrote it."""
    place = filled(tmp_path / "store")
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
    assert json.loads((older / "store.json").read_text()) == {"store": "provenance", "format": 2, "graph": "graph"}
    assert quads(older) == before


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

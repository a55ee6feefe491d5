"""A backup is the store at one moment, in one file that was read back; restored, it is that store, or nothing is."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from corpus import CLAIM, STORY
from decided import on
from kept import faults, files, filled, quads

from provenance import Library
from provenance.decisions import Action
from provenance.errors import InputError, OutputError, StoreError, StoreVersionError, UsageError
from provenance.rdf.embedded import Embedded
from provenance.rdf.store import Store
from provenance.upkeep import backup as writing
from provenance.upkeep.archive import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = filled(tmp_path / "store")
    with Library.open(place) as library:
        library._store.decide(on("kestrel", Action.CONFIRM))
    return place


def kept(place: Path) -> int:
    """How many quads are in its files."""
    with Store.read(place) as store:
        return len(store._graph)


def backed_up(place: Path) -> Path:
    file = place.with_name("backup.zip")
    with Library.open(place, mode="r") as library:
        made = library.backup(file)
    assert (made.file, made.size, made.quads) == (file, file.stat().st_size, kept(place))
    return file


def test_a_restored_store_is_the_store_that_was_backed_up(place: Path, tmp_path: Path) -> None:
    file = backed_up(place)
    with Library.restore(file, tmp_path / "restored") as library:
        assert len(library.articles()) == len(STORY)
        assert library._linker().candidates.sound, "nothing is joined again"
        [decision] = library.review.decisions()
        assert decision.decision == on("kestrel", Action.CONFIRM)
    assert quads(tmp_path / "restored") == quads(place)
    assert faults(tmp_path / "restored") == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "restored", "store"]


def test_one_open_for_writing_is_backed_up_as_it_is(place: Path, tmp_path: Path) -> None:
    with Library.open(place) as library:
        library.remove("ostra")
        library.backup(tmp_path / "backup.zip")
        library.add(STORY[5])
    with Library.restore(tmp_path / "backup.zip", tmp_path / "restored") as library:
        assert "ostra" not in {row.key for row in library.articles()}
        library.add(STORY[5])
    assert timeless(quads(tmp_path / "restored")) == timeless(quads(place))
    assert faults(tmp_path / "restored") == []


def timeless(found: set[str]) -> set[str]:
    return {quad for quad in found if "endedAtTime" not in quad}


def test_what_a_writer_changes_meanwhile_is_brought_in_line_when_it_is_restored(place: Path, tmp_path: Path) -> None:
    """Between the copy of what is derived and that of the graph another process removes and adds."""

    def changed(path: Path) -> Embedded:
        with Library.open(path) as library:
            library.remove("kestrel")
        with Library.open(path) as library:
            library.remove("northgate")
            library.add(STORY[0])
        return Embedded.read(path / "graph")

    with patch.object(writing.files, "read", changed):
        writing.back_up(place, tmp_path / "backup.zip", "1")
    with Library.restore(tmp_path / "backup.zip", tmp_path / "restored") as library:
        library._ingestor().catch_up()
        assert len(library.articles()) == len(STORY) - 1
        assert "northgate" not in {step.reached for chain in library.trace(CLAIM).chains for step in chain.steps}
    assert quads(tmp_path / "restored") == quads(place)
    assert faults(tmp_path / "restored") == []


def test_what_was_removed_is_in_no_backup(place: Path, tmp_path: Path) -> None:
    with Library.open(place) as library:
        library.remove("ostra")
        library.backup(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        assert not any(b"Ilse Maren" in archive.read(name) for name in MEMBERS)


def test_nothing_is_overwritten(place: Path, tmp_path: Path) -> None:
    file = backed_up(place)
    before = file.read_bytes()
    with Library.open(place, mode="r") as library, pytest.raises(OutputError) as caught:
        library.backup(file)
    assert str(caught.value) == f"{file}: is there already; give another name, or move it away"
    assert file.read_bytes() == before
    held = files(place)
    with pytest.raises(StoreError) as refused:
        Library.restore(file, place)
    assert str(refused.value) == f"{place}: is there already; restore into a new folder, or move it away"
    assert files(place) == held
    (tmp_path / "empty").mkdir()
    Library.restore(file, tmp_path / "empty").close()
    assert quads(tmp_path / "empty") == quads(place)


def test_a_backup_that_does_not_read_back_is_none(place: Path, tmp_path: Path) -> None:
    """As on a disk that does not keep what is written to it."""

    def spoilt(_: Embedded, stream: object) -> None:
        stream.write(b"<urn:x:a> <urn:x:b> <urn:x:c> <urn:x:d> .\n")  # type: ignore[attr-defined]

    with patch.object(Embedded, "write", spoilt), pytest.raises(OutputError) as caught:
        writing.back_up(place, tmp_path / "backup.zip", "1")
    line = "does not read back as it was written; write it to another disk"
    assert str(caught.value) == f"{tmp_path / 'backup.zip'}: {line}"
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_folder_that_is_not_there_takes_no_backup(place: Path, tmp_path: Path) -> None:
    with Library.open(place, mode="r") as library, pytest.raises(OutputError) as caught:
        library.backup(tmp_path / "none" / "backup.zip")
    line = "cannot be written (No such file or directory); free some space or give another name"
    assert str(caught.value) == f"{tmp_path / 'none' / 'backup.zip'}: {line}"


def test_a_store_in_memory_has_no_files(tmp_path: Path) -> None:
    with Library.memory() as library:
        for ask in (lambda: library.backup(tmp_path / "backup.zip"), library.verify):
            with pytest.raises(UsageError) as caught:
                ask()
            assert str(caught.value) == "a store in memory has no files: open one in a folder"


NO_BACKUP = "not a backup of a store; give a file that 'provenance backup' wrote"
DAMAGED = "damaged; nothing was restored: give another backup"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 0x20
    file.write_bytes(data)


def told(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    """The archive with another backup.json, which its sums go with."""

    def harm(file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        record = json.loads(members["backup.json"])
        change(record)
        members["backup.json"] = json.dumps(record).encode()
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in members.items():
                archive.writestr(name, data)

    return harm


@pytest.mark.parametrize(
    ("harm", "line"),
    [
        (lambda file: file.write_text("a letter"), NO_BACKUP),
        (lambda file: file.write_bytes(b""), NO_BACKUP),
        (cut, NO_BACKUP),
        (flipped, DAMAGED),
        (told(lambda record: record.update(backup="another")), NO_BACKUP),
        (told(lambda record: record.update(store="2")), NO_BACKUP),
        (told(lambda record: record.pop("hashes")), NO_BACKUP),
        (told(lambda record: record.update(hashes={"../../etc/passwd": "0"})), NO_BACKUP),
        (told(lambda record: record.update(hashes=[1])), NO_BACKUP),
        (told(lambda record: record.update(quads=3)), DAMAGED),
        (told(lambda record: record["hashes"].update({"graph.nq": "0"})), DAMAGED),  # type: ignore[attr-defined]
        (lambda file: file.unlink(), "no such file; give one that 'provenance backup' wrote"),
    ],
)
def test_what_is_no_whole_backup_restores_nothing(
    place: Path, tmp_path: Path, harm: Callable[[Path], object], line: str
) -> None:
    file = backed_up(place)
    harm(file)
    with pytest.raises(InputError) as caught:
        Library.restore(file, tmp_path / "restored")
    assert str(caught.value) == f"{file}: {line}"
    assert {path.name for path in tmp_path.iterdir()} <= {"backup.zip", "store"}


@pytest.mark.parametrize("name", ["format", "store"])
def test_a_backup_of_a_newer_provenance(place: Path, tmp_path: Path, name: str) -> None:
    file = backed_up(place)
    told(lambda record: record.update({name: 9}))(file)
    with pytest.raises(StoreVersionError) as caught:
        Library.restore(file, tmp_path / "restored")
    assert str(caught.value).startswith(f"{file}: written by a newer provenance (backup format ")
    assert not (tmp_path / "restored").exists()


def test_a_backup_of_an_older_store_is_brought_forward(place: Path, tmp_path: Path) -> None:
    file = backed_up(place)
    told(lambda record: record.update(store=1))(file)
    Library.restore(file, tmp_path / "restored").close()
    assert json.loads((tmp_path / "restored" / "store.json").read_text())["format"] == 3
    assert quads(tmp_path / "restored") == quads(place)

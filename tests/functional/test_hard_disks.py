"""Disks that fill up and disks that may only be read: an error that says so, and a store that loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import run
from corpus import CLAIM, STORY
from kept import faults, files, filled, quads

from provenance import Library
from provenance.errors import OutputError, ProvenanceError, StoreError
from provenance.model import Extractor

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOM = "8m"


def mounted(*arguments: object) -> bool:
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of ROOM bytes, where the tests may mount one."""
    path = tmp_path / "disk"
    path.mkdir()
    if sys.platform != "linux" or os.getuid() or not mounted("-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", path):
        pytest.skip("may not mount a disk")
    yield path
    subprocess.run(["umount", "--lazy", path], check=True)


def grown(disk: Path) -> None:
    assert mounted("-o", "remount,size=64m", disk)


def fill(disk: Path, left: int) -> Path:
    """Another's file that leaves `left` bytes."""
    spare = disk / "another's"
    with suppress(OSError), spare.open("wb") as file:
        while True:
            file.write(bytes(1 << 16))
            file.flush()
    with spare.open("rb+") as file:
        file.truncate(max(0, spare.stat().st_size - left))
    return spare


def add_on_and_on(library: Library, said: list[tuple[str, int]]) -> None:
    for version, one in product(range(1, 200), STORY):
        library.add(replace(one, extractor=Extractor("by hand", f"2.{version}")))
        said.append((one.article.key, version))


def timeless(found: set[str]) -> set[str]:
    return {quad for quad in found if "endedAtTime" not in quad}


@pytest.mark.parametrize("left", [0, 1 << 15, 1 << 17, 1 << 18, 1 << 19])
def test_a_disk_that_fills_up_while_articles_are_added(disk: Path, tmp_path: Path, left: int) -> None:
    """What was said to be kept is kept, and with room again all comes to what it would have."""
    place = filled(disk / "store", STORY[:2])
    spare = fill(disk, left)
    said: list[tuple[str, int]] = []
    with pytest.raises(StoreError) as caught, Library.open(place) as library:
        add_on_and_on(library, said)
    message = str(caught.value)
    assert message.startswith(f"{place}: cannot be used (")
    assert message.endswith("); free some space or give another folder")
    assert "\n" not in message
    spare.unlink()
    grown(disk)
    assert faults(place) == []
    with Library.open(place) as library:
        held = {one.article.key: one.extractor.version for one in library.readings()}
        for key, version in said[-len(STORY) :]:
            assert held[key] in (f"2.{version}", f"2.{version + 1}")
        for one in STORY:
            library.add(replace(one, extractor=Extractor("by hand", "3")))
    with Library.open(tmp_path / "never") as library:
        for one in STORY:
            library.add(replace(one, extractor=Extractor("by hand", "3")))
    assert faults(place) == []
    with Library.open(place, mode="r") as one, Library.open(tmp_path / "never", mode="r") as other:
        assert list(one.links()) == list(other.links())
        assert list(one.readings()) == list(other.readings())


@pytest.mark.parametrize("left", [0, 1 << 14, 1 << 16, 1 << 17])
def test_a_disk_that_fills_up_while_the_store_is_rewritten(disk: Path, left: int) -> None:
    place = filled(disk / "store")
    before = quads(place)
    spare = fill(disk, left)
    for command in (["compact"], ["forget", "ostra"]):
        answer = run(*command, "--store", place)
        assert (answer.code, answer.out) == (4, ""), answer
        assert answer.err.startswith(f"provenance: {place}: cannot be used (")
        assert answer.err.count("\n") == 1
    spare.unlink()
    assert timeless(quads(place)) == timeless(before) or "ostra" in (place / "store.json").read_text()
    grown(disk)
    assert run("compact", "--store", place).code == 0
    assert faults(place) == []


@pytest.mark.parametrize("left", [0, 1 << 12, 1 << 14])
def test_a_disk_that_fills_up_under_a_backup(disk: Path, tmp_path: Path, left: int) -> None:
    place = filled(tmp_path / "store")
    spare = fill(disk, left)
    with Library.open(place, mode="r") as library, pytest.raises((OutputError, StoreError)) as caught:
        library.backup(disk / "backup.zip")
    assert "No space left on device" in str(caught.value) or "disk is full" in str(caught.value)
    assert [path.name for path in disk.iterdir()] == [spare.name]
    with Library.open(place, mode="r") as library:
        library.backup(tmp_path / "backup.zip")
    with pytest.raises(StoreError):
        Library.restore(tmp_path / "backup.zip", disk / "restored")
    assert [path.name for path in disk.iterdir()] == [spare.name]


LIMITED = """
import resource, sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from corpus import STORY
from provenance import Library
from provenance.errors import StoreError
from provenance.model import Extractor

most = int(sys.argv[2])
try:
    with Library.open(sys.argv[1]) as library:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        for version in range(200):
            for one in STORY:
                library.add(replace(one, extractor=Extractor("by hand", f"2.{version}")))
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of resources")
@pytest.mark.parametrize("most", [10_000, 50_000, 100_000, 200_000])
def test_a_file_that_may_not_grow(tmp_path: Path, most: int) -> None:
    place = filled(tmp_path / "store", STORY[:2])
    paths = os.pathsep.join([str(Path(__file__).parents[1] / "support"), str(Path(__file__).parents[2])])
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, place, str(most)],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{place}: cannot be used (")
    assert done.stdout.endswith("); free some space or give another folder\n")
    assert faults(place) == []
    with Library.open(place) as library:
        for one in STORY:
            library.add(replace(one, extractor=Extractor("by hand", "3")))
    assert faults(place) == []


def test_a_disk_that_may_only_be_read(disk: Path, tmp_path: Path) -> None:
    place = filled(disk / "store")
    before = files(place)
    (tmp_path / "one.txt").write_text("The Tarsk dam leaks, Ilse Maren said.")
    assert mounted("-o", "remount,ro", disk)
    for command in (
        ["ingest", tmp_path / "one.txt", "--extractor", "rules"],
        ["remove", "ostra"],
        ["forget", "ostra"],
        ["compact"],
    ):
        answer = run(*command, "--store", place)
        assert (answer.code, answer.out) == (4, "")
        assert answer.err.splitlines()[-1] == (
            f"provenance: {place}: may only be read; give a folder that can be written"
        )
    for command in (["trace", CLAIM], ["articles"], ["verify"], ["backup", tmp_path / "backup.zip"], ["check"]):
        assert run(*command, "--store", place).code == 0
    answer = run("backup", disk / "backup.zip", "--store", place)
    assert (answer.code, answer.out) == (5, "")
    assert run("restore", tmp_path / "backup.zip", "--store", disk / "restored").code == 4
    assert files(place) == before


def test_every_error_is_one_of_ours(disk: Path) -> None:
    """With any room left, whatever fails fails as an error of the library."""
    place = filled(disk / "store", STORY[:3])
    for left in range(0, 1 << 18, 1 << 15):
        spare = fill(disk, left)
        with suppress(ProvenanceError), Library.open(place) as library:
            library.review.merge([row.id for row in library.sources()[:2] if not row.anonymous], by="Ada")
            library.remove("kestrel")
            library.add(STORY[0])
            library.compact()
        spare.unlink()
        assert faults(place) == []

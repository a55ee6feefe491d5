"""A store made from a backup, whole or not at all, where there is none."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, cast
from zipfile import BadZipFile, ZipFile

from provenance.errors import InputError, StoreError
from provenance.rdf import folder, record
from provenance.rdf.embedded import Embedded
from provenance.upkeep.archive import GRAPH, MEMBERS, Hashed, no_backup, read_contents

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1 << 20


def restore(file: Path, path: Path) -> None:
    """Make a store at `path` from the backup `file`: beside it first, and given its name when all of it was checked.

    Raises StoreError where `path` holds anything or cannot be written, InputError where `file` is no backup or damaged,
    StoreVersionError where a newer provenance wrote it.
    """
    path = path.resolve()
    name = folder.shown(path)
    with folder.reported(path):
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise StoreError(f"{name}: is there already; restore into a new folder, or move it away")
        path.parent.mkdir(parents=True, exist_ok=True)
    with _opened(file) as archive, folder.reported(path), _working(path) as working:
        _fill(archive, file, working)
        record.on_disk(working)
        working.rename(path)
        record.on_disk(path.parent)


def _fill(archive: ZipFile, file: Path, working: Path) -> None:
    contents = read_contents(archive, file)
    told = record.Record(format=contents.store)
    for name in MEMBERS:
        with archive.open(name) as stream:
            member = Hashed(stream)
            if name == GRAPH:
                graph = Embedded.open(working / told.graph)
                _load(graph, member, file)
            else:
                with (working / name).open("xb") as copy:
                    shutil.copyfileobj(cast("IO[bytes]", member), copy, CHUNK)
            if member.read(1) or member.digest != contents.hashes[name]:
                raise BadZipFile(name)
    if len(graph) != contents.quads:
        raise BadZipFile(GRAPH)
    record.write(working, told)


def _load(graph: Embedded, member: Hashed, file: Path) -> None:
    try:
        graph.load(cast("IO[bytes]", member))
    except SyntaxError:
        raise _damaged(file) from None


@contextmanager
def _working(path: Path) -> Iterator[Path]:
    """A folder beside `path`, gone afterwards unless it was given another name."""
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.", suffix=".partial") as outer:
        inner = Path(outer) / path.name
        inner.mkdir()
        yield inner


@contextmanager
def _opened(file: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(file) as archive:
            yield archive
    except FileNotFoundError:
        raise InputError(f"{folder.shown(file)}: no such file; give one that 'provenance backup' wrote") from None
    except (BadZipFile, EOFError, NotImplementedError) as error:
        raise (no_backup(file) if str(error).startswith("File is not") else _damaged(file)) from None
    except OSError as error:
        raise InputError(f"{folder.shown(file)}: cannot be read ({error.strerror}); give a backup") from None


def _damaged(file: Path) -> InputError:
    return InputError(f"{folder.shown(file)}: damaged; nothing was restored: give another backup")

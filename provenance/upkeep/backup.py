"""A store as it is at one moment, in one file: also while another process writes to it."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pyoxigraph import RdfFormat, parse

from provenance import sqlite
from provenance.candidates import tables
from provenance.errors import OutputError
from provenance.rdf import files, folder, index, record
from provenance.upkeep.archive import GRAPH, MEMBERS, Contents, Hashed, read_contents, write_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMS = {folder.WORDS: index.FORM, folder.LINKS: tables.FORM}
CHUNK = 1 << 20
LEVEL = 3
"""Of compression: higher ones take three times as long to save a tenth."""


@dataclass(frozen=True, slots=True)
class Backup:
    """Where it is, how many quads it holds, how many bytes it takes."""

    file: Path
    quads: int
    size: int


class _Member(Hashed):
    """A member of the archive that becomes `file`, as it is written."""

    def __init__(self, stream: IO[bytes], file: Path) -> None:
        super().__init__(stream)
        self._file = file

    def write(self, data: bytes) -> int:
        with _written(self._file):
            return super().write(data)


def back_up(path: Path, file: Path, program: str) -> Backup:
    """Write the store at `path` to `file`, read it back, and only then give it its name.

    What follows from the graph is copied before it: at worst it is behind, as where a writer was killed, and is brought
    in line when the store is next opened. Raises StoreError where the store cannot be read, OutputError where `file` is
    there already, cannot be written, or does not read back as what was written.
    """
    if file.exists():
        raise OutputError(f"{folder.shown(file)}: is there already; give another name, or move it away")
    with _written(file), TemporaryDirectory(dir=file.parent, prefix=f".{file.name}.", suffix=".partial") as working:
        partial = Path(working) / "backup.zip"
        with ZipFile(partial, "x", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
            with folder.reported(path):
                contents = _fill(archive, path, file, Path(working), program)
            write_contents(archive, contents)
        with partial.open("rb+") as whole:
            os.fsync(whole.fileno())
        _check(partial, file)
        size = partial.stat().st_size
        partial.rename(file)
        record.on_disk(file.parent)
    return Backup(file, contents.quads, size)


def _fill(archive: ZipFile, path: Path, file: Path, working: Path, program: str) -> Contents:
    """Write all members but what the archive says of itself, which is returned."""
    hashes = {}
    with ExitStack() as stack:
        copied = [stack.enter_context(_copied(path, name, working)) for name in FORMS]
        graph = files.read(path)
        with _member(archive, GRAPH, file) as member:
            graph.write(cast("IO[bytes]", member))
        hashes[GRAPH] = member.digest
        for close in copied:
            close()
    for name in FORMS:
        with (working / name).open("rb") as copy, _member(archive, name, file) as member:
            shutil.copyfileobj(copy, member, CHUNK)
        hashes[name] = member.digest
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Contents(folder.check(path).format, program, made, len(graph), hashes)


@contextmanager
def _copied(path: Path, name: str, working: Path) -> Iterator[Callable[[], None]]:
    """Copy a file that follows from the graph; what is given notes in the copy whether the file changed since."""
    with closing(sqlite.readable(path / name, FORMS[name])) as connection:
        before = sqlite.version(connection)
        sqlite.copy(connection, working / name)

        def close() -> None:
            if not sqlite.is_sound(connection) or sqlite.version(connection) != before:
                with closing(sqlite.writable(working / name, FORMS[name])) as copy:
                    sqlite.mark_unsound(copy)

        yield close


@contextmanager
def _member(archive: ZipFile, name: str, file: Path) -> Iterator[_Member]:
    with archive.open(name, "w", force_zip64=True) as stream:
        yield _Member(stream, file)


def _check(partial: Path, file: Path) -> None:
    """Read the archive again from its first byte to its last. Raises OutputError where it is not what was written."""
    with ZipFile(partial) as archive:
        contents = read_contents(archive, file)
        quads = 0
        for name in MEMBERS:
            with archive.open(name) as stream:
                member = Hashed(stream)
                if name == GRAPH:
                    quads = sum(1 for _ in parse(cast("IO[bytes]", member), format=RdfFormat.N_QUADS))
                while member.read(CHUNK):
                    pass
            if member.digest != contents.hashes[name]:
                raise BadZipFile(name)
        if quads != contents.quads:
            raise BadZipFile(GRAPH)


@contextmanager
def _written(file: Path) -> Iterator[None]:
    name = folder.shown(file)
    try:
        yield
    except (BadZipFile, SyntaxError):
        raise OutputError(f"{name}: does not read back as it was written; write it to another disk") from None
    except OSError as error:
        said = f"cannot be written ({error.strerror}); free some space or give another name"
        raise OutputError(f"{name}: {said}") from None

"""The folder that a store is, and the names of all that lies in it: `graph/` (Oxigraph), and SQLite files beside it.

`store.json` says that it is one, of which format, and which folder holds the graph (`record`). Nothing is ever written
into a folder that holds something else.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from provenance.errors import (
    ProvenanceError,
    StoreCorruptError,
    StoreError,
    StoreLockedError,
    StoreVersionError,
    UsageError,
)
from provenance.iris import digest
from provenance.rdf import record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = "words.sqlite"
LINKS = "links.sqlite"
"""What was compared with what (`provenance.candidates`)."""
RECEIPTS = "receipts.sqlite"
"""Which documents were ingested (`provenance.receipts`)."""
VISITS = "visits.sqlite"
"""What pages bore when they were fetched (`provenance.fetching.visits`)."""
LINES = "lines.sqlite"
"""Of a store on a server: what is in line with its graph (`provenance.rdf.server.cache`)."""
LOCK = "lock.sqlite"
"""Of such a store: who brings it in line, by SQLite's lock of this file."""
CLOSED = "the library is closed: open it again"
REMEDY = "restore it from a backup, or ingest the articles into a new store"


def prepare(path: Path) -> None:
    """Make `path` a store, where it is missing or empty; else check it."""
    with reported(path):
        path.mkdir(parents=True, exist_ok=True)
        if _is_free(path):
            record.write(path, record.Record())
    check(path)


def check(path: Path) -> record.Record:
    """What the store says of itself.

    Raises StoreError where `path` is not there or cannot be read, StoreCorruptError where it is no whole store,
    StoreVersionError where a newer provenance made it.
    """
    name = shown(path)
    with reported(path):
        if not path.exists():
            raise no_store(path)
        if not path.is_dir():
            raise NotADirectoryError
        if not (path / record.NAME).is_file():
            if _is_free(path):
                raise no_store(path)
            raise StoreCorruptError(f"{name}: not a provenance store; give another folder")
        told = _record(path)
        if told.format > record.FORMAT:
            raise StoreVersionError(
                f"{name}: written by a newer provenance (store format {told.format}, this one reads {record.FORMAT}); "
                "upgrade with 'pip install --upgrade provenance-tracker'"
            )
        if (path / WORDS).exists() and not (path / told.graph / "CURRENT").exists():
            raise StoreCorruptError(f"{name}: its graph is missing; {REMEDY}")
        return told


def no_store(path: Path) -> StoreError:
    name = shown(path)
    return StoreError(f"{name}: no store is there; make one with 'provenance ingest FILE --store {name}'")


def rewritten(path: Path) -> StoreLockedError:
    """For a reader that comes to need files which were replaced since it opened the store."""
    return StoreLockedError(f"{shown(path)}: another process rewrote it while it was read; open it again")


def revision(path: Path) -> str:
    """The state of the files of the store at `path`: another one whenever something was written to it.

    Empty where no store is there. Raises StoreError where the files cannot be listed.
    """
    if not (path / record.NAME).is_file():
        return ""
    with reported(path):
        graph = path / _record(path).graph
        files = [entry for entry in graph.iterdir() if entry.suffix in (".sst", ".log")] if graph.is_dir() else []
        told = [(file.name, *_state(file)) for file in sorted([*files, path / WORDS])]
    return digest(graph.name, *told) if files else ""


def _state(file: Path) -> tuple[int, int]:
    """Nothing where another process just took it away."""
    try:
        stat = file.stat()
    except FileNotFoundError:
        return (0, 0)
    return stat.st_size, stat.st_mtime_ns


def shown(path: Path) -> str:
    """`path` on one line."""
    return "".join(c if c.isprintable() else " " for c in str(path))


def _is_free(path: Path) -> bool:
    """Whether nothing is in the folder, or what a process left that was killed when it began to make a store."""
    return {entry.name for entry in path.iterdir()} <= {record.PARTIAL}


@contextmanager
def reported(path: Path, derived: str = WORDS) -> Iterator[None]:
    """Turn what the file system, Oxigraph and SQLite raise into a StoreError that names `path` and the remedy.

    `derived` is the file that SQLite speaks of.
    """
    name = shown(path)
    try:
        yield
    except (FileExistsError, NotADirectoryError):
        raise StoreCorruptError(f"{name}: a file, not a provenance store; give a folder") from None
    except PermissionError:
        raise StoreError(f"{name}: permission denied; give a folder that you may use") from None
    except sqlite3.Error as error:
        raise _of_sqlite(name, error, derived) from None
    except (OSError, RuntimeError) as error:
        found = _of_files(path, error)
        if found is None:
            raise
        raise found from None


def _of_sqlite(name: str, error: sqlite3.Error, derived: str) -> ProvenanceError:
    said = _said(error)
    if isinstance(error, sqlite3.ProgrammingError) and "closed database" in said:
        return UsageError(CLOSED)
    if "is locked" in said:
        return StoreLockedError(f"{name}: another process is writing to it; wait for it to end")
    if isinstance(error, sqlite3.OperationalError):
        return _unusable(name, said)
    return StoreCorruptError(f"{name}: its index is damaged ({said}); delete its {derived}")


def _of_files(path: Path, error: OSError | RuntimeError) -> ProvenanceError | None:
    """None for what tells nothing of files."""
    name, said = shown(path), _said(error)
    if re.search(r"\block (?:file|hold)\b", said):
        return StoreLockedError(f"{name}: another process is writing to it; wait for it to end")
    if isinstance(error, FileNotFoundError) and ".sst" in said:
        return rewritten(path)
    if said.startswith("Corruption") or isinstance(error, FileNotFoundError):
        return StoreCorruptError(f"{name}: its files are damaged ({said}); {REMEDY}")
    return _unusable(name, said) if isinstance(error, OSError) else None


def _unusable(name: str, said: str) -> StoreError:
    if re.search(r"\bread-?only\b", said, re.IGNORECASE):
        return StoreError(f"{name}: may only be read; give a folder that can be written")
    return StoreError(f"{name}: cannot be used ({said}); free some space or give another folder")


def _said(error: Exception) -> str:
    return " ".join(str(error).split())


@contextmanager
def linking_reported(path: Path) -> Iterator[None]:
    """As `reported`, of what SQLite raises of the file of links alone."""
    try:
        yield
    except sqlite3.Error:
        with reported(path, LINKS):
            raise


def _record(path: Path) -> record.Record:
    try:
        told = record.read(path)
    except ValueError:
        told = None
    if told is None or told.format < 1:
        raise StoreCorruptError(f"{shown(path)}: its {record.NAME} is damaged; {REMEDY}")
    return told

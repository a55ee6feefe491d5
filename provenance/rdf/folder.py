"""The folder that a store is: `graph/` (Oxigraph), `words.sqlite` (the index) and `store.json`, which says so.

Nothing is ever written into a folder that holds something else.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from provenance.errors import StoreCorruptError, StoreError, StoreLockedError, StoreVersionError, UsageError
from provenance.iris import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 1
GRAPH = "graph"
WORDS = "words.sqlite"
RECORD = "store.json"
CLOSED = "the library is closed: open it again"
REMEDY = "restore it from a backup, or ingest the articles into a new store"


def prepare(path: Path) -> None:
    """Make `path` a store, where it is missing or empty; else check it."""
    with reported(path):
        path.mkdir(parents=True, exist_ok=True)
        partial = path / f"{RECORD}.partial"
        if {entry.name for entry in path.iterdir()} <= {partial.name}:
            partial.write_text(json.dumps({"store": "provenance", "format": FORMAT}) + "\n", encoding="utf8")
            partial.replace(path / RECORD)
    check(path)


def check(path: Path) -> None:
    """Raise StoreError where `path` is not there or cannot be read, StoreCorruptError where it is no whole store.

    Raises StoreVersionError where a newer provenance made it.
    """
    name = shown(path)
    with reported(path):
        if not path.exists():
            raise StoreError(f"{name}: no store is there; make one with 'provenance ingest FILE --store {name}'")
        if not path.is_dir():
            raise NotADirectoryError
        if not (path / RECORD).is_file():
            raise StoreCorruptError(f"{name}: not a provenance store; give another folder")
        format_ = _format(path)
        if format_ > FORMAT:
            raise StoreVersionError(
                f"{name}: written by a newer provenance (store format {format_}, this one reads {FORMAT}); "
                "upgrade with 'pip install --upgrade provenance-tracker'"
            )
        if (path / WORDS).exists() and not (path / GRAPH / "CURRENT").exists():
            raise StoreCorruptError(f"{name}: its graph is missing; {REMEDY}")


def revision(path: Path) -> str:
    """The state of the files of the store at `path`: another one whenever something was written to it.

    Empty where no store is there. Raises StoreError where the files cannot be listed.
    """
    if not (path / GRAPH).is_dir():
        return ""
    with reported(path):
        files = [entry for entry in (path / GRAPH).iterdir() if entry.suffix in (".sst", ".log")]
        told = [(file.name, *_state(file)) for file in sorted([*files, path / WORDS])]
    return digest(*told)


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


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn what the file system, Oxigraph and SQLite raise into a StoreError that names `path` and the remedy."""
    name = shown(path)
    try:
        yield
    except (FileExistsError, NotADirectoryError):
        raise StoreCorruptError(f"{name}: a file, not a provenance store; give a folder") from None
    except PermissionError:
        raise StoreError(f"{name}: permission denied; give a folder that you may use") from None
    except (OSError, RuntimeError, sqlite3.Error) as error:
        said = " ".join(str(error).split())
        if re.search(r"\block (?:file|hold)\b", said):
            raise StoreLockedError(f"{name}: another process is writing to it; wait for it to end") from None
        if isinstance(error, sqlite3.ProgrammingError) and "closed database" in said:
            raise UsageError(CLOSED) from None
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            raise StoreCorruptError(f"{name}: its index is damaged ({said}); delete its {WORDS}") from None
        if isinstance(error, FileNotFoundError) and ".sst" in said:
            raise StoreLockedError(f"{name}: another process rewrote it while it was read; open it again") from None
        if said.startswith("Corruption") or isinstance(error, FileNotFoundError):
            raise StoreCorruptError(f"{name}: its files are damaged ({said}); {REMEDY}") from None
        if isinstance(error, RuntimeError):
            raise
        raise StoreError(f"{name}: cannot be used ({said}); free some space or give another folder") from None


def _format(path: Path) -> int:
    try:
        record = json.loads((path / RECORD).read_text(encoding="utf8"))
        format_ = record["format"] if record["store"] == "provenance" else None
    except (ValueError, LookupError, TypeError):
        format_ = None
    if not isinstance(format_, int):
        raise StoreCorruptError(f"{shown(path)}: its {RECORD} is damaged; {REMEDY}")
    return format_

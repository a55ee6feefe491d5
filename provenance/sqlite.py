"""SQLite files that follow from the graph: opened, made anew where they are no use, each saying whether it is sound.

A file is sound where its last writer finished. Its schema has a table `state` with a column `sound`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

WAIT = 30.0
"""Seconds to wait for another process that is writing its rows."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a file holds: `number` says by which version of `schema` (SQL) it was made.

    `steps` bring a file forward, each from the number that it stands under to the next.
    """

    number: int
    schema: str
    steps: Mapping[int, Callable[[sqlite3.Connection], None]] = field(default_factory=dict)


def writable(path: Path, form: Form) -> sqlite3.Connection:
    """A file that is missing, damaged or of another form is made anew, empty and not sound."""
    connection = _connect(path.as_uri() + "?mode=rwc")
    if _brought_forward(connection, form) and _usable(connection, form):
        return connection
    connection.close()
    for leftover in (path, path.with_name(f"{path.name}-journal")):
        leftover.unlink(missing_ok=True)
    return _created(_connect(path.as_uri() + "?mode=rwc"), form)


def readable(path: Path, form: Form) -> sqlite3.Connection:
    """For reading only, also from a read-only file system; in memory, not sound, where the file is no use."""
    try:
        connection = _connect(path.as_uri() + "?mode=ro")
    except sqlite3.Error:
        return memory(form)
    if _usable(connection, form):
        return connection
    connection.close()
    return memory(form)


def memory(form: Form) -> sqlite3.Connection:
    return _created(unformed(), form)


def unformed() -> sqlite3.Connection:
    """In memory, with no tables."""
    return _connect(":memory:")


def is_sound(connection: sqlite3.Connection) -> bool:
    [sound] = connection.execute("SELECT sound FROM state").fetchone()
    return bool(sound)


def mark_sound(connection: sqlite3.Connection) -> None:
    _mark(connection, 1)


def mark_unsound(connection: sqlite3.Connection) -> None:
    """Before the first write; on disk when this returns."""
    _mark(connection, 0)
    connection.execute("PRAGMA synchronous = OFF")


def version(connection: sqlite3.Connection) -> int:
    """Changes when another connection has written to the file."""
    [number] = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def rewrite(connection: sqlite3.Connection) -> None:
    """Write the file anew, safely: of what was deleted nothing is left in it (SQLite, VACUUM)."""
    [before] = connection.execute("PRAGMA synchronous").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("VACUUM")
    connection.execute(f"PRAGMA synchronous = {before}")


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Write its rows, as they are at one moment, to a new file: of what was deleted nothing is in it."""
    connection.execute("VACUUM INTO ?", (str(path),))


def faults(path: Path) -> list[str]:
    """What SQLite finds wrong with the whole file; nothing where there is none, or its writer is to be rolled back."""
    if not path.exists():
        return []
    try:
        with closing(_connect(path.as_uri() + "?mode=ro")) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
    except sqlite3.DatabaseError as error:
        return [] if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK else [str(error)]
    return [] if found == ["ok"] else found


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it is kept, or, where an error ends it, nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _mark(connection: sqlite3.Connection, sound: int) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("UPDATE state SET sound = ?", (sound,))


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, timeout=WAIT, isolation_level=None, uri=True, check_same_thread=False)


def _created(connection: sqlite3.Connection, form: Form) -> sqlite3.Connection:
    connection.executescript(f"BEGIN;{form.schema}PRAGMA user_version = {form.number};COMMIT;")
    return connection


def _brought_forward(connection: sqlite3.Connection, form: Form) -> bool:
    """Take the steps to `form`, all or none; whether nothing was wrong with the file on the way."""
    try:
        [number] = connection.execute("PRAGMA user_version").fetchone()
        if number in form.steps:
            with transaction(connection):
                for step in range(number, form.number):
                    form.steps[step](connection)
                connection.execute(f"PRAGMA user_version = {form.number}")
    except sqlite3.DatabaseError:
        return False
    return True


def _usable(connection: sqlite3.Connection, form: Form) -> bool:
    """Whether the file is of this form; one whose writer did not finish is searched for damage."""
    try:
        with closing(connection.cursor()) as cursor:
            [version] = cursor.execute("PRAGMA user_version").fetchone()
            if version != form.number:
                return False
            [sound] = cursor.execute("SELECT sound FROM state").fetchone()
            return bool(sound) or cursor.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False

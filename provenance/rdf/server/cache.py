"""The user's cache on this machine of a store on a server: what follows from its graph, as in the folder of a store.

For each of the files that follow from the graph it says with which revision of that it was last in line, and which
readings it held then, written when: what was written since, from wherever, is brought in line by difference.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import sqlite
from provenance.iris import digest
from provenance.rdf import folder

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "PROVENANCE_CACHE"
FORM = sqlite.Form(
    1,
    """
CREATE TABLE state (sound INTEGER NOT NULL);
INSERT INTO state VALUES (1);
CREATE TABLE lines (file TEXT PRIMARY KEY, revision TEXT NOT NULL);
CREATE TABLE held (file TEXT NOT NULL, run TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (file, run)) WITHOUT ROWID;
""",
)


def folder_of(name: str) -> Path:
    """Where the store at the address `name` has its cache: in $PROVENANCE_CACHE, else where the system has them.

    XDG Base Directory Specification 0.8; on Windows %LOCALAPPDATA%.
    """
    home = Path.home()
    system = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    base = os.environ.get(VARIABLE) or Path(system or home / ".cache") / "provenance"
    return Path(base) / digest(name)


class Cache:
    """At `path`, made where it is missing. One process at a time brings files in line, who holds the `lock`.

    Raises sqlite3.Error, or OSError, where it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = sqlite3.connect(path / folder.LOCK, timeout=0, isolation_level=None, check_same_thread=False)
        self._lines = sqlite.writable(path / folder.LINES, FORM)

    def lock(self, seconds: float = 0.0) -> bool:
        """Whether no other process has it; it is held until `unlock`, or the end of this process."""
        self._lock.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            return False
        return True

    def unlock(self) -> None:
        with suppress(sqlite3.OperationalError):
            self._lock.execute("ROLLBACK")

    def revision(self, file: str) -> str:
        """That with which `file` was last in line, if it is still there; else empty."""
        row = self._lines.execute("SELECT revision FROM lines WHERE file = ?", (file,)).fetchone()
        return row[0] if row and (self.path / file).exists() else ""

    def held(self, file: str) -> dict[str, str]:
        """The readings that `file` held then, by their graphs, and when each was written."""
        return dict(self._lines.execute("SELECT run, at FROM held WHERE file = ?", (file,)).fetchall())

    def keep(self, file: str, revision: str, held: Mapping[str, str]) -> None:
        with sqlite.transaction(self._lines):
            self._lines.execute("DELETE FROM held WHERE file = ?", (file,))
            self._lines.executemany("INSERT INTO held VALUES (?, ?, ?)", ((file, *one) for one in held.items()))
            self._lines.execute("INSERT OR REPLACE INTO lines VALUES (?, ?)", (file, revision))

    def is_sound(self, file: str) -> bool:
        """Whether the last writer of `file` finished."""
        try:
            with closing(sqlite3.connect(f"{(self.path / file).as_uri()}?mode=ro", uri=True)) as connection:
                return sqlite.is_sound(connection)
        except sqlite3.Error:
            return False

    def close(self) -> None:
        self.unlock()
        self._lock.close()
        self._lines.close()

"""Which documents were ingested, by what they held, and what each became: so that none is read a second time.

Nothing but time is lost with them: a document without one is read, and found to be known by its text.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from provenance import sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection

FORM = sqlite.Form(
    1,
    """
CREATE TABLE state (sound INTEGER NOT NULL);
INSERT INTO state VALUES (0);
CREATE TABLE receipts (
    digest BLOB PRIMARY KEY, article TEXT NOT NULL, run TEXT NOT NULL, key TEXT NOT NULL, statements INTEGER NOT NULL,
    unread TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX receipts_by_article ON receipts (article);
""",
)


class Receipt(NamedTuple):
    """The graph that a document became, its article's key, and how many statements it was found to attribute.

    `unread` says why it was not read (`model.Reading`).
    """

    run: str
    key: str
    statements: int
    unread: str = ""


class Receipts:
    """One SQLite connection. Every method raises sqlite3.Error where the file is damaged or cannot be written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._writing = False

    @classmethod
    def open(cls, path: Path) -> Receipts:
        """A file that is missing, damaged or of another format is made anew, empty."""
        connection = sqlite.writable(path, FORM)
        connection.execute("PRAGMA secure_delete = ON")
        return cls(connection)

    @classmethod
    def memory(cls) -> Receipts:
        return cls(sqlite.memory(FORM))

    def of(self, digest: bytes) -> Receipt | None:
        """What the document with this digest became."""
        row = self._connection.execute(
            "SELECT run, key, statements, unread FROM receipts WHERE digest = ?", (digest,)
        ).fetchone()
        return Receipt(*row) if row else None

    def keep(self, digest: bytes, article: str, receipt: Receipt) -> None:
        """In the place of what the document became before; `article` is the IRI of what it is a document of."""
        self._begin()
        self._connection.execute(
            "INSERT OR REPLACE INTO receipts VALUES (?, ?, ?, ?, ?, ?)", (digest, article, *receipt)
        )

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is kept within is kept in one step: all of it, or, where an error ends it, nothing."""
        self._begin()
        with sqlite.transaction(self._connection):
            yield

    def forget(self, article: str) -> None:
        """All documents of the article of this IRI."""
        self._begin()
        self._connection.execute("DELETE FROM receipts WHERE article = ?", (article,))

    def close(self) -> None:
        if self._writing:
            sqlite.mark_sound(self._connection)
        self._connection.close()

    def _begin(self) -> None:
        if not self._writing:
            sqlite.mark_unsound(self._connection)
            self._writing = True

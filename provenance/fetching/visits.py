"""What pages bore when they were last fetched, beside the store: addresses and marks, never a word of a page.

The file follows from nothing: where it is lost, pages are fetched in full once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from provenance import sqlite
from provenance.fetching.known import Known
from provenance.iris import snapshot_iri

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from sqlite3 import Connection

    from provenance.fetching.fetcher import Page
    from provenance.model import Article

NAME = "visits.sqlite"
"""The file, in the folder of the store."""

_FORM = sqlite.Form(
    1,
    """
CREATE TABLE state (sound INTEGER NOT NULL);
INSERT INTO state VALUES (1);
CREATE TABLE visits (
    address TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, snapshot TEXT NOT NULL
) WITHOUT ROWID;
""",
)


class Visits:
    """`article` gives the article of a snapshot that the store holds, by IRI, and None of any other."""

    def __init__(self, connection: Connection, article: Callable[[str], Article | None]) -> None:
        self._connection = connection
        self._article = article

    @classmethod
    def open(cls, path: Path | None, article: Callable[[str], Article | None]) -> Self:
        """In memory where there is no `path`."""
        connection = sqlite.writable(path, _FORM) if path else sqlite.memory(_FORM)
        connection.execute("PRAGMA secure_delete = ON")
        return cls(connection, article)

    def of(self, address: str) -> Known | None:
        asked = "SELECT etag, modified, snapshot FROM visits WHERE address = ?"
        row = self._connection.execute(asked, (address,)).fetchone()
        article = self._article(row[2]) if row else None
        return Known(row[0], row[1], article) if article else None

    def visited(self, address: str, page: Page, article: Article) -> None:
        """Nothing where the page bears no mark to ask by."""
        if page.etag or page.modified:
            row = (address, page.etag, page.modified, snapshot_iri(article))
            self._connection.execute("INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?)", row)

    def forget(self, article: str) -> None:
        """Nothing of the article with this IRI is left."""
        own = f"%?article={article.rsplit('/', 1)[1]}"
        self._connection.execute("DELETE FROM visits WHERE snapshot LIKE ?", (own,))

    def close(self) -> None:
        self._connection.close()

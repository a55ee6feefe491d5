"""What pages bore when they were last fetched, beside the store: addresses and marks, never a word of a page.

The file follows from nothing: where it is lost, pages are fetched in full once more.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from provenance import sqlite
from provenance.fetching.known import Known
from provenance.iris import snapshot_iri, snapshot_of
from provenance.rdf.folder import reported

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from provenance.fetching.fetcher import Page
    from provenance.model import Article

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
    """At `path`, in memory where that is None; made when something is first to be kept.

    `article` gives the article of a snapshot that the store holds, by IRI, and None of any other. Raises StoreError
    where the file cannot be written.
    """

    def __init__(self, path: Path | None, article: Callable[[str], Article | None]) -> None:
        self._path = path
        self._article = article
        self._opened: Connection | None = None

    def of(self, address: str) -> Known | None:
        asked = "SELECT etag, modified, snapshot FROM visits WHERE address = ?"
        with reported(self._path or Path()):
            row = self._connection().execute(asked, (address,)).fetchone()
        article = self._article(row[2]) if row else None
        return Known(row[0], row[1], article) if article else None

    def visited(self, address: str, page: Page, article: Article) -> None:
        """Nothing where the page bears no mark to ask by."""
        if page.etag or page.modified:
            row = (address, page.etag, page.modified, snapshot_iri(article))
            with reported(self._path or Path()):
                self._connection().execute("INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?)", row)

    def forget(self, article: str) -> None:
        """Nothing of the article with this IRI is left."""
        if self._opened or (self._path and self._path.exists()):
            own = snapshot_of(article, "%")
            with reported(self._path or Path()):
                self._connection().execute("DELETE FROM visits WHERE snapshot LIKE ?", (own,))

    def close(self) -> None:
        if self._opened:
            self._opened.close()
            self._opened = None

    def _connection(self) -> Connection:
        if self._opened is None:
            self._opened = sqlite.writable(self._path, _FORM) if self._path else sqlite.memory(_FORM)
            self._opened.execute("PRAGMA secure_delete = ON")
        return self._opened

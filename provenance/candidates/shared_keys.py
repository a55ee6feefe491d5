"""Articles that meet by a key, such as a shared passage: all of them where few hold the key, else by its first holders.

Two articles meet where one of them is among the FIRST holders of a key that both have. Who is first goes by a hash of
the article's IRI: so who meets whom depends on the articles held and not on their order, a line that stands under a
million pages makes no million pairs, and a new article becomes a first holder of a key with n holders once in n times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.linking.blocking.keys import FIRST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from provenance.linking.blocking.keys import KeyKind

SCHEMA = """
CREATE TABLE keys (
    kind INTEGER NOT NULL, key INTEGER NOT NULL, rank INTEGER NOT NULL, article INTEGER NOT NULL,
    PRIMARY KEY (kind, key, rank, article)
) WITHOUT ROWID;
CREATE INDEX keys_by_article ON keys (article, kind);
"""

_MET = """
WITH held AS MATERIALIZED (SELECT key, rank FROM keys WHERE article = ?1 AND kind = ?2),
bound AS MATERIALIZED (
    SELECT key, rank, (
        SELECT rank FROM keys WHERE kind = ?2 AND key = held.key ORDER BY rank LIMIT 1 OFFSET ?3 - 1
    ) AS last FROM held
)
SELECT DISTINCT keys.article FROM bound CROSS JOIN keys ON keys.kind = ?2 AND keys.key = bound.key
    AND keys.rank <= CASE WHEN last IS NULL OR bound.rank <= last THEN 9223372036854775807 ELSE last END
WHERE keys.article != ?1
"""
_DISPLACED = """
WITH held AS MATERIALIZED (SELECT key, rank FROM keys WHERE article = ?1 AND kind = ?2)
SELECT DISTINCT (
    SELECT article FROM keys WHERE kind = ?2 AND key = held.key ORDER BY rank LIMIT 1 OFFSET ?3
) FROM held WHERE rank <= (
    SELECT rank FROM keys WHERE kind = ?2 AND key = held.key ORDER BY rank LIMIT 1 OFFSET ?3 - 1
)
"""


class SharedKeys:
    """The keys in SQLite, on a connection whose schema holds SCHEMA; articles are row numbers."""

    def __init__(self, connection: sqlite3.Connection, first: int = FIRST) -> None:
        self._connection = connection
        self._first = first

    def add(self, kind: KeyKind, article: int, rank: int, keys: Iterable[int]) -> None:
        rows = [(kind, key, rank, article) for key in sorted(keys)]
        self._connection.executemany("INSERT INTO keys VALUES (?, ?, ?, ?)", rows)

    def met(self, kind: KeyKind, article: int) -> set[int]:
        """The articles that `article`, which is held, meets."""
        return self._asked(_MET, article, kind)

    def displaced(self, kind: KeyKind, article: int) -> set[int]:
        """Those that are no first holders of a key because `article` is: whom they meet changes with it."""
        return self._asked(_DISPLACED, article, kind) - {None}

    def remove(self, article: int) -> None:
        self._connection.execute("DELETE FROM keys WHERE article = ?", (article,))

    def _asked(self, question: str, article: int, kind: KeyKind) -> set[int]:
        return {row for (row,) in self._connection.execute(question, (article, kind, self._first)).fetchall()}

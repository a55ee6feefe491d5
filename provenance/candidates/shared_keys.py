"""Articles that meet by a key, such as a shared passage: all of them where few hold the key, else by its first holders.

Two articles meet where one of them is among the FIRST holders of a key that both have. Who is first goes by a hash of
the article's IRI: so who meets whom depends on the articles held and not on their order, a line that stands under a
million pages makes no million pairs, and a new article becomes a first holder of a key with n holders once in n times.
"""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from provenance.linking.blocking.keys import FIRST, KeyKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

KEY = "<i8"
"""Of NumPy: how a key is written."""

SCHEMA = """
CREATE TABLE keys (
    kind INTEGER NOT NULL, key INTEGER NOT NULL, rank INTEGER NOT NULL, article INTEGER NOT NULL,
    PRIMARY KEY (kind, key, rank, article)
) WITHOUT ROWID;
CREATE TABLE held (
    article INTEGER NOT NULL, kind INTEGER NOT NULL, rank INTEGER NOT NULL, keys BLOB NOT NULL,
    PRIMARY KEY (article, kind)
) WITHOUT ROWID;
"""
_MET = """
WITH bound AS MATERIALIZED (
    SELECT value AS key, (
        SELECT rank FROM keys WHERE kind = ?2 AND key = value ORDER BY rank LIMIT 1 OFFSET ?3 - 1
    ) AS last FROM json_each(?4)
)
SELECT DISTINCT keys.article FROM bound CROSS JOIN keys ON keys.kind = ?2 AND keys.key = bound.key
    AND keys.rank <= CASE WHEN last IS NULL OR ?5 <= last THEN 9223372036854775807 ELSE last END
WHERE keys.article != ?1
"""
_DISPLACED = """
SELECT DISTINCT (
    SELECT article FROM keys WHERE kind = ?2 AND key = value ORDER BY rank LIMIT 1 OFFSET ?3
) FROM json_each(?4) WHERE ?1 = ?1 AND ?5 <= (
    SELECT rank FROM keys WHERE kind = ?2 AND key = value ORDER BY rank LIMIT 1 OFFSET ?3 - 1
)
"""


def gather(connection: sqlite3.Connection) -> None:
    """Put the keys of each article in one piece, where they were found by an index before."""
    connection.execute("DROP INDEX keys_by_article")
    connection.execute(
        "CREATE TABLE held (article INTEGER NOT NULL, kind INTEGER NOT NULL, rank INTEGER NOT NULL, keys BLOB NOT NULL,"
        " PRIMARY KEY (article, kind)) WITHOUT ROWID"
    )
    rows = connection.execute("SELECT article, kind, rank, key FROM keys ORDER BY article, kind, key").fetchall()
    for (article, kind, rank), found in groupby(rows, key=itemgetter(0, 1, 2)):
        _hold(connection, article, kind, rank, [row[3] for row in found])


def _hold(connection: sqlite3.Connection, article: int, kind: int, rank: int, keys: list[int]) -> None:
    piece = np.array(keys, dtype=KEY).tobytes()
    connection.execute("INSERT INTO held VALUES (?, ?, ?, ?)", (article, kind, rank, piece))


class SharedKeys:
    """The keys in SQLite, on a connection whose schema holds SCHEMA; articles are row numbers."""

    def __init__(self, connection: sqlite3.Connection, first: int = FIRST) -> None:
        self._connection = connection
        self._first = first

    def add(self, kind: KeyKind, article: int, rank: int, keys: Iterable[int]) -> None:
        ordered = sorted(keys)
        rows = [(kind, key, rank, article) for key in ordered]
        self._connection.executemany("INSERT INTO keys VALUES (?, ?, ?, ?)", rows)
        _hold(self._connection, article, kind, rank, ordered)

    def met(self, kind: KeyKind, article: int) -> set[int]:
        """The articles that `article`, which is held, meets."""
        return self._asked(_MET, article, kind)

    def displaced(self, kind: KeyKind, article: int) -> set[int]:
        """Those that are no first holders of a key because `article` is: whom they meet changes with it."""
        return self._asked(_DISPLACED, article, kind) - {None}

    def remove(self, article: int) -> None:
        for kind in KeyKind:
            rank, keys = self._held(article, kind)
            rows = [(kind, key, rank, article) for key in keys]
            self._connection.executemany(
                "DELETE FROM keys WHERE kind = ? AND key = ? AND rank = ? AND article = ?", rows
            )
        self._connection.execute("DELETE FROM held WHERE article = ?", (article,))

    def _held(self, article: int, kind: KeyKind) -> tuple[int, list[int]]:
        """The rank of an article, and its keys."""
        row = self._connection.execute(
            "SELECT rank, keys FROM held WHERE article = ? AND kind = ?", (article, kind)
        ).fetchone()
        return (row[0], np.frombuffer(row[1], dtype=KEY).tolist()) if row else (0, [])

    def _asked(self, question: str, article: int, kind: KeyKind) -> set[int]:
        rank, keys = self._held(article, kind)
        asked = (article, kind, self._first, json.dumps(keys), rank)
        return {row for (row,) in self._connection.execute(question, asked).fetchall()}

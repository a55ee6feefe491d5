"""Rows that speak of articles or statements which the file does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

REFERENCES = (
    ("statements", "article", "articles"),
    ("terms", "article", "articles"),
    ("keys", "article", "articles"),
    ("held", "article", "articles"),
    ("compared", "one", "articles"),
    ("compared", "other", "articles"),
    ("agents", "one", "articles"),
    ("agents", "other", "articles"),
    ("pairs", "one", "statements"),
    ("pairs", "other", "statements"),
    ("places", "statement", "statements"),
    ("places", "home", "statements"),
)
"""A table, its column, and the table whose `id` it holds."""


def orphans(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """The tables that have such rows, and how many."""
    for table, column, parent in REFERENCES:
        question = f"SELECT count(*) FROM {table} WHERE {column} NOT IN (SELECT id FROM {parent})"  # noqa: S608
        [count] = connection.execute(question).fetchone()
        if count:
            yield table, count

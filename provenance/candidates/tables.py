"""The tables of `Candidates`: articles, their statements and terms, who was compared with whom."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from provenance import sqlite
from provenance.candidates import components, shared_keys

if TYPE_CHECKING:
    import sqlite3

SCHEMA = """
CREATE TABLE state (sound INTEGER NOT NULL);
INSERT INTO state VALUES (0);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    iri TEXT NOT NULL UNIQUE,
    run TEXT NOT NULL UNIQUE,
    day INTEGER NOT NULL,
    record BLOB NOT NULL,
    vectors BLOB NOT NULL
);
CREATE TABLE statements (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, article INTEGER NOT NULL);
CREATE INDEX statements_by_article ON statements (article);
CREATE TABLE terms (
    term INTEGER NOT NULL, day INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (term, day, article)
) WITHOUT ROWID;
CREATE TABLE pairs (
    one INTEGER NOT NULL, other INTEGER NOT NULL, likelihood REAL NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE compared (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE agents (
    left TEXT NOT NULL, right TEXT NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL,
    confidence REAL NOT NULL, evidence TEXT NOT NULL, judgement TEXT NOT NULL,
    PRIMARY KEY (left, right, confidence DESC, evidence, one, other)
) WITHOUT ROWID;
CREATE INDEX agents_by_articles ON agents (one, other);
"""


def _smaller(connection: sqlite3.Connection) -> None:
    """Version 5 keeps records deflated, and the keys of an article in one piece rather than in an index."""
    shared_keys.gather(connection)
    connection.create_function("deflated", 1, lambda text: zlib.compress(text.encode()), deterministic=True)
    connection.execute("UPDATE articles SET record = deflated(record)")


FORM = sqlite.Form(5, f"{SCHEMA}{shared_keys.SCHEMA}{components.SCHEMA}", {4: _smaller})

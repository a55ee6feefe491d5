"""Records of articles in SQLite: keys by which a new one finds those to compare it with, and what comparing gave.

Derived from the readings and made anew whenever in doubt. It says whether it is `sound`: whether its last writer
finished.
"""

from __future__ import annotations

import json
import zlib
from contextlib import contextmanager
from functools import lru_cache
from sqlite3 import DatabaseError
from typing import TYPE_CHECKING

from provenance import sqlite
from provenance.candidates import tables
from provenance.candidates.components import Components
from provenance.candidates.shared_keys import SharedKeys
from provenance.linking import records
from provenance.linking.blocking.keys import KeyKind, number, rank
from provenance.linking.blocking.story import DAYS, SHARED
from provenance.linking.candidates import Member
from provenance.linking.matching import agents
from provenance.model import Judgement, Link, LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from sqlite3 import Connection

    from provenance.linking.candidates import AgentPair
    from provenance.linking.matching.claims import Pair
    from provenance.linking.records import ArticleRecord

UNDATED = -1
RECORDS = 1000
"""The most records that are kept at hand: some 47 kB each, and a month of news at 33 articles a day."""


class Candidates:
    """One SQLite connection. Every method raises sqlite3.Error where the file is damaged or cannot be written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._record = lru_cache(RECORDS)(self._read)
        self._keys = SharedKeys(connection)
        self.components = Components(connection)

    @classmethod
    def open(cls, path: Path) -> Candidates:
        """For writing; a file that is missing, damaged or of another format is made anew, empty and not sound."""
        return cls(sqlite.writable(path, tables.FORM))

    @classmethod
    def read(cls, path: Path) -> Candidates:
        """For reading only, also from a read-only file system; in memory, not sound, where the file is no use."""
        return cls(sqlite.readable(path, tables.FORM))

    @classmethod
    def memory(cls) -> Candidates:
        return cls(sqlite.memory(tables.FORM))

    @property
    def sound(self) -> bool:
        return sqlite.is_sound(self._connection)

    def mark_unsound(self) -> None:
        """Before the first write; on disk when this returns."""
        sqlite.mark_unsound(self._connection)

    def mark_sound(self) -> None:
        """After the last write; on disk, with all rows, when this returns."""
        sqlite.mark_sound(self._connection)

    def runs(self) -> dict[str, str]:
        """The graph of each article's reading, and the article's IRI."""
        return dict(self._connection.execute("SELECT run, iri FROM articles").fetchall())

    def number_of(self, article: str) -> int | None:
        found = self._connection.execute("SELECT id FROM articles WHERE iri = ?", (article,)).fetchone()
        return found[0] if found else None

    def iri_of(self, article: int) -> str:
        [(iri,)] = self._connection.execute("SELECT iri FROM articles WHERE id = ?", (article,)).fetchall()
        return str(iri)

    def run_of(self, article: int) -> str:
        [(run,)] = self._connection.execute("SELECT run FROM articles WHERE id = ?", (article,)).fetchall()
        return str(run)

    def record(self, article: int) -> ArticleRecord:
        return self._record(article)

    def records_of(self, statements: Iterable[str]) -> list[ArticleRecord]:
        rows = self._connection.execute(
            "SELECT DISTINCT articles.id, articles.iri FROM statements JOIN articles ON articles.id = article"
            " WHERE statements.iri IN (SELECT value FROM json_each(?)) ORDER BY articles.iri",
            (json.dumps(sorted(statements)),),
        )
        return [self._record(number) for number, _ in rows.fetchall()]

    def alike(self, article: int) -> set[int]:
        """The articles whose statements are compared with those of `article`: on its story, or with a rare saying."""
        return (set(self._on_story(self._record(article))) | self._keys.met(KeyKind.SAID, article)) - {article}

    def met(self, kind: KeyKind, article: int) -> set[int]:
        return self._keys.met(kind, article)

    def displaced(self, kind: KeyKind, article: int) -> set[int]:
        return self._keys.displaced(kind, article)

    def compared_with(self, article: int) -> set[int]:
        """The articles that `article` was compared with."""
        rows = self._connection.execute("SELECT other FROM compared WHERE one = ?", (article,))
        return {row for (row,) in rows.fetchall()}

    def add(self, article: str, run: str, record: ArticleRecord, keys: Mapping[KeyKind, Iterable[int]]) -> int:
        written, vectors = records.written(record)
        day = UNDATED if record.day is None else record.day
        row = self._connection.execute(
            "INSERT INTO articles (iri, run, day, record, vectors) VALUES (?, ?, ?, ?, ?)",
            (article, run, day, zlib.compress(written.encode()), vectors),
        ).lastrowid
        if row is None:
            raise DatabaseError("no row")
        insert = self._connection.executemany
        insert("INSERT INTO statements (iri, article) VALUES (?, ?)", [(one.iri, row) for one in record.statements])
        self.components.enter(self._statements(row))
        insert("INSERT INTO terms VALUES (?, ?, ?)", sorted((number("term", term), day, row) for term in record.terms))
        for kind, held in keys.items():
            self._keys.add(kind, row, rank(article), held)
        return row

    def keep(self, one: int, other: int, pairs: Iterable[Pair], agents: Iterable[Link]) -> None:
        ours, theirs = self._statements(one), self._statements(other)
        rows = [(ours[pair.one], theirs[pair.other], pair.likelihood) for pair in pairs]
        self._connection.executemany("INSERT INTO pairs VALUES (?1, ?2, ?3), (?2, ?1, ?3)", rows)
        self.components.pair((row[0], row[1]) for row in rows)
        if one == other:
            return
        both = sorted((one, other))
        self._connection.executemany("INSERT INTO compared VALUES (?, ?)", [both, both[::-1]])
        self._connection.executemany(
            "INSERT INTO agents VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(link.left, link.right, *both, link.confidence, link.evidence, link.judgement) for link in agents],
        )

    def part(self, one: int, other: int) -> set[AgentPair]:
        """Forget what the comparison of two articles gave; the pairs of agents that it gave."""
        both = sorted((one, other))
        found = self._agents(*both)
        self._connection.execute("DELETE FROM agents WHERE one = ? AND other = ?", both)
        rows = {article: self._statements(article) for article in both}
        for here, there in (both, both[::-1]):
            self._connection.execute("DELETE FROM compared WHERE one = ? AND other = ?", (here, there))
            gone = [(pair[0], pair[1]) for pair in self.components.pairs(rows[here]) if pair[1] in rows[there]]
            self._connection.executemany("DELETE FROM pairs WHERE one = ? AND other = ?", gone)
            self.components.pair(gone)
        return found

    def agent_link(self, pair: AgentPair) -> Link | None:
        """The surest of what the articles that name both say of two agents."""
        row = self._connection.execute(
            "SELECT judgement, confidence, evidence FROM agents WHERE left = ? AND right = ?"
            " ORDER BY confidence DESC, evidence LIMIT 1",
            pair,
        ).fetchone()
        if row is None:
            return None
        judgement, share, evidence = row
        return Link(LinkKind.SAME_AGENT, *pair, Judgement(judgement), agents.METHOD, share, share, evidence)

    def remove(self, article: int) -> set[AgentPair]:
        """Forget an article and what comparing it gave; the pairs of agents that this gave."""
        found = {pair for other in (*self.compared_with(article), article) for pair in self.part(article, other)}
        self.components.leave(self._statements(article))
        record = self._record(article)
        day = UNDATED if record.day is None else record.day
        self._connection.executemany(
            "DELETE FROM terms WHERE term = ? AND day = ? AND article = ?",
            [(number("term", term), day, article) for term in record.terms],
        )
        self._keys.remove(article)
        self._connection.execute("DELETE FROM statements WHERE article = ?", (article,))
        self._connection.execute("DELETE FROM articles WHERE id = ?", (article,))
        self._record.cache_clear()
        return found

    def outdate(self, article: str) -> None:
        self._connection.execute("UPDATE articles SET run = 'outdated:' || iri WHERE iri = ?", (article,))

    def members(self, statements: Iterable[int]) -> dict[int, Member]:
        rows = self._connection.execute(
            "SELECT statements.id, statements.iri, articles.id, run, day, home, coalesce(first.iri, '')"
            " FROM json_each(?) CROSS JOIN statements ON statements.id = value"
            " JOIN articles ON articles.id = statements.article"
            " JOIN places ON statement = statements.id LEFT JOIN statements AS first ON first.id = home",
            (json.dumps(sorted(statements)),),
        )
        return {
            row: Member(iri, article, run, None if day == UNDATED else day, home, first)
            for row, iri, article, run, day, home, first in rows.fetchall()
        }

    def numbers(self, statements: Iterable[str]) -> set[int]:
        """The rows of statements, by their IRIs."""
        wanted = json.dumps(sorted(statements))
        rows = self._connection.execute(
            "SELECT statements.id FROM json_each(?) CROSS JOIN statements ON iri = value", (wanted,)
        )
        return {row for (row,) in rows.fetchall()}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        try:
            with sqlite.transaction(self._connection):
                yield
        except BaseException:
            self.components.forget()
            self._record.cache_clear()
            raise

    def rewrite(self) -> None:
        """Leave nothing of what was forgotten in the file."""
        sqlite.rewrite(self._connection)

    def close(self) -> None:
        self._connection.close()

    def _statements(self, article: int) -> list[int]:
        """In the order of its record."""
        rows = self._connection.execute("SELECT id FROM statements WHERE article = ? ORDER BY id", (article,))
        return [row for (row,) in rows.fetchall()]

    def _agents(self, one: int, other: int) -> set[AgentPair]:
        rows = self._connection.execute("SELECT left, right FROM agents WHERE one = ? AND other = ?", (one, other))
        return set(rows.fetchall())

    def _on_story(self, record: ArticleRecord) -> Iterator[int]:
        """Articles that share SHARED of its terms, within DAYS where both are dated."""
        wanted = json.dumps([number("term", term) for term in record.terms])
        low, high = (0, 1 << 62) if record.day is None else (record.day - DAYS, record.day + DAYS)
        rows = self._connection.execute(
            "SELECT article FROM ("
            " SELECT article FROM json_each(?1) CROSS JOIN terms ON term = value AND day BETWEEN ?2 AND ?3"
            " UNION ALL SELECT article FROM json_each(?1) CROSS JOIN terms ON term = value AND day = ?4"
            ") GROUP BY article HAVING count(*) >= ?5",
            (wanted, low, high, UNDATED, SHARED),
        )
        return (article for (article,) in rows.fetchall())

    def _read(self, number: int) -> ArticleRecord:
        [(record, vectors)] = self._connection.execute(
            "SELECT record, vectors FROM articles WHERE id = ?", (number,)
        ).fetchall()
        return records.read(zlib.decompress(record).decode(), vectors)

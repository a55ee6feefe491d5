"""The words of current statements, in SQLite beside the graph: derived from it and rebuilt whenever in doubt.

A statement matches a claim when it has at least three in five of the claim's content words. So it stands in a block of
statements that has as many, and of the words' lists only the parts in such blocks are read, which are few: the cost
hardly follows the store. Where they are many, for a claim of common words alone, the lists are read whole: those of its
rarest few words, of which a match has one, while in longer ones what was found there is looked up.

The file says whether it is `sound`: whether its last writer finished. One that is not is compared with the graph, run
by run, before it is used.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from provenance import sqlite
from provenance.iris import claim_iri
from provenance.rdf.lists import Lists

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from sqlite3 import Connection

COUNTED = 1000
"""Words that so many statements have are all alike common, where statements are ranked."""

SCHEMA = """
CREATE TABLE state (sound INTEGER NOT NULL, statements INTEGER NOT NULL);
INSERT INTO state VALUES (0, 0);
CREATE TABLE runs (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE);
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    attribution TEXT NOT NULL,
    claim TEXT NOT NULL,
    wording TEXT NOT NULL,
    confidence REAL NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX entries_by_run ON entries (run);
CREATE INDEX entries_by_claim ON entries (claim);
CREATE INDEX entries_by_wording ON entries (wording);
CREATE TABLE words (
    word TEXT PRIMARY KEY, holders INTEGER NOT NULL, first_block INTEGER NOT NULL, blocks BLOB NOT NULL
);
CREATE TABLE postings (word TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (word, entry)) WITHOUT ROWID;
"""
FORM = sqlite.Form(8, SCHEMA)


class Entry(NamedTuple):
    """One attribution as the index knows it; those of one `wording` have the same words."""

    attribution: str
    wording: str
    confidence: float
    words: frozenset[str]


class Hit(NamedTuple):
    """An attribution that matches; `coverage` is the part of the wanted words that it has, from 0 to 1."""

    attribution: str
    run: str
    coverage: float


class Nearby(NamedTuple):
    """Statements with some of the words looked for: the words that each has, in all.

    `holders` tells for each word looked for how many of all `statements` have it, at most COUNTED; `average` is
    how many words one has, on average over those found.
    """

    statements: int
    holders: dict[str, int]
    average: float
    found: list[tuple[str, str, frozenset[str]]]


class Index:
    """One SQLite connection. Every method raises sqlite3.Error where the file is damaged or cannot be written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lists = Lists(connection)
        self._version = sqlite.version(connection)

    @classmethod
    def open(cls, path: Path) -> Index:
        """For writing; a file that is missing, damaged or of another format is made anew, empty and not sound."""
        return cls(sqlite.writable(path, FORM))

    @classmethod
    def read(cls, path: Path) -> Index:
        """For reading only, also from a read-only file system; in memory, not sound, where the file is no use."""
        return cls(sqlite.readable(path, FORM))

    @classmethod
    def memory(cls) -> Index:
        return cls(sqlite.memory(FORM))

    def copy(self) -> Index:
        """The same rows in memory, to be brought in line with a graph that the file does not follow."""
        copy = sqlite.unformed()
        self._connection.backup(copy)
        return Index(copy)

    @property
    def sound(self) -> bool:
        """Whether the last writer finished and no other has written since this index was opened."""
        return sqlite.is_sound(self._connection) and sqlite.version(self._connection) == self._version

    def mark_unsound(self) -> None:
        """Before the first write; on disk when this returns."""
        sqlite.mark_unsound(self._connection)

    def mark_sound(self) -> None:
        """After the last write; on disk, with all rows, when this returns."""
        sqlite.mark_sound(self._connection)

    def runs(self) -> set[str]:
        return {run for (run,) in self._connection.execute("SELECT iri FROM runs")}

    def sizes(self, without: Collection[str] = ()) -> dict[str, int]:
        """How many attributions each run has but for those `without`, runs that have none left out."""
        rows = self._connection.execute(
            "SELECT iri, count(*) FROM runs JOIN entries ON run = runs.id"
            " WHERE attribution NOT IN (SELECT value FROM json_each(?)) GROUP BY run",
            (json.dumps(list(without)),),
        )
        return dict(rows.fetchall())

    def entries(self, run: str) -> set[Entry]:
        """What it knows of `run`."""
        rows = self._connection.execute(
            "SELECT attribution, wording, confidence, words FROM entries"
            " WHERE run = (SELECT id FROM runs WHERE iri = ?)",
            (run,),
        )
        return {Entry(iri, wording, share, frozenset(words.split())) for iri, wording, share, words in rows.fetchall()}

    def replace(self, gone: Iterable[str], run: str | None, entries: Iterable[Entry]) -> None:
        """Forget the runs `gone` and learn `run`, in one transaction."""
        with sqlite.transaction(self._connection):
            for old in gone:
                self._remove(old)
            if run is not None:
                self._add({run: entries})

    def learn(self, runs: Mapping[str, Iterable[Entry]]) -> None:
        """Learn `runs`, each with its entries, in one transaction."""
        with sqlite.transaction(self._connection):
            self._add(runs)

    def find(self, words: Iterable[str], limit: int) -> list[Hit]:
        """Best first: by coverage, then by how rare the words in common are, then by name."""
        known = self._lists.known(words)
        needed = -(-3 * len(known) // 5)
        scored = []
        for attribution, run, text in self._rows(self._lists.candidates(known, needed)):
            common = known.keys() & text.split(" ")
            if len(common) >= needed:
                rarity = sum(1 / min(known[word].holders, COUNTED) for word in sorted(common))
                scored.append((-len(common), -rarity, attribution, run))
        return [Hit(attribution, run, -common / len(known)) for common, _, attribution, run in sorted(scored)[:limit]]

    def near(self, words: Iterable[str], limit: int) -> Nearby:
        """Those with the rarest of `words`, `limit` at most: list by list, the rarest first, until enough are met.

        Of a list, COUNTED are read.
        """
        holders = {word: min(known.holders, COUNTED) for word, known in self._lists.known(words).items()}
        met: dict[int, float] = {}
        for word in sorted(filter(holders.get, holders), key=lambda word: (holders[word], word)):
            if len(met) >= limit:
                break
            for entry in islice(self._lists.having(word), COUNTED):
                met[entry] = met.get(entry, 0.0) + 1 / holders[word]
        best = sorted(met, key=lambda entry: (-met[entry], entry))[:limit]
        found = [(attribution, run, frozenset(text.split(" "))) for attribution, run, text in self._rows(best)]
        [statements] = self._connection.execute("SELECT statements FROM state").fetchone()
        average = sum(len(held) for _, _, held in found) / (len(found) or 1)
        return Nearby(statements, holders, average or 1.0, found)

    def naming(self, claim: str) -> str | None:
        """The attribution by which `claim` is named (`iris.claim_iri`)."""
        found = self._connection.execute("SELECT attribution FROM entries WHERE claim = ?", (claim,)).fetchone()
        return found[0] if found else None

    def alike(self, claim: str) -> list[Hit]:
        """Those with the words of the attribution by which `claim` is named, itself among them, by name."""
        rows = self._connection.execute(
            "SELECT attribution, iri FROM entries JOIN runs ON runs.id = run"
            " WHERE wording IN (SELECT wording FROM entries WHERE claim = ?) ORDER BY attribution",
            (claim,),
        )
        return [Hit(attribution, run, 1.0) for attribution, run in rows.fetchall()]

    def wordings(self) -> Iterator[tuple[str, str, str]]:
        """Wording, attribution and run of every attribution, the surest first."""
        yield from self._connection.execute(
            "SELECT wording, attribution, iri FROM entries JOIN runs ON runs.id = run"
            " ORDER BY confidence DESC, length(words), attribution"
        )

    def rewrite(self) -> None:
        """Leave nothing of what was forgotten in the file."""
        sqlite.rewrite(self._connection)

    def close(self) -> None:
        self._connection.close()

    def _rows(self, entries: Sequence[int]) -> Iterator[tuple[str, str, str]]:
        yield from self._connection.execute(
            "SELECT attribution, iri, words FROM entries JOIN runs ON runs.id = run"
            " WHERE entries.id IN (SELECT value FROM json_each(?))",
            (json.dumps(entries),),
        )

    def _add(self, runs: Mapping[str, Iterable[Entry]]) -> None:
        rows: dict[int, Collection[str]] = {}
        for run, entries in runs.items():
            number = self._connection.execute("INSERT INTO runs (iri) VALUES (?)", (run,)).lastrowid
            for entry in entries:
                row = self._connection.execute(
                    "INSERT INTO entries (run, attribution, claim, wording, confidence, words)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        number,
                        entry.attribution,
                        claim_iri(entry.attribution),
                        entry.wording,
                        entry.confidence,
                        " ".join(sorted(entry.words)),
                    ),
                ).lastrowid
                rows[row or 0] = entry.words
        self._lists.add(rows)
        self._connection.execute("UPDATE state SET statements = statements + ?", (len(rows),))

    def _remove(self, run: str) -> None:
        found = self._connection.execute("SELECT id FROM runs WHERE iri = ?", (run,)).fetchone()
        if not found:
            return
        listed = self._connection.execute("SELECT id, words FROM entries WHERE run = ?", found).fetchall()
        self._lists.remove({row: words.split() for row, words in listed})
        for table, column in (("entries", "run"), ("runs", "id")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", found)  # noqa: S608
        self._connection.execute("UPDATE state SET statements = statements - ?", (len(listed),))

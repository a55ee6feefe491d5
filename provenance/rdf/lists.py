"""For each word the list of the entries that have it, and which entries have most of some words."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from provenance.rdf import blocks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FEW = 100
"""Candidates that are fetched rather than narrowed down further."""
MANY = 1024
"""Blocks in so many of which lists are read whole."""
LOOKUP = 3
"""What it costs to look an entry up in a list, in entries of a list that is read."""


class Word(NamedTuple):
    """How many statements have a word, and in which blocks they are, or more than these (`provenance.rdf.blocks`)."""

    holders: int
    blocks: int


class Lists:
    """The tables `words` and `postings` of the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, rows: Mapping[int, Iterable[str]]) -> None:
        """Enter each of `rows` in the lists of its words."""
        held = _by_word(rows)
        postings = [(word, row) for word in sorted(held) for row in held[word]]
        self._connection.executemany("INSERT INTO postings VALUES (?, ?)", postings)
        known = self.known(held)
        self._note(
            (word, known[word].holders + len(held[word]), known[word].blocks | blocks.of(held[word]))
            for word in sorted(held)
        )

    def remove(self, rows: Mapping[int, Iterable[str]]) -> None:
        """Strike each of `rows` off the lists of its words."""
        held = _by_word(rows)
        postings = [(word, row) for word, rows in held.items() for row in rows]
        self._connection.executemany("DELETE FROM postings WHERE word = ? AND entry = ?", postings)
        self._note((word, known.holders - len(held[word]), known.blocks) for word, known in self.known(held).items())
        self._connection.executemany("DELETE FROM words WHERE word = ? AND holders = 0", [(word,) for word in held])

    def known(self, words: Iterable[str]) -> dict[str, Word]:
        asked = dict.fromkeys(words, Word(0, 0))
        rows = self._connection.execute(
            "SELECT word, holders, first_block, blocks FROM words WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(asked)),),
        )
        return asked | {word: Word(holders, blocks.unpacked(*packed)) for word, holders, *packed in rows}

    def candidates(self, known: dict[str, Word], needed: int) -> Sequence[int]:
        """Entries that may have `needed` of the words, met list by list, the rarest word first.

        After n lists a match has been met n - spare times at least, where spare is how many words it may lack: so once
        in the first lists, and the later ones need be asked only about those met.
        """
        within = blocks.common((word.blocks for word in known.values()), needed)
        spare = len(known) - needed
        met: Counter[int] = Counter()
        for read, word in enumerate(sorted(known, key=lambda word: (known[word].holders, word)), start=1):
            if within.bit_count() < MANY:
                met.update(self._with_within(word, known[word].blocks & within))
            elif read > spare + 1 and known[word].holders > LOOKUP * len(met):
                met.update(self._with_among(word, met))
            else:
                met.update(self.having(word))
            if read > spare:
                met = Counter({entry: times for entry, times in met.items() if times >= read - spare})
                if len(met) <= FEW:
                    break
        return list(met)

    def having(self, word: str) -> Iterator[int]:
        """The entries that have `word`, in order."""
        return self._entries("SELECT entry FROM postings WHERE word = ? ORDER BY entry", word)

    def _with_within(self, word: str, within: int) -> Iterator[int]:
        """As `having`, of some blocks."""
        return self._entries(
            "SELECT entry FROM json_each(?2) CROSS JOIN postings"
            " ON word = ?1 AND entry BETWEEN value AND value + ?3 - 1",
            word,
            json.dumps([block * blocks.BLOCK for block in blocks.numbers(within)]),
            blocks.BLOCK,
        )

    def _with_among(self, word: str, entries: Iterable[int]) -> Iterator[int]:
        """As `having`, of some entries."""
        return self._entries(
            "SELECT entry FROM postings WHERE word = ? AND entry IN (SELECT value FROM json_each(?))",
            word,
            json.dumps(list(entries)),
        )

    def _entries(self, question: str, *asked: str | int) -> Iterator[int]:
        return (entry for (entry,) in self._connection.execute(question, asked))

    def _note(self, words: Iterable[tuple[str, int, int]]) -> None:
        """Note for each of `words` how many statements have it, and in which blocks, or more than these, they are."""
        self._connection.executemany(
            "INSERT INTO words VALUES (?, ?, ?, ?) ON CONFLICT (word) DO UPDATE SET"
            " holders = excluded.holders, first_block = excluded.first_block, blocks = excluded.blocks",
            ((word, holders, *blocks.packed(within)) for word, holders, within in words),
        )


def _by_word(rows: Mapping[int, Iterable[str]]) -> dict[str, list[int]]:
    """Each word of `rows` with the rows that have it, in order."""
    found: dict[str, list[int]] = {}
    for row, words in rows.items():
        for word in words:
            found.setdefault(word, []).append(row)
    return found

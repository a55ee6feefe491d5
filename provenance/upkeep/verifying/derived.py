"""Whether what follows from the graph follows from it: the words of statements, what articles are compared by.

Nothing is compared where a file says that its writer did not finish, or is written meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance import sqlite
from provenance.candidates import Candidates, tables
from provenance.candidates.orphans import orphans
from provenance.iris import article_iri, attribution_iri, snapshot_iri
from provenance.rdf import claims
from provenance.rdf.folder import LINKS as LINKS_FILE
from provenance.rdf.folder import WORDS as WORDS_FILE
from provenance.rdf.index import Index
from provenance.upkeep.verifying.fault import LINKS, WORDS, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from provenance.model import Reading


class Words:
    """`words.sqlite` of the store at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path / WORDS_FILE
        self._damage = sqlite.faults(self._path)
        self._index = Index.read(self._path)

    @property
    def sound(self) -> bool:
        """Whether it holds all that the graph held when it was opened, and nobody has gone on writing since."""
        return not self._damage and self._index.sound

    def faults(self, current: Mapping[str, str]) -> Iterator[Fault]:
        """Of the whole file; `current` gives the graphs of current readings."""
        for said in self._damage:
            yield Fault(f"{WORDS_FILE}: damaged ({said})", WORDS)
        if self.sound and self._index.runs() != current.keys():
            yield Fault(f"{WORDS_FILE}: does not hold the readings that the graph holds", WORDS)

    def of(self, run: str, reading: Reading) -> Iterator[Fault]:
        """Of the reading `run`, which is current."""
        if self.sound and self._index.entries(run) != set(claims.entries(reading)):
            yield Fault(f"{WORDS_FILE}: article {reading.article.key!a} is not as the graph {run} has it", WORDS)

    def close(self) -> None:
        self._index.close()


class Compared:
    """`links.sqlite` of the store at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path / LINKS_FILE
        self._damage = sqlite.faults(self._path)
        self._connection = sqlite.readable(self._path, tables.FORM)
        self._version = sqlite.version(self._connection)
        self._candidates = Candidates(self._connection)

    def faults(self, current: Mapping[str, str]) -> Iterator[Fault]:
        """Of the whole file; `current` gives the articles by the graphs of their readings."""
        for said in self._damage:
            yield Fault(f"{LINKS_FILE}: damaged ({said})", LINKS)
        if not self.sound:
            return
        if self._candidates.runs() != current:
            yield Fault(f"{LINKS_FILE}: does not hold the articles that the graph holds", LINKS)
        for table, count in orphans(self._connection):
            yield Fault(f"{LINKS_FILE}: {count} of its {table} are of articles or statements that are not there", LINKS)

    def of(self, run: str, reading: Reading) -> Iterator[Fault]:
        """Of the reading `run`, which is current."""
        number = self._candidates.number_of(article_iri(reading.article)) if self.sound else None
        if number is None:
            return
        snapshot = snapshot_iri(reading.article)
        held = {one.iri for one in self._candidates.record(number).statements}
        if held != {attribution_iri(snapshot, one) for one in reading.attributions}:
            yield Fault(f"{LINKS_FILE}: article {reading.article.key!a} is not as the graph {run} has it", LINKS)

    def close(self) -> None:
        self._connection.close()

    @property
    def sound(self) -> bool:
        """Whether all is joined that the graph held when it was opened, and nobody has gone on writing since."""
        is_as_it_was = not self._damage and sqlite.version(self._connection) == self._version
        return is_as_it_was and sqlite.is_sound(self._connection)

"""Where readings are kept: an RDF dataset in Oxigraph, each reading a named graph, with an index of its words.

Every change is one atomic batch of Oxigraph's, also under SIGKILL. The index follows, and says on disk beforehand
that it does: a store whose writer was killed brings it in line when it is next opened.

One process writes at a time. Others may read meanwhile: they see the store as it was when they opened it, or, where
the writer has since replaced files that they come to need, a StoreLockedError that asks to open it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from provenance.errors import NotFoundError, UsageError
from provenance.iris import activity_iri, article_iri, is_claim, is_minted, run_iri, snapshot_iri
from provenance.rdf import claims, files, folder, listings, mapping, revisions, whole
from provenance.rdf.bounds import Bounds
from provenance.rdf.embedded import Embedded
from provenance.rdf.graph import Pattern, is_iri
from provenance.rdf.index import Index
from provenance.rdf.layers import Layers
from provenance.rdf.local import Local
from provenance.rdf.vocabulary import PROV
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from pyoxigraph import Quad
    from rdflib import Dataset

    from provenance.model import Kind, Reading
    from provenance.rdf.asking import Answer
    from provenance.rdf.graph import Graph
    from provenance.rdf.home import Home

BOUNDS = Bounds()
TOGETHER = 200
"""Readings that are fetched at once, where they are far away."""


class Outcome(StrEnum):
    """What a store made of a reading."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"
    KEPT_NEWER = "kept newer"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution that matches a claim, in the graph `run`; `coverage` runs from 0 to 1."""

    attribution: str
    run: str
    coverage: float


@dataclass(frozen=True, slots=True)
class Nearby:
    """Statements with some of the words looked for, and which words each has in all.

    `holders` tells how many of all `statements` have each word looked for, `average` how many words one found has.
    """

    statements: int
    holders: dict[str, int]
    average: float
    found: dict[Found, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles are current, how many statements they attribute, how many graphs and quads there are at all.

    And how many of the articles were not read.
    """

    articles: int
    statements: int
    graphs: int
    quads: int
    unread: int = 0


class Store(Layers):
    """Open one with `open`, `read` or `memory`; close it, or use it as a context manager.

    `home` says where it lies, `index` follows its graph. Once it is closed, every method but `close` raises UsageError.
    """

    def __init__(self, home: Home, index: Index, *, may_write: bool = True) -> None:
        self.home = home
        self._index = index
        self._may_write = may_write
        self._closed = False
        self._writing = False
        self._index_behind = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """For reading and writing; a missing or empty folder becomes a new store.

        Raises StoreLockedError where another process writes to it, StoreCorruptError where the folder is something
        else or damaged, StoreVersionError where a newer provenance made it.
        """
        path = path.resolve()
        folder.prepare(path)
        with folder.reported(path):
            store = cls(Local(path, files.opened(path)), Index.open(path / folder.WORDS))
            store.bring_in_line()
        return store

    @classmethod
    def read(cls, path: Path) -> Self:
        """For reading only, also from a read-only file system and while another process writes.

        Raises StoreError where no store is there, else as `open`.
        """
        path = path.resolve()
        folder.check(path)
        with folder.reported(path):
            index = Index.read(path / folder.WORDS)
            return cls(Local(path, files.read(path)), index, may_write=False)

    @classmethod
    def memory(cls) -> Self:
        """One that is gone when it is closed."""
        store = cls(Local(Path(), Embedded.memory()), Index.memory())
        store.bring_in_line()
        return store

    def bring_in_line(self) -> None:
        """Bring the index in line with the graph, unless it says that it is."""
        with self.home.reported():
            if self._writing or not self._index.sound:
                self._bring_in_line(self._index)
                self._writing = self._index_behind = False

    def close(self) -> None:
        """Leave the index in line with the graph, and let others write. Closing again does nothing."""
        if self._closed:
            return
        try:
            with self.home.reported():
                if not self._index_behind:
                    self._graph.settle()
                    if self._writing:
                        self._index.mark_sound()
        finally:
            self._index.close()
            self._closed = True
            self.home.close(in_line=not self._index_behind)

    def still_open(self) -> Self:
        """Itself. Raises UsageError once it is closed."""
        if self._closed:
            raise UsageError(folder.CLOSED)
        return self

    def refresh(self) -> None:
        """See what others wrote since it was opened, where that may be seen: of one on a server."""
        with self.still_open().home.reported():
            gone = self.home.refresh()
            if gone is not None:
                copy = self._index.copy()
                self._index.close()
                self._index = copy
                copy.replace(gone, None, ())
                self._bring_in_line(copy)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, reading: Reading) -> Outcome:
        """Keep `reading`, whole or not at all.

        Of one snapshot one reading is kept: the latest by another extractor, the newest by versions of the same. The
        snapshot of a changed text revises that of the old text; both are kept, the new one is current. What was read
        stays, also where the program would no longer read it.

        Raises InputError where the reading is not sound (see `mapping.check`), StoreError where it cannot be written,
        UsageError where the store was opened for reading only.
        """
        self.check_writable()
        snapshot = snapshot_iri(reading.article)
        run = run_iri(snapshot, reading.extractor)
        with self.home.reported():
            self._graph.ahead(lambda: _around(snapshot, article_iri(reading.article)))
            older = revisions.runs_of(self._graph, snapshot)
            if run in older or (reading.unread and not all(revisions.is_unread(self._graph, old) for old in older)):
                return Outcome.UNCHANGED
            if any(revisions.is_newer(self._graph, old, reading.extractor) for old in older):
                return Outcome.KEPT_NEWER
            outdated = [] if older else revisions.current_snapshots(self._graph, article_iri(reading.article))
            quads = [*mapping.kept_quads(reading, datetime.now(UTC)), *revisions.history(self._graph, run, older)]
            quads += [revisions.link(run, snapshot, PROV.wasRevisionOf, old) for old in outdated]
            gone = {*older, *(old for text in outdated for old in revisions.runs_of(self._graph, text))}
            self._begin()
            self._index_behind = True
            self._graph.replace(older, run, quads)
            current = revisions.is_current(self._graph, snapshot)
            self._index.replace(gone, run if current else None, claims.entries(reading))
            self._index_behind = False
        return Outcome.SUPERSEDED if older else Outcome.ADDED

    def add_all(self, readings: Iterable[Reading]) -> None:
        """Keep `readings`, each of another article, of which the store holds none: much faster than `add`.

        In a folder all or none; on a server each whole.

        Raises as `add`, before anything is kept.
        """
        self.check_writable()
        named = {run_iri(snapshot_iri(one.article), one.extractor): one for one in readings}
        with self.home.reported():
            now = datetime.now(UTC)
            quads = [quad for one in named.values() for quad in mapping.kept_quads(one, now)]
            self._begin()
            self._index_behind = True
            self._graph.pour(quads)
            self._index.learn({run: claims.entries(one) for run, one in named.items()})
            self._index_behind = False

    def update(self, reading: Reading) -> None:
        """Write `reading` in the place of the one of the same text by the same extractor, as after better metadata.

        Whole or not at all. What its graph says of those before it stays. Raises as `add`.
        """
        self.check_writable()
        snapshot = snapshot_iri(reading.article)
        run = run_iri(snapshot, reading.extractor)
        with self.home.reported():
            quads = [*mapping.kept_quads(reading, datetime.now(UTC)), *revisions.told_of_others(self._graph, run)]
            current = revisions.is_current(self._graph, snapshot)
            self._begin()
            self._index_behind = True
            self._index.replace([run], None, ())
            self._graph.replace([run], run, quads)
            self._index.replace((), run if current else None, claims.entries(reading))
            self._index_behind = False

    def readdress(self, reading: Reading, known: Reading) -> Outcome:
        """Write `reading` in the place of `known`, whose article had no address to be called by, and has one now.

        Whole or not at all. The old name is kept as that of the same article. Raises as `add`.
        """
        self.check_writable()
        snapshot = snapshot_iri(reading.article)
        run, old = run_iri(snapshot, reading.extractor), run_iri(snapshot_iri(known.article), known.extractor)
        names = [article_iri(one.article) for one in (reading, known)]
        with self.home.reported():
            if revisions.is_newer(self._graph, old, reading.extractor):
                return Outcome.KEPT_NEWER
            quads = [*mapping.kept_quads(reading, datetime.now(UTC)), *revisions.history(self._graph, run, [old])]
            quads.append(revisions.link(run, names[0], PROV.alternateOf, names[1]))
            outdated = revisions.current_snapshots(self._graph, names[0])
            quads += [revisions.link(run, snapshot, PROV.wasRevisionOf, one) for one in outdated]
            gone = {old, *(one for text in outdated for one in revisions.runs_of(self._graph, text))}
            self._begin()
            self._index_behind = True
            self._graph.replace([old], run, quads)
            self._index.replace(gone, run, claims.entries(reading))
            self._index_behind = False
        return Outcome.UPDATED

    def remove(self, article: str) -> list[str]:
        """Forget an article with all its snapshots, by IRI; the graphs that were current.

        Raises NotFoundError where the store does not hold it, else as `add`.
        """
        self.check_writable()
        with self.home.reported():
            self._graph.ahead(*_steps_of_article(self._graph, article))
            runs = revisions.runs_of_article(self._graph, article)
            if not runs:
                raise NotFoundError(f"the store holds no article {article}: 'provenance articles' lists them")
            current = [run for run in runs if revisions.is_current_run(self._graph, run)]
            self._begin()
            self._index_behind = True
            self._graph.drop(runs)
            self._index.replace(runs, None, ())
            self._index_behind = False
            return current

    def pour(self, readings: Sequence[Reading], quads: Sequence[Quad]) -> None:
        """Write `readings`, none of which is checked: `quads` are what is kept of them, graph after graph.

        All or none. `bring_in_line` is to be called afterwards. Raises as `add`.
        """
        self.check_writable()
        runs = [run_iri(snapshot_iri(one.article), one.extractor) for one in readings]
        with self.home.reported():
            self._begin()
            self._index_behind = True
            self._graph.pour(quads)
            self._graph.ahead(*revisions.steps(self._graph, lambda: runs))
            for run, reading in zip(runs, readings, strict=True):
                current = revisions.is_current_run(self._graph, run)
                self._index.replace([run], run if current else None, claims.entries(reading))
            self._index_behind = False

    def missing(self, sizes: Mapping[str, int]) -> list[str]:
        """The graphs that do not hold as many quads as `sizes` tells."""
        with self.home.reported():
            self._graph.ahead(lambda: (Pattern(graph=run) for run in sizes))
            return [run for run, size in sizes.items() if sum(1 for _ in self._graph.quads(graph=run)) != size]

    def every_run(self) -> set[str]:
        """The graphs of readings, current or not."""
        with self.home.reported():
            return {fact.graph for fact in self._graph.facts(None, PROV.used)} - revisions.LAYERS

    def runs_of_article(self, article: str) -> list[str]:
        """The graphs of readings of all snapshots of an article, by IRI."""
        with self.home.reported():
            self._graph.ahead(*_steps_of_article(self._graph, article))
            return revisions.runs_of_article(self._graph, article)

    def ahead_of_articles(self, articles: Callable[[], Iterable[str]]) -> None:
        """`run_of` or `runs_of_article` will be asked of each of `articles`."""
        with self.home.reported():
            self._graph.ahead(*_steps_of_articles(self._graph, articles))

    def holds(self, run: str) -> bool:
        """Whether there is a graph of a reading of this name, current or not."""
        with self.home.reported():
            return bool(self._graph.values(activity_iri(run), PROV.used, run))

    def settle(self) -> None:
        """Bring into files what is in the log only."""
        with self.home.reported():
            self._graph.settle()

    def rewrite(self) -> None:
        """Write all of it to fresh files and delete the old ones: of what was removed nothing is left on disk.

        Safe under SIGKILL; a store in memory has nothing to do. Raises StoreError where there is no room for both, and
        UsageError where the store was opened for reading only.
        """
        self.check_writable()
        with self.home.reported():
            self._words().rewrite()
            self.home.rewrite()

    def is_current(self, run: str) -> bool:
        """Whether `run` is a reading of an article's newest snapshot."""
        with self.home.reported():
            return revisions.is_current_run(self._graph, run)

    def check_writable(self) -> None:
        """Raise UsageError where the store was opened for reading only."""
        if not self._closed and not self._may_write:
            raise UsageError(f"{self.home.name}: opened for reading only: use Library.open")

    def runs(self) -> list[str]:
        """The graphs of current readings: of each article, the one of its newest snapshot."""
        with self.home.reported():
            return revisions.current_runs(self._graph)

    def reading(self, run: str) -> Reading:
        """What the graph `run` holds. Raises NotFoundError where there is none."""
        with self.home.reported():
            return self._read(run)

    def readings(self) -> Iterator[Reading]:
        """The current ones."""
        runs = self.runs()
        for at in range(0, len(runs), TOGETHER):
            self.ahead_of_readings(runs[at : at + TOGETHER])
            yield from map(self.reading, runs[at : at + TOGETHER])

    def ahead_of_readings(self, runs: Iterable[str]) -> None:
        """`reading` will be asked of each of `runs`."""
        with self.home.reported():
            self._graph.ahead(whole.steps(filter(is_iri, runs)))

    def ahead_of_targets(self, iris: Callable[[], Iterable[str]]) -> None:
        """`find` will be asked of each of `iris`: statements or attributions."""
        with self.home.reported():
            claims.ahead_of_named(self._graph, iris)

    def ahead_of_claims(self, attributions: Callable[[], Iterable[str]]) -> None:
        """`claim_of` will be asked of each of `attributions`."""
        with self.home.reported():
            claims.ahead_of_claims(self._graph, self._words(), attributions)

    def ahead_of_made(self, asked: Callable[[], Iterable[str]]) -> None:
        """`made` will be asked of each of `asked`."""
        with self.home.reported():
            claims.ahead_of_made(self._graph, self._words(), asked)

    def run_of(self, article: str) -> str | None:
        """The graph of the current reading of the article with this IRI; None where there is none."""
        with self.home.reported():
            self._graph.ahead(*_steps_of_article(self._graph, article))
            snapshots = revisions.current_snapshots(self._graph, article)
            return next((run for one in snapshots for run in revisions.runs_of(self._graph, one)), None)

    def called(self, article: str) -> str:
        """The IRI of the article that this IRI named before its address was known; the same where that never was so."""
        with self.home.reported():
            return next((fact.subject for fact in self._graph.facts(None, PROV.alternateOf, article)), article)

    def runs_of(self, snapshot: str) -> list[str]:
        """The graph of the reading of `snapshot`, current or not, or none."""
        with self.home.reported():
            return revisions.runs_of(self._graph, snapshot)

    def quads(self, *graphs: str) -> Iterator[Quad]:
        """All that `graphs`, or all graphs, tell, graph by graph; all graphs come in the order of their names.

        More than the files hold (`whole`). Raises StoreCorruptError where a reading is not whole.
        """
        with self.home.reported():
            names = graphs or tuple(self._graph.names())
            for at in range(0, len(names), TOGETHER):
                some = names[at : at + TOGETHER]
                self._graph.ahead(whole.steps_of_all(some))
                for name in some:
                    yield from whole.whole(self._graph, name)

    def read_at(self, run: str) -> datetime:
        """When the reading in the graph `run` was kept. Raises StoreCorruptError where it does not say."""
        with self.home.reported():
            return whole.read_at(self._graph, run)

    def find(self, claim: str, limit: int) -> list[Found]:
        """Current attributions that make `claim`: its IRI, that of a statement or an attribution, or its words.

        By words, those match that have at least three in five of the claim's content words; best first.
        """
        claim = claim.strip()
        with self.home.reported():
            if is_claim(claim):
                return self.made(claim)[:limit]
            if is_minted(claim):
                hits = claims.named(self._graph, claim)
            else:
                hits = self._words().find(set(words(claim)), limit)
        return [Found(*hit) for hit in hits[:limit]]

    def made(self, claim: str) -> list[Found]:
        """The current attributions that were found to make the claim with this IRI."""
        with self.home.reported():
            return [Found(*hit) for hit in claims.made(self._graph, self._words(), claim)]

    def claim_of(self, attribution: str) -> str | None:
        """The claim that a current attribution was found to make; None where there is no such attribution."""
        with self.home.reported():
            return claims.claim_of(self._graph, self._words(), attribution) if is_iri(attribution) else None

    def naming(self, claim: str) -> str | None:
        """The current attribution by which `claim` is named, whatever claim it makes now."""
        with self.home.reported():
            return self._words().naming(claim)

    def near(self, asked: Iterable[str], limit: int) -> Nearby:
        """Current attributions that have the rarest of the words `asked`, `limit` at most."""
        with self.home.reported():
            near = self._words().near(asked, limit)
        found = {
            Found(iri, run, len(held & near.holders.keys()) / len(near.holders)): held for iri, run, held in near.found
        }
        return Nearby(near.statements, near.holders, near.average, found)

    def articles(self, without: Collection[str] = ()) -> list[listings.ArticleRow]:
        """Current articles, by key; the attributions `without` are not counted."""
        with self.home.reported():
            return listings.articles(self._graph, self._words().sizes(without), self.runs())

    def sources(self, without: Collection[str] = (), more: Iterable[listings.Named] = ()) -> list[listings.SourceRow]:
        """Whom current articles name, those with most statements first.

        The readings `without`, by their graphs, are left out, the hops of `more` counted in.
        """
        with self.home.reported():
            return listings.sources(self._graph, frozenset(self.runs()).difference(without), more)

    def reviewed(self) -> list[tuple[str, str]]:
        """The graphs of current readings of articles that state a fact check, each with what that is of."""
        with self.home.reported():
            return listings.reviewed(self._graph)

    def runs_naming(self, agent: str) -> list[str]:
        """The graphs of current readings in which someone named, by IRI, stands on a chain."""
        with self.home.reported():
            return listings.runs_naming(self._graph, agent) if is_iri(agent) else []

    def runs_published_by(self, agent: str) -> list[str]:
        """The graphs of current readings of the articles that an outlet, by IRI, published."""
        with self.home.reported():
            return listings.runs_published_by(self._graph, agent) if is_iri(agent) else []

    def agent(self, iri: str) -> tuple[str, Kind] | None:
        """The name and the kind of someone whom current articles name, or None."""
        with self.home.reported():
            return listings.agent(self._graph, iri) if is_iri(iri) else None

    def claims(self, without: Collection[str] = ()) -> Iterator[claims.ClaimRow]:
        """What current statements say, by IRI: those that were joined, else those of the same content words, together.

        The attributions `without` are left out.
        """
        with self.home.reported():
            yield from claims.rows(self._graph, self._words(), without)

    def counts(self, without: Collection[str] = ()) -> Counts:
        """The attributions `without` are not counted."""
        with self.home.reported():
            sizes = self._words().sizes(without)
            runs = self.runs()
            unread = len(revisions.unread(self._graph) & set(runs))
            return Counts(len(runs), sum(sizes.values()), len(self._graph.names()), len(self._graph), unread)

    @property
    def dataset(self) -> Dataset:
        """All graphs as one rdflib Dataset over the same files, with the usual prefixes bound; for reading.

        What rdflib writes is not atomic, and the index does not know of it.
        """
        return self.still_open().home.dataset

    def query(self, text: str, bounds: Bounds = BOUNDS, quads: Iterable[Quad] | None = None) -> Answer:
        """Ask in SPARQL 1.1, of the union of all graphs or of those that `text` names, as the store is now.

        Or of `quads` instead, where they are given.
        Raises UsageError as `sparql.query`.
        """
        with self.still_open().home.reported():
            return self.home.query(text, bounds, quads)

    @property
    def _graph(self) -> Graph:
        return self.still_open().home.graph

    def _words(self) -> Index:
        """The index, in line with the graph: in memory where another process has gone on writing the file."""
        if self._index_behind:
            self._bring_in_line(self._index)
            self._writing = self._index_behind = False
        elif not self._writing and not self._index.sound:
            copy = self._index.copy()
            self._index.close()
            self._index = copy
            self._bring_in_line(copy)
        return self._index

    def _bring_in_line(self, index: Index) -> None:
        index.mark_unsound()
        current, known = set(self.runs()), index.runs()
        index.replace(known - current, None, ())
        missing = sorted(current - known)
        for at in range(0, len(missing), TOGETHER):
            self._graph.ahead(whole.steps(missing[at : at + TOGETHER]))
            for run in missing[at : at + TOGETHER]:
                index.replace((), run, claims.entries(self._read(run)))
        index.mark_sound()

    def _read(self, run: str) -> Reading:
        """From the graph. Raises NotFoundError where there is none."""
        found = whole.reading(self._graph, run) if is_iri(run) and run not in revisions.LAYERS else None
        if found is None:
            raise NotFoundError(f"the store holds no reading {run}")
        return found

    def _begin(self) -> None:
        """Say on disk that the index is about to fall behind."""
        index = self._words()
        if not self._writing:
            index.mark_unsound()
            self._writing = True


def _around(snapshot: str, article: str) -> tuple[Pattern, ...]:
    """What is asked of a snapshot, and of the article that it is of, before a reading of it is kept."""
    return (
        Pattern(None, PROV.used, snapshot),
        Pattern(None, PROV.specializationOf, article),
        Pattern(None, PROV.wasRevisionOf, snapshot),
    )


def _steps_of_article(graph: Graph, article: str) -> tuple[Callable[[], Iterator[Pattern]], ...]:
    """What is asked of all snapshots of `article`."""
    return _steps_of_articles(graph, lambda: [article])


def _steps_of_articles(
    graph: Graph, articles: Callable[[], Iterable[str]]
) -> tuple[Callable[[], Iterator[Pattern]], ...]:
    return (
        lambda: (Pattern(None, PROV.specializationOf, article) for article in articles()),
        lambda: (
            Pattern(None, predicate, fact.subject)
            for article in articles()
            for fact in graph.facts(None, PROV.specializationOf, article)
            for predicate in (PROV.wasRevisionOf, PROV.used)
        ),
    )

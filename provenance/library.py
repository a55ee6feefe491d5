"""The public Python API: a store of articles, and what can be asked of it.

from provenance import Library

with Library.open("marrow-island") as library:
    for item in library.ingest("examples/articles"):
        print(item)
    trace = library.trace("close the Marrow Island route")
    print(trace.origins)
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Self

from provenance import __version__
from provenance.errors import NotFoundError, UsageError
from provenance.ingest import Extracted, Ingested, extract, on_threads
from provenance.iris import is_claim, is_minted
from provenance.queries.info import Info, info
from provenance.rdf.bounds import LIMIT, TIMEOUT, Bounds
from provenance.rdf.folder import LINKS, RECEIPTS, VISITS
from provenance.readers import Skipped

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator
    from types import TracebackType

    import rdflib
    from pyoxigraph import Quad

    from provenance.corpus import Corpus
    from provenance.fetching import Fetching, Web
    from provenance.fetching.visits import Visits
    from provenance.follow import Followed, Following
    from provenance.follow.trail import Agree
    from provenance.ingest import Sources
    from provenance.ingestor import Ingestor
    from provenance.linking.candidates import CandidateIndex
    from provenance.linking.incremental import IncrementalLinker
    from provenance.model import Article, Judgement, Link, Reading
    from provenance.queries.answering import Answered, Candidates
    from provenance.queries.audit import Issue
    from provenance.queries.claims import Claim
    from provenance.queries.overview import Overview
    from provenance.queries.search import Nearest
    from provenance.queries.standing import Standing
    from provenance.queries.told import ToldArticle
    from provenance.rdf.asking import Answer
    from provenance.rdf.listings import ArticleRow, SourceRow
    from provenance.rdf.loading import Loaded
    from provenance.rdf.store import Outcome, Store
    from provenance.receipts import Receipts
    from provenance.review import Review
    from provenance.review.explaining import Explanation
    from provenance.trace import Origin, Trace
    from provenance.trace.comparison import Comparison
    from provenance.upkeep.backup import Backup
    from provenance.upkeep.compaction import Compacted
    from provenance.upkeep.forgetting import Forgetting, Forgotten
    from provenance.upkeep.verifying import Fault


__all__ = ["Extracted", "Info", "Ingested", "Library", "Skipped", "extract"]

Mode = Literal["a", "r"]

STORE_VARIABLE = "PROVENANCE_STORE"
DEFAULT_STORE = ".provenance"
CHAINS = 20
"""The most chains that a trace shows unless it is asked for more."""
DRAWN = 500
"""The most that a picture shows, where chains share their boxes."""
AT_ONCE = 50
"""The most articles of a store that a notebook shows with what is striking about it without being asked."""


class Library:
    """A store of articles and the graph they make. Close it, or use it as a context manager.

    `threads` is how many the encoder runs on, 0 for one on each core: one encoder reads articles, joins them and looks
    for claims. Once the library is closed, every method but `close` raises UsageError.
    """

    def __init__(self, store: Store, path: str = "", threads: int = 0) -> None:
        self._kept = store
        self._path = path
        self._threads = threads
        self._linked: IncrementalLinker | None = None
        self._receipts: Receipts | None = None
        self._ingesting: Generator[Ingested | Skipped] | None = None

    @classmethod
    def open(cls, path: str | Path | None = None, *, mode: Mode = "a", threads: int = 0) -> Self:
        """Open a store: "a" for reading and writing, made where there is none; "r" for reading, while others may write.

        `path` is a folder, or the address of a graph server's queries: by default $PROVENANCE_STORE, else `.provenance`
        in the working folder. Raises StoreLockedError where another process writes to one opened so too, StoreError
        where it cannot be opened, or,
        for reading, where there is none; UsageError for another mode, or `threads` of the encoder below 0.
        """
        from provenance.rdf import stores

        place, threads = named(path), on_threads(threads)
        match mode:
            case "a":
                library = cls(stores.opened(place), stores.shown(place), threads)
                library._finish_forgetting()
                return library
            case "r":
                return cls(stores.read(place), stores.shown(place), threads)
        raise UsageError(f"no mode '{mode}' to open a store in: give a, to read and write, or r, to read")

    @classmethod
    def restore(cls, backup: str | Path, path: str | Path | None = None, *, threads: int = 0) -> Self:
        """Make a store from what `backup` wrote, whole or not at all, and open it; `path` and `threads` as for `open`.

        Raises StoreError where something is there already or it cannot be written, InputError where `backup` is none.
        """
        from provenance.upkeep.restore import restore

        threads = on_threads(threads)
        restore(Path(backup), _folder(path))
        return cls.open(path, threads=threads)

    @classmethod
    def memory(cls, threads: int = 0) -> Self:
        """A store that is gone when it is closed."""
        from provenance.rdf.store import Store

        return cls(Store.memory(), threads=on_threads(threads))

    def close(self) -> None:
        linked, receipts = self._linked, self._receipts
        self._linked = self._receipts = None
        with closing(self._kept):
            if self._ingesting is not None:
                self._ingesting.close()
            if receipts is not None:
                receipts.close()
            if linked is not None:
                with self._linking():
                    linked.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Library: {self._path or 'in memory'}>"

    def _repr_html_(self) -> str | None:
        """The store at a glance, for a notebook; None once it is closed."""
        from provenance.views.notebook.store import store

        try:
            numbers = self.info()
            return store(numbers, self.overview() if numbers.articles <= AT_ONCE else None)
        except UsageError:
            return None

    def ingest(
        self,
        sources: Sources,
        extractor: str = "model",
        jobs: int = 1,
        language: str = "",
        fetching: Fetching | None = None,
    ) -> Generator[Ingested | Skipped]:
        """Read articles into the store, one each time the iterator is asked for the next.

        `sources` are files, folders, "-" for standard input, or addresses: of a page, or of a feed or sitemap, whose
        pages are fetched, as `fetching` says. A page that did not change since is not sent again.

        Each is kept, whole, before it is given: stop at any time, and ingest again to go on. A document that was read
        before is not read again. The same text with other metadata is `UPDATED`: what is said last holds, and nothing
        gives way to silence. An article in a language that the extractor does not read is kept unread, unless
        `language` is that one, or "any"; ingested again so, or by an extractor that reads it, it is read. What cannot
        be read is a `Skipped`, with the reason. With `jobs` above 1 as many processes read and this one writes, in the
        same order; in a script, call it under `if __name__ == "__main__":`. Raises UsageError where the store was
        opened for reading only, there is no such `extractor` or `language`, or the processes do not start.
        """
        from provenance.ingestor import Ingestor

        yield from self._taken_in(Ingestor, sources, extractor, jobs, language, fetching)

    def bulk_load(
        self,
        sources: Sources,
        extractor: str = "model",
        jobs: int = 1,
        language: str = "",
        fetching: Fetching | None = None,
    ) -> Generator[Ingested | Skipped]:
        """As `ingest`, and to the same end, for first loads: up to a thousand new articles are kept at once.

        Each is given when all that waited with it are kept: stop, or be killed, at any time, and do it again to go on;
        what was not given yet is read again. Arguments and errors are those of `ingest`.
        """
        from provenance.ingestor import BulkLoader

        yield from self._taken_in(BulkLoader, sources, extractor, jobs, language, fetching)

    def add(self, reading: Reading) -> Outcome:
        """Keep a reading that was made elsewhere, and join it to the others; what the store made of it.

        Raises InputError where it is not sound (see `provenance.rdf.mapping.check`), or its text is known as another
        outlet's and neither has an address; UsageError where the store was opened for reading only.
        """
        self._store.check_writable()
        with self._linking():
            return self._ingestor().add(reading)

    def follow(
        self,
        claim: str,
        following: Following | None = None,
        agree: Agree = bool,
        *,
        extractor: str = "model",
        fetching: Fetching | None = None,
    ) -> Iterator[Followed]:
        """Fetch the reports that the trace of `claim` misses: one each time the iterator is asked for the next.

        `claim` is as for `trace`, whose `to_fetch` says what is missing. What articles link to is tried first, then the
        feeds and searches of `following`. What is planned is given to `agree`, which says whether to go on; again where
        a report that was found misses others. An article is kept only where it joins the trail.
        Raises UsageError where `following` makes no sense or the store was opened for reading only, MissingExtraError
        where the extra is missing, else as `trace`.
        """
        from provenance.fetching import Web
        from provenance.follow import Following, follow
        from provenance.follow.trail import Trail
        from provenance.runners import parser

        self._store.check_writable()
        by, iri = parser(1, extractor, self._threads, ""), self._named(self._corpus(), claim)
        trail = Trail(iri, self._corpus, self._ingestor(), by, Web(fetching))
        yield from follow(trail, following or Following(), agree)

    def remove(self, article: str) -> ArticleRow:
        """Forget an article, by key or IRI, and what was concluded from it; what it was.

        Raises NotFoundError where the store does not hold it, UsageError where two have that key or the store was
        opened for reading only.
        """
        from provenance.queries.articles import named

        self._store.check_writable()
        row = named(self._corpus(), article)
        with self._linking():
            self._ingestor().remove(row.id)
        with closing(self._visits()) as visits:
            visits.forget(row.id)
        return row

    def forget(self, *articles: str) -> list[Forgotten]:
        """Remove articles, by key or IRI, with all their snapshots, and what people decided of them, without a trace.

        The store is rewritten, so that no file of it holds anything of theirs; backups, exports and copies of the text
        in other articles are not looked at. Where the process is killed, whoever next opens the store for writing goes
        on with it. Raises as `remove`, before anything is forgotten, and StoreError where there is no room.
        """
        from provenance.queries.articles import named

        self._store.check_writable()
        corpus = self._corpus()
        rows = {row.id: row for row in (named(corpus, article) for article in articles)}
        with self._linking(), self._forgetting() as forgetting:
            return forgetting.forget(list(rows.values()))

    def compact(self) -> Compacted:
        """Write the store to fresh files: of what was removed nothing is left in them, and they are small again.

        What an earlier process did not come to join is joined first. Raises UsageError where the store was opened for
        reading only, StoreError where there is no room for the old and the new files at once; then nothing changes.
        """
        from provenance.upkeep.compaction import compact

        self._store.check_writable()
        with self._linking():
            self._ingestor().catch_up()
            return compact(self._kept, self._linker().candidates, self._files)

    def backup(self, file: str | Path) -> Backup:
        """Write the store as it is now to one `file`, and read it back; `restore` makes a store of it.

        Others may write meanwhile: what they do after this began may be in it or not, each change whole. Raises
        OutputError where `file` is there already or cannot be written, UsageError for a store in memory.
        """
        from provenance.upkeep.backup import back_up

        self._store.settle()
        return back_up(self._on_disk(), Path(file).absolute(), __version__)

    def verify(self) -> Iterator[Fault]:
        """All that is wrong with the store, each with its remedy; nothing where it is whole.

        Texts against the hashes that name them, passages against their texts, links against what they link, what is
        derived against the graph, readings against the shapes where pyshacl is installed. Raises UsageError for a store
        in memory.
        """
        from provenance.upkeep.verifying import verify

        self._store.settle()
        return verify(self._on_disk())

    def load(self, file: str | Path) -> Loaded:
        """Take in `file` of N-Quads, as `export` writes them: whole readings, links, claims and decisions.

        What is there already is not written again: cut short, load it again. Raises InputError where it is none or a
        reading in it is not whole, UsageError where the store was opened for reading only.
        """
        from provenance.rdf.loading import load

        self._store.check_writable()
        with self._linking():
            self._linker().fall_behind()
        return load(self._kept, Path(file))

    def articles(self) -> list[ArticleRow]:
        """By key."""
        return self._corpus().articles()

    def article(self, article: str) -> ToldArticle:
        """One article, by key or IRI, with what it attributes to whom and the claims that this makes.

        Raises NotFoundError where the store does not hold it, UsageError where two have that key.
        """
        from provenance.queries.told import told_by

        return told_by(self._corpus(), article)

    def skipped(self) -> list[ArticleRow]:
        """The articles that are kept and were not read, by key; `unread` says why."""
        return [row for row in self.articles() if row.unread]

    def sources(self) -> list[SourceRow]:
        """Whoever stands on a chain, those with most statements first."""
        from provenance.queries.sources import sources

        return sources(self._corpus())

    def source(self, source: str) -> Standing:
        """What came from someone first, by IRI, what they only passed on, who relays them; of an outlet, its articles.

        Raises NotFoundError where no article in the store knows them.
        """
        from provenance.queries.standing import standing

        return standing(self._corpus(), source)

    def overview(self) -> Overview:
        """Who cites whom, who names no source, what has one origin, circles, what to fetch; reads the whole store."""
        from provenance.queries.overview import overview

        return overview(self._corpus())

    def claims(self) -> Iterator[Claim]:
        """Every claim with its origin as its own articles tell it, those that most articles make first.

        `origins` follows cited reports further: into all articles that match the claim.
        """
        from provenance.queries.claims import listed

        return listed(self._corpus())

    def check(self, kinds: Collection[str] = (), min_articles: int = 2) -> Iterator[Issue]:
        """What is weak, claim by claim, those of most articles first; `provenance.queries.audit.ordered` ranks them.

        Only of `kinds` (`provenance.queries.audit.Weakness`), if any are given, and where `min_articles` or more are
        concerned. Raises UsageError where there is no such kind.
        """
        from provenance.queries.audit import issues

        return issues(self._corpus(), kinds, min_articles)

    def compare(self, left: str, right: str) -> Comparison:
        """Two articles, by key or IRI, side by side: what both say, how they differ, whether one is a copy.

        Raises NotFoundError where the store does not hold one, UsageError where both are the same.
        """
        from provenance.queries.articles import named
        from provenance.queries.comparison import compared

        corpus = self._corpus()
        return compared(corpus, named(corpus, left), named(corpus, right))

    def find(self, text: str, limit: int = 10, as_of: str = "") -> list[Nearest]:
        """The claims with the statements nearest to `text`, by words and by meaning; `limit` at most, the best first.

        `text` may be a question. Of what was known by `as_of`, as in `answer`. Raises UsageError where `text` holds no
        words.
        """
        from provenance.queries.search import nearest

        with self._compared() as index:
            return nearest(self._corpus(as_of), text, index, limit, self._threads)

    def answer(self, question: str, limit: int = CHAINS, min_confidence: float = 0.0, as_of: str = "") -> Answered:
        """Each claim that makes what `question` asks, with how it reached the articles; and what is only related.

        `question` is a question, a topic or a claim, in words, or the IRI of a claim or statement. At most `limit`
        chains are given of each claim, and the origins are all there. Statements read with less than `min_confidence`
        are left out. Where `as_of` gives a date (2025-03-11, or a month or year), articles that came out after it, or
        bear no date, are left out of everything.
        Raises UsageError where `question` holds no words or `as_of` is no date; NotFoundError where the store has
        nothing by the IRI, or `min_confidence` leaves nothing of what matches. In words, nothing may match: that is an
        answer without claims.
        """
        from provenance.queries.answering import Answered, Made, answered
        from provenance.views.notebook.trace import NotebookTrace

        if is_minted(question.strip()):
            trace = self.trace(question, limit, min_confidence, as_of)
            return Answered(question, (Made(question.strip(), 1.0, trace),), ())
        corpus = self._corpus(as_of)
        found = answered(corpus, self._candidates(corpus, question), limit, min_confidence)
        claims = (replace(one, trace=NotebookTrace.of(one.trace)) for one in found.claims)
        return replace(found, claims=tuple(claims))

    def readings(self) -> Iterator[Reading]:
        """Every current reading, whole: the article and what it attributes to whom, as people decided it."""
        return self._corpus().readings()

    def links(self, judgement: Judgement | None = None) -> Iterator[Link]:
        """What was concluded across articles, by IRI, as people judged it; only what is judged so where it is given."""
        return self._corpus().links(judgement)

    @property
    def review(self) -> Review:
        """What people decide: `confirm`, `reject`, `merge`, `split`, `correct`, `undo`, and what is undecided."""
        from provenance.review import Review

        return Review(self._store)

    def explain(self, link: str) -> Explanation:
        """What speaks for a link, by IRI, and what against: of two statements by each feature, its value and weight.

        Raises NotFoundError where the store holds no such link, UsageError where `link` is no IRI of one.
        """
        from provenance.review.explaining import explained

        with self._compared() as index:
            return explained(self._corpus(), index, link)

    def trace(self, claim: str, limit: int = CHAINS, min_confidence: float = 0.0, as_of: str = "") -> Trace:
        """How `claim` reached the articles that make it.

        `claim` is the IRI of a claim or a statement; or it is in words, as for `answer`, and the trace is that of the
        claim that most likely makes it. `limit`, `min_confidence` and `as_of` are as there. Raises NotFoundError where
        no article surely makes the claim, UsageError where it holds no words.
        """
        from provenance.queries.tracing import traced
        from provenance.views.notebook.trace import NotebookTrace

        corpus = self._corpus(as_of)
        return NotebookTrace.of(traced(corpus, self._named(corpus, claim), limit, min_confidence)[0])

    def origins(self, claim: str, min_confidence: float = 0.0, as_of: str = "") -> tuple[Origin, ...]:
        """Where `claim` came from first, those that most articles lead to first. Raises as `trace` does."""
        return self.trace(claim, limit=1, min_confidence=min_confidence, as_of=as_of).origins

    def worded(self, claim: str, limit: int = DRAWN, as_of: str = "") -> Trace:
        """The trace of `claim` under its clearest wording, as pictures show it. Raises as `trace` does."""
        from provenance.queries.tracing import traced
        from provenance.trace.clearest import clearest

        corpus = self._corpus(as_of)
        iri = self._named(corpus, claim)
        trace, _ = traced(corpus, iri, limit)
        return replace(trace, claim=clearest(corpus.statements_of(iri) if is_claim(iri) else trace.statements[:1]))

    def view(self, claim: str, view: str, limit: int = CHAINS, as_of: str = "") -> str:
        """The trace of `claim` as text: one of `provenance.views.VIEWS`. Raises as `trace` does.

        Raises UsageError where there is no such view, or it is no text.
        """
        from provenance.views import VIEWS

        if view not in VIEWS:
            raise UsageError(f"no view '{view}' that is text: give one of {', '.join(VIEWS)}")
        return VIEWS[view](self.worded(claim, limit, as_of))

    def draw(self, claim: str, view: str, limit: int = DRAWN, as_of: str = "") -> bytes:
        """The trace of `claim` as the bytes of a file: one of `provenance.views.VIEWS` or `PRINTS`. Raises as `view`.

        Raises MissingExtraError where a picture for print needs the extra `pictures`.
        """
        from provenance.views import PRINTS, VIEWS

        if view in VIEWS:
            return self.view(claim, view, limit, as_of).encode("utf8")
        if view not in PRINTS:
            raise UsageError(f"no view '{view}': give one of {', '.join((*VIEWS, *PRINTS))}")
        return PRINTS[view](self.worded(claim, limit, as_of))

    def export(self, format_: str, stream: BinaryIO, *, article: str | None = None, claim: str | None = None) -> None:
        """Write the store to `stream`, or only what one `article` says (key or IRI), or the trace of one `claim`.

        Raises UsageError where there is no such format (`provenance.exports.EXPORTERS`, `ALIASES`), NotFoundError where
        the store has no such article or claim.
        """
        from provenance.exports import exporter
        from provenance.queries import export

        corpus = self._corpus()
        named = self._named(corpus, claim) if claim is not None and article is None else claim
        exporter(format_).write(export.material(corpus, article, named, CHAINS), stream)

    def claim_review(self, claim: str, *, reviewer: str = "", rating: str = "", url: str = "") -> dict[str, Any]:
        """A draft of a fact check of `claim`, as JSON-LD of https://schema.org/ClaimReview.

        It has who checks it, what they hold of it and where that is published only where they are given. Raises as
        `trace` does.
        """
        from provenance.exports.claim_review import Check, claim_review

        iri = self._named(self._corpus(), claim)
        return claim_review(iri, self.worded(iri), Check(reviewer, rating, url))

    def nanopub(self, statement: str, stream: BinaryIO, creator: str = "", license_: str = "") -> None:
        """Write a statement that a person confirmed, by IRI, to `stream` as a nanopublication in TriG, not signed.

        `creator` and `license_` are IRIs. Raises UsageError where no decision in force confirms the statement or one of
        these is no IRI, NotFoundError where the store holds no such statement.
        """
        from datetime import UTC, datetime

        from provenance.exports.nanopub import Publication, nanopub
        from provenance.rdf.graph import is_iri
        from provenance.review.confirmed import confirmed

        for name, iri in (("creator", creator), ("license", license_)):
            if iri and not (iri.startswith(("https://", "http://")) and is_iri(iri)):
                raise UsageError(f"--{name} '{iri}' is no IRI: give one that begins with https://")
        found = confirmed(self._corpus(), statement.strip())
        nanopub(found, Publication(datetime.now(UTC), creator, license_), stream)

    def query(self, sparql: str, timeout: float = TIMEOUT, limit: int = LIMIT, full: str = "") -> Answer:
        """Ask the graph in SPARQL 1.1; the prefixes of `provenance.rdf.vocabulary.PREFIXES` need no declaration.

        SELECT and ASK see what the store keeps of each statement (docs/graph.md); with `full`, the key or IRI of an
        article, or a claim as for `trace`, all that `export` writes of that, passages and their words too, and nothing
        else. CONSTRUCT and DESCRIBE always see all. Raises NotFoundError where `full` is neither.

        `timeout` is in seconds, from this call to the last row that is read; at most `limit` rows or triples are given,
        and `cut` of the answer says afterwards whether there may be more. Raises UsageError for what is no query, and,
        also while rows are read, where the answer takes longer.
        """
        return self._store.query(sparql, Bounds(timeout, limit), self._full(full) if full else None)

    def info(self) -> Info:
        return info(self._corpus(), self._path, __version__)

    @property
    def path(self) -> str:
        """Where the store is; empty for one in memory."""
        return self._path

    @property
    def revision(self) -> str:
        """Another one whenever something was written to the store, by whomever; empty for one in memory."""
        return self._kept.home.revision

    @property
    def dataset(self) -> rdflib.Dataset:
        """All graphs as one rdflib Dataset over the same files, for reading."""
        return self._store.dataset

    @property
    def _store(self) -> Store:
        """With all joined that it keeps."""
        if self._linked is not None:
            with self._linking():
                self._linked.settle()
        return self._kept

    @contextmanager
    def _linking(self) -> Iterator[None]:
        """Make a StoreError of what is wrong with the file of links."""
        from provenance.rdf import folder

        place = Path(self._path) if self._kept.home.folder else self._files
        with folder.linking_reported(place or Path()):
            yield

    @property
    def _files(self) -> Path | None:
        """The folder of what follows from the graph, None for a store in memory."""
        return self._kept.home.files

    def _on_disk(self) -> Path:
        home = self._kept.home
        if home.folder is not None:
            return home.folder
        if home.files is None:
            raise UsageError("a store in memory has no files: open one in a folder")
        raise UsageError(
            f"{home.name}: its files are the server's: back it up there, or by 'provenance export -o FILE.nq'"
        )

    @contextmanager
    def _forgetting(self) -> Iterator[Forgetting]:
        from provenance.upkeep.forgetting import Forgetting

        with closing(self._visits()) as visits:
            yield Forgetting(self._kept, self._ingestor(), self._linker().candidates, visits, self._kept.home.folder)

    def _finish_forgetting(self) -> None:
        """Go on where a process that forgot articles was killed."""
        from provenance.rdf import files

        place = self._kept.home.folder
        if place is None:
            return
        try:
            with self._kept.home.reported():
                promised = files.promised(place)
            if promised:
                with self._linking(), self._forgetting() as forgetting:
                    forgetting.finish()
        except BaseException:
            self.close()
            raise

    def _taken_in(
        self,
        by: type[Ingestor],
        sources: Sources,
        extractor: str,
        jobs: int,
        language: str,
        fetching: Fetching | None,
    ) -> Iterator[Ingested | Skipped]:
        """What an ingestor of that kind gives of `sources`."""
        from provenance.extraction.unread import language_asked
        from provenance.runners import on_jobs, parser

        self._store.check_writable()
        reading = parser(on_jobs(jobs), extractor, self._threads, language_asked(language))
        with self._linking(), self._web(fetching) as web:
            self._ingesting = by(self._kept, self._linker(), self._documents()).ingest(sources, reading, jobs, web)
            yield from self._ingesting

    def _ingestor(self) -> Ingestor:
        from provenance.ingestor import Ingestor

        return Ingestor(self._kept, self._linker(), self._documents())

    def _documents(self) -> Receipts:
        from provenance.receipts import Receipts

        if self._receipts is None:
            self._receipts = Receipts.open(self._files / RECEIPTS) if self._files else Receipts.memory()
        return self._receipts

    def _linker(self) -> IncrementalLinker:
        from provenance.candidates import Candidates
        from provenance.linking.incremental import IncrementalLinker

        if self._linked is None:
            self._kept.still_open()
            candidates = Candidates.open(self._files / LINKS) if self._files else Candidates.memory()
            if (gone := self._kept.home.take_links()) is not None:
                candidates.mark_unsound()
                for article in (article for run, article in candidates.runs().items() if run in gone):
                    candidates.outdate(article)
            self._linked = IncrementalLinker(self._kept, candidates, self._threads)
        return self._linked

    @contextmanager
    def _web(self, fetching: Fetching | None) -> Iterator[Web]:
        """Pages by their addresses, with what is remembered of those that the store holds."""
        from provenance.fetching import Web

        with closing(self._visits()) as visits:
            yield Web(fetching, visits)

    def _visits(self) -> Visits:
        from provenance.fetching.visits import Visits

        def article(snapshot: str) -> Article | None:
            runs = self._kept.runs_of(snapshot)
            return self._kept.reading(runs[0]).article if runs and self._kept.is_current(runs[0]) else None

        return Visits(self._files / VISITS if self._files else None, article)

    def _corpus(self, as_of: str = "") -> Corpus:
        """The store as people decided it by now, with what was known by `as_of`."""
        from provenance.corpus import Corpus, day_asked

        self._store.refresh()
        return Corpus(self._kept, day_asked(as_of) if as_of else "")

    @contextmanager
    def _compared(self) -> Iterator[CandidateIndex]:
        """What was compared with what, open as it is or for reading."""
        from provenance.candidates import Candidates

        if self._linked is not None:
            yield self._linked.candidates
            return
        candidates = Candidates.read(self._files / LINKS) if self._files else Candidates.memory()
        with self._linking(), closing(candidates):
            yield candidates

    def _full(self, named: str) -> Iterable[Quad]:
        """All that `export` writes of an article, by key or IRI, or else of a claim."""
        from provenance.queries import export

        corpus = self._corpus()
        try:
            return export.material(corpus, named, None, CHAINS).quads()
        except NotFoundError:
            return export.material(corpus, None, self._named(corpus, named), CHAINS).quads()

    def _candidates(self, corpus: Corpus, question: str) -> Candidates:
        from provenance.queries.answering import candidates

        with self._compared() as index:
            return candidates(corpus, question, index, self._threads)

    def _named(self, corpus: Corpus, claim: str) -> str:
        """The IRI that `claim` is, or that of the claim that most likely makes it. Raises as `trace` does."""
        from provenance.queries.answering import likeliest

        return claim if is_minted(claim.strip()) else likeliest(corpus, self._candidates(corpus, claim))


def named(path: str | Path | None) -> str | Path:
    """Where the store is that is meant by `path`, as for `Library.open`."""
    return path or os.environ.get(STORE_VARIABLE) or DEFAULT_STORE


def _folder(path: str | Path | None) -> Path:
    """Raises UsageError where a store on a server is named."""
    from provenance.rdf.stores import folder_at

    return folder_at(named(path))

"""Articles into a store one by one.

Whoever reads and parses, this process or others beside it (`runners`), this one alone decides what is read at all, and
adds and links what came of it, in the order of the sources: so the store is the same.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from provenance.documents.restated import changed, is_of_another, restated
from provenance.errors import ExtractorError, InputError
from provenance.extraction.unread import Unread
from provenance.ingest import Ingested, found
from provenance.ingestor.made import Known, Parsed
from provenance.iris import article_iri, extractor_iri, run_iri, snapshot_iri, snapshot_of
from provenance.rdf.store import Outcome
from provenance.readers import Document, Skipped
from provenance.readers.edition import digest
from provenance.receipts import Receipt
from provenance.runners import runner, stages

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from provenance.fetching import Web
    from provenance.ingest import Sources
    from provenance.ingestor.made import Made
    from provenance.linking.incremental import IncrementalLinker
    from provenance.linking.prepared import Prepared
    from provenance.model import Article, Extractor, Reading
    from provenance.rdf.store import Store
    from provenance.readers import Read
    from provenance.receipts import Receipts
    from provenance.runners.course import Course, Runner

    Courses = Callable[[Document | Read | Skipped], Course[Made]]
    """By what it is given, the course of an article."""


class Ingestor:
    """Keeps what is read in `store`, and joins it to the rest by `linker`; `receipts` say what was read before."""

    def __init__(self, store: Store, linker: IncrementalLinker, receipts: Receipts) -> None:
        self._store = store
        self._linker = linker
        self._receipts = receipts

    def catch_up(self) -> None:
        """Join what an earlier run kept and did not come to join."""
        for _ in self._linker.catch_up():
            pass

    def ingest(self, sources: Sources, by: stages.Parser, jobs: int, web: Web) -> Generator[Ingested | Skipped]:
        """Each article is kept, whole, before it is given; addresses are of `web`. Raises as `runners.runner`."""
        course = self._courses(by)
        self.catch_up()
        with runner(jobs, by) as processes:
            for made in processes.run(map(course, found(sources, web))):
                yield self._kept(self._up_to_date(made, processes, course))

    def add(self, reading: Reading) -> Outcome:
        """Keep a reading and join it to the others; what the store made of it.

        Raises InputError where its text is known as another outlet's, and neither has an address to tell them apart.
        """
        known = self._known(reading.article)
        if known and is_of_another(reading.article, known.article):
            raise InputError(_unaddressed(known.article))
        self.catch_up()
        outcome = self._add(reading, None)
        self._linker.settle()
        return outcome

    def remove(self, article: str) -> None:
        """Forget the article of this IRI, and what was concluded from it."""
        self.catch_up()
        with self._linker.following():
            self._store.remove(article)
            self._receipts.forget(article)
            self._linker.part(article)

    def _courses(self, by: stages.Parser) -> Courses:
        from provenance.extraction import extractor

        return partial(self._course, by=by, asked=extractor(by.extractor).identity)

    def _course(self, given: Document | Read | Skipped, by: stages.Parser, asked: Extractor) -> Course[Made]:
        """What was read before, byte for byte, is not read again, and what was parsed by the same, not parsed.

        `asked` is the extractor that `by` names; what that would not read stays as it was read.
        """
        if isinstance(given, Skipped):
            return given
        mark = sha256(f"{extractor_iri(asked)}{by.language}".encode() + digest(given)).digest()
        if (receipt := self._receipts.of(mark)) and self._store.holds(receipt.run):
            return Ingested(given.input, receipt.key, Outcome.UNCHANGED, receipt.statements, unread=receipt.unread)
        try:
            item = (yield partial(stages.read, given)) if isinstance(given, Document) else stages.spoken(given)
            if isinstance(item, Skipped):
                return item
            known, reader = self._known(item.article), stages.reader_of(item.article, by)
            if known and is_of_another(item.article, known.article):
                return Skipped(given.input, _unaddressed(known.article))
            if known and isinstance(reader, Unread) and not known.unread:
                return Known(given, item, mark, known)
            maker = reader.identity
            article = restated(item.article, known.article) if known else item.article
            is_own = known is not None and known.extractor == maker
            other = changed(article, known.article) if known and (is_own or _is_renamed(article, known)) else ()
            if known and is_own and not (other and self._is_current(known)):
                return Known(given, item, mark, known)
            made = yield partial(stages.ready, article, by)
        except (InputError, ExtractorError) as error:
            return Skipped(given.input, str(error))
        return Parsed(given, item, mark, known, other, made)

    def _up_to_date(self, made: Made, processes: Runner, course: Courses) -> Made:
        """`made`, or what comes of the article now, where the store holds another reading of its text than before."""
        while isinstance(made, Known | Parsed) and made.known != self._known(made.item.article):
            [made] = processes.run([course(made.given)])
        return made

    def _kept(self, made: Made) -> Ingested | Skipped:
        match made:
            case Known(item=item, digest=mark, known=known):
                self._remember(mark, known)
                number = len(known.attributions)
                return Ingested(item.input, known.article.key, Outcome.UNCHANGED, number, unread=known.unread)
            case Parsed(made=(_, prepared), reading=reading, known=known):
                try:
                    if known and _is_renamed(reading.article, known):
                        outcome = self._readdress(reading, prepared, known)
                    else:
                        outcome = self._update(reading, prepared) if made.changed else self._add(reading, prepared)
                except InputError as error:
                    return Skipped(made.item.input, str(error))
                return self._told(made, outcome)
        return made

    def _told(self, made: Parsed, outcome: Outcome) -> Ingested:
        """What the store made of an article; its document is remembered."""
        reading = made.reading
        self._remember(made.digest, reading)
        key, number = reading.article.key, len(reading.attributions)
        return Ingested(made.item.input, key, outcome, number, made.made.answer.dropped, made.changed, reading.unread)

    def _add(self, reading: Reading, prepared: Prepared | None) -> Outcome:
        with self._linker.following():
            outcome = self._store.add(reading)
            run = run_iri(snapshot_iri(reading.article), reading.extractor)
            if self._store.is_current(run):
                self._linker.put(run, reading, prepared)
        return outcome

    def _update(self, reading: Reading, prepared: Prepared) -> Outcome:
        with self._linker.following():
            self._linker.outdate(article_iri(reading.article))
            self._store.update(reading)
            self._linker.put(run_iri(snapshot_iri(reading.article), reading.extractor), reading, prepared)
        return Outcome.UPDATED

    def _readdress(self, reading: Reading, prepared: Prepared, known: Reading) -> Outcome:
        with self._linker.following():
            outcome = self._store.readdress(reading, known)
            if outcome is Outcome.UPDATED:
                self._receipts.forget(article_iri(known.article))
                self._linker.part(article_iri(known.article))
                self._linker.put(run_iri(snapshot_iri(reading.article), reading.extractor), reading, prepared)
        return outcome

    def _remember(self, mark: bytes, reading: Reading) -> None:
        snapshot = snapshot_iri(reading.article)
        run = run_iri(snapshot, reading.extractor)
        self._receipts.keep(
            mark,
            article_iri(reading.article),
            Receipt(run, reading.article.key, len(reading.attributions), reading.unread),
        )

    def _known(self, article: Article) -> Reading | None:
        """The reading of its text that the store holds, whoever made it.

        Also from before its address was known, or, where `article` has none, by the address that is known.
        """
        snapshot = snapshot_iri(article)
        if runs := self._store.runs_of(snapshot):
            return self._store.reading(runs[0])
        if article.url:
            other = snapshot_iri(replace(article, url=None))
        else:
            other = snapshot_of(self._store.called(article_iri(article)), snapshot)
        known = next(map(self._store.reading, self._store.runs_of(other)), None)
        return None if known is None or is_of_another(article, known.article) else known

    def _is_current(self, reading: Reading) -> bool:
        return self._store.is_current(run_iri(snapshot_iri(reading.article), reading.extractor))


def _unaddressed(known: Article) -> str:
    """Articles without an address are called by their text, so that two of one text are one."""
    outlet = known.publisher.name if known.publisher else ""
    return f"the text of “{known.key}”, of {outlet}, by another outlet, and neither has an address: give each its 'url'"


def _is_renamed(article: Article, known: Reading) -> bool:
    """Whether the article is called by an address that it had not when it was `known`."""
    return article_iri(article) != article_iri(known.article)

"""Articles from files to readings, and into a store: read, parse, add, link, each in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import ExtractorError, InputError, NotFoundError, UsageError
from provenance.fetching import Fetching, Web, is_address
from provenance.iris import run_iri, snapshot_iri
from provenance.readers import Read, Skipped, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.encoder.encoded import Encoded
    from provenance.extraction import ArticleExtractor
    from provenance.extraction.protocol import Answer
    from provenance.linking.incremental import IncrementalLinker
    from provenance.model import Reading
    from provenance.rdf.store import Outcome, Store

    Sources = str | Path | Iterable[str | Path]


@dataclass(frozen=True, slots=True)
class Ingested:
    """An article that was read: `outcome` says what the store made of it, `statements` how many it attributes.

    `dropped` says what is wrong with each statement of the extractor that does not fit the article and was left out,
    `unread` why the article was kept without being read (`model.Reading`).
    """

    input: str
    key: str
    outcome: Outcome
    statements: int
    dropped: tuple[str, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was taken from an article, without a store; `dropped` as of `Ingested`."""

    input: str
    reading: Reading
    dropped: tuple[str, ...] = ()


def extract(
    sources: Sources,
    extractor: str = "model",
    min_confidence: float = 0.0,
    threads: int = 0,
    language: str = "",
    fetching: Fetching | None = None,
) -> Iterator[Extracted | Skipped]:
    """Read articles and say what each attributes to whom; no store is needed.

    `sources` are files, folders, addresses (fetched as `fetching` says), or "-" for standard input. Attributions less
    sure than `min_confidence`, from 0 to 1, are left out. `threads` is how many the encoder runs on, 0 for one on each
    core. An article in a language that the extractor does not read says so (`Reading.unread`) and has no statements,
    unless `language` is that one, or "any". What cannot be read is a `Skipped`, with the reason. Raises UsageError
    where there is no such `extractor`, `language` or number of threads, ExtractorError where it does not load.
    """
    from provenance.extraction import extractor as named
    from provenance.extraction.unread import language_asked

    found = articles(sources, Web(fetching))
    return _extracted(found, named(extractor), min_confidence, on_threads(threads), language_asked(language))


def on_threads(number: int) -> int:
    """Raises UsageError for what is no number of threads."""
    if not isinstance(number, int) or number < 0:
        raise UsageError(f"threads={number!r}: give a whole number, 0 for one on each core")
    return number


def _extracted(
    found: Iterable[Read | Skipped], reader: ArticleExtractor, min_confidence: float, threads: int, language: str
) -> Iterator[Extracted | Skipped]:
    """What `reader` takes from each article, attributions less sure than `min_confidence` left out."""
    from provenance.extraction.unread import willing

    for item in found:
        if isinstance(item, Skipped):
            yield item
            continue
        try:
            answer, _ = parsed(item, willing(reader, item.article, language), threads)
        except (InputError, ExtractorError) as error:
            yield Skipped(item.input, str(error))
            continue
        sure = tuple(one for one in answer.reading.attributions if one.confidence >= min_confidence)
        yield Extracted(item.input, replace(answer.reading, attributions=sure), answer.dropped)


def parsed(item: Read, reader: ArticleExtractor, threads: int) -> tuple[Answer, Encoded | None]:
    """What `reader` takes from one article, with the encoder's pass over it, on so many `threads`, if it reads by that.

    Raises ExtractorError where it cannot answer, InputError where the text is too long to encode.
    """
    from provenance.extraction.protocol import EncodedExtractor, with_credits

    if not isinstance(reader, EncodedExtractor):
        return with_credits(item.article, reader.read), None
    from provenance.encoder.encoder import encoder

    encoded = encoder(threads).encode(item.article.text)
    return with_credits(item.article, lambda article: reader.read_encoded(article, encoded)), encoded


def articles(sources: Sources, web: Web) -> Iterator[Read | Skipped]:
    """Each in its language; what cannot be opened is a `Skipped` like any other: those after it are still read.

    Addresses are of `web`.
    """
    from provenance.documents.language import in_its_language

    for source in [sources] if isinstance(sources, str | Path) else sources:
        try:
            for item in web.read(str(source)) if is_address(source) else read(source):
                yield item if isinstance(item, Skipped) else replace(item, article=in_its_language(item.article))
        except InputError as error:
            yield Skipped(str(source), str(error).removeprefix(f"{source}: "))


class Ingestor:
    """Keeps what is read in `store`, and joins it to the rest by `linker`; `threads` are those of the encoder."""

    def __init__(self, store: Store, linker: IncrementalLinker, threads: int = 0) -> None:
        self._store = store
        self._linker = linker
        self.threads = threads

    def catch_up(self) -> None:
        """Join what an earlier run kept and did not come to join."""
        for _ in self._linker.catch_up():
            pass

    def ingest(
        self, sources: Sources, reader: ArticleExtractor, web: Web, language: str = ""
    ) -> Iterator[Ingested | Skipped]:
        """Each article is kept, whole, before it is given; unread where it is in none that `reader` reads, nor that."""
        from provenance.extraction.unread import willing

        self.catch_up()
        for item in articles(sources, web):
            try:
                if isinstance(item, Skipped):
                    yield item
                else:
                    yield self._keep(item, willing(reader, item.article, language))
            except (InputError, ExtractorError) as error:
                yield Skipped(item.input, str(error))

    def add(self, reading: Reading) -> Outcome:
        """Keep a reading and join it to the others; what the store made of it."""
        self.catch_up()
        outcome = self._add(reading, None)
        self._linker.settle()
        return outcome

    def remove(self, article: str) -> None:
        """Forget the article of this IRI, and what was concluded from it."""
        self.catch_up()
        with self._linker.following():
            self._store.remove(article)
            self._linker.part(article)

    def _add(self, reading: Reading, encoded: Encoded | None) -> Outcome:
        with self._linker.following():
            outcome = self._store.add(reading)
            run = run_iri(snapshot_iri(reading.article), reading.extractor)
            if self._store.is_current(run):
                self._linker.put(run, reading, encoded)
        return outcome

    def _keep(self, item: Read, reader: ArticleExtractor) -> Ingested:
        """An article that this extractor has read before, word for word, is not read again; nor is one unread then."""
        from provenance.extraction.unread import Unread
        from provenance.rdf.store import Outcome

        key, snapshot = item.article.key, snapshot_iri(item.article)
        runs = [run_iri(snapshot, reader.identity)]
        if isinstance(reader, Unread):
            runs = self._store.runs_of(snapshot) or runs
        try:
            known = self._store.reading(runs[0])
            return Ingested(item.input, key, Outcome.UNCHANGED, len(known.attributions), unread=known.unread)
        except NotFoundError:
            answer, encoded = parsed(item, reader, self.threads)
        made = answer.reading
        outcome = self._add(made, encoded)
        return Ingested(item.input, key, outcome, len(made.attributions), answer.dropped, made.unread)

"""Articles from files to readings: found, read and parsed, by this process or by others beside it (`runners`)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import ExtractorError, InputError, UsageError
from provenance.fetching import Fetching, Web, is_address
from provenance.readers import Document, Skipped, documents
from provenance.runners import on_jobs, parser, runner, stages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.model import Reading
    from provenance.rdf.store import Outcome
    from provenance.readers import Read
    from provenance.runners.course import Course

    Sources = str | Path | Iterable[str | Path]


@dataclass(frozen=True, slots=True)
class Ingested:
    """An article that was read: `outcome` says what the store made of it, `statements` how many it attributes.

    `dropped` says what is wrong with each statement of the extractor that does not fit the article and was left out,
    `changed` which of its metadata are other ones now (`documents.restated.FIELDS`), where it was `UPDATED`, `unread`
    why the article was kept without being read (`model.Reading`).
    """

    input: str
    key: str
    outcome: Outcome
    statements: int
    dropped: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was taken from an article, without a store; `dropped` as of `Ingested`."""

    input: str
    reading: Reading
    dropped: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """For a notebook: the text, with what it attributes marked in place."""
        from provenance.views.notebook.article import article

        return article(self.reading)


def extract(  # noqa: PLR0913 -- each is an option
    sources: Sources,
    extractor: str = "model",
    min_confidence: float = 0.0,
    threads: int = 0,
    *,
    jobs: int = 1,
    language: str = "",
    fetching: Fetching | None = None,
) -> Iterator[Extracted | Skipped]:
    """Read articles and say what each attributes to whom; no store is needed.

    `sources` are files, folders, addresses (fetched as `fetching` says), or "-" for standard input. Attributions less
    sure than `min_confidence`, from 0 to 1, are left out. `threads` is how many the encoder runs on, 0 for one on each
    core; `jobs` how many processes read, 1 for this one alone. An article in a language that the extractor does not
    read says so (`Reading.unread`) and has no statements, unless `language` is that one, or "any". What cannot be read
    is a `Skipped`, with the reason. Raises UsageError where there is no such `extractor`, `language` or number of
    threads or processes, ExtractorError where it does not load.
    """
    from provenance.extraction import extractor as named
    from provenance.extraction.unread import language_asked

    named(extractor)
    by = parser(jobs, extractor, on_threads(threads), language_asked(language))
    return _extracted(found(sources, Web(fetching)), on_jobs(jobs), by, min_confidence)


def on_threads(number: int) -> int:
    """Raises UsageError for what is no number of threads."""
    if not isinstance(number, int) or number < 0:
        raise UsageError(f"threads={number!r}: give a whole number, 0 for one on each core")
    return number


def found(sources: Sources, web: Web) -> Iterator[Document | Read | Skipped]:
    """What cannot be opened is a `Skipped` like any other: those after it are still read. Addresses are of `web`."""
    for source in [sources] if isinstance(sources, str | Path) else sources:
        try:
            yield from web.read(str(source)) if is_address(source) else documents(source)
        except InputError as error:
            yield Skipped(str(source), str(error).removeprefix(f"{source}: "))


def _extracted(
    given: Iterable[Document | Read | Skipped], jobs: int, by: stages.Parser, min_confidence: float
) -> Iterator[Extracted | Skipped]:
    with runner(jobs, by) as processes:
        yield from processes.run(_course(one, by, min_confidence) for one in given)


def _course(given: Document | Read | Skipped, by: stages.Parser, min_confidence: float) -> Course[Extracted | Skipped]:
    """What is taken from an article, attributions less sure than `min_confidence` left out."""
    try:
        item = (yield partial(stages.read, given)) if isinstance(given, Document) else stages.spoken(given)
        if isinstance(item, Skipped):
            return item
        answer = yield partial(stages.parse, item.article, by)
    except (InputError, ExtractorError) as error:
        return Skipped(given.input, str(error))
    sure = tuple(one for one in answer.reading.attributions if one.confidence >= min_confidence)
    return Extracted(item.input, replace(answer.reading, attributions=sure), answer.dropped)

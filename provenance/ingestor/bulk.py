"""Articles into a store a thousand at a time, as for a first load: to the same end as one by one, and sooner.

A new article waits for others, and all that wait are kept in one step, whole or not at all, and then joined at once.
What has to do with what is there, such as a text that is known, or another text of an article, is kept by itself, after
all that came before it: so it meets the store as it would have.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.ingest import Ingested, found
from provenance.ingestor.ingestor import Ingestor
from provenance.ingestor.made import Known, Parsed
from provenance.iris import article_iri, run_iri, snapshot_iri
from provenance.rdf.store import Outcome
from provenance.runners import runner

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from provenance.fetching import Web
    from provenance.ingest import Sources
    from provenance.ingestor.made import Made
    from provenance.linking.incremental import IncrementalLinker
    from provenance.readers import Skipped
    from provenance.runners import stages

BATCH = 1000
"""The most documents that wait for each other."""


class BulkLoader(Ingestor):
    """An ingestor whose new articles wait for each other."""

    def ingest(self, sources: Sources, by: stages.Parser, jobs: int, web: Web) -> Generator[Ingested | Skipped]:
        """As of any ingestor, but that each is given when all that waited with it are kept.

        They are joined afterwards; where other processes read, in a thread beside, so that these need not wait for it.
        """
        waiting: list[Made] = []
        names: set[str] = set()
        course = self._courses(by)
        self.catch_up()
        with runner(jobs, by) as processes, _joiner(self._linker, jobs) as joiner:
            for made in processes.run(map(course, found(sources, web))):
                if not names.isdisjoint(_names(made)):
                    yield from self._kept_together(waiting, names, joiner)
                now = self._up_to_date(made, processes, course)
                if isinstance(now, Parsed) and self._is_new(now):
                    names.add(article_iri(now.reading.article))
                    waiting.append(replace(now, given=now.item))
                elif isinstance(now, Parsed):
                    yield from self._kept_together(waiting, names, joiner)
                    yield self._kept(now)
                else:
                    waiting.append(now)
                if len(waiting) >= BATCH:
                    yield from self._kept_together(waiting, names, joiner)
                    joiner.start()
            yield from self._kept_together(waiting, names, joiner)

    def _is_new(self, made: Parsed) -> bool:
        """Whether the store holds neither its text nor another of its article."""
        return made.known is None and self._store.run_of(article_iri(made.reading.article)) is None

    def _kept_together(self, waiting: list[Made], names: set[str], joiner: _Joiner) -> Iterator[Ingested | Skipped]:
        """What came of those that wait, once all are kept; none waits any more."""
        joiner.finish()
        batch = tuple(waiting)
        waiting.clear()
        names.clear()
        yield from self._all_kept(batch)

    def _all_kept(self, batch: Sequence[Made]) -> list[Ingested | Skipped]:
        new = [one for one in batch if isinstance(one, Parsed)]
        if new:
            with self._linker.following():
                try:
                    self._store.add_all(one.reading for one in new)
                except InputError:  # of one of them, which is found out one by one
                    return list(map(self._kept, batch))
                self._linker.hold((_run(one), one.reading, one.made.prepared) for one in new)
        with self._receipts.together():
            return [self._told(one, Outcome.ADDED) if isinstance(one, Parsed) else self._kept(one) for one in batch]


def _names(made: Made) -> set[str]:
    """What an article is called, and would be without its address; what waits under either has to do with it."""
    if not isinstance(made, Known | Parsed):
        return set()
    article = made.item.article
    return {article_iri(article), article_iri(replace(article, url=None))}


def _run(made: Parsed) -> str:
    return run_iri(snapshot_iri(made.reading.article), made.reading.extractor)


class _Joiner:
    """Joins what waits, all at once: in a thread beside this one, or here, where there is no `thread`.

    Whoever writes waits for it to `finish`; others may ask the store meanwhile.
    """

    def __init__(self, linker: IncrementalLinker, thread: Executor | None) -> None:
        self._linker = linker
        self._thread = thread
        self._joining: Future[None] | None = None

    def start(self) -> None:
        if self._thread is None:
            self._linker.settle()
        else:
            self._joining = self._thread.submit(self._linker.settle)

    def finish(self) -> None:
        """Raises what joining raised."""
        joining, self._joining = self._joining, None
        if joining is not None:
            joining.result()


@contextmanager
def _joiner(linker: IncrementalLinker, jobs: int) -> Iterator[_Joiner]:
    """Where only this process reads, it joins what it read before it goes on."""
    if jobs == 1:
        yield _Joiner(linker, None)
        return
    with ThreadPoolExecutor(1) as thread:
        yield _Joiner(linker, thread)

"""Articles into a store a thousand at a time, as for a first load: to the same end as one by one, and sooner.

A new article waits for others, and all that wait are kept in one step, whole or not at all, and joined in a few, while
more are read. What has to do with what is there, such as a text that is known, or another text of an article, is kept
by itself, after all that came before it: so it meets the store as it would have.
"""

from __future__ import annotations

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

    from provenance.fetching import Web
    from provenance.ingest import Sources
    from provenance.ingestor.made import Made
    from provenance.readers import Skipped
    from provenance.runners import stages

BATCH = 1000
"""The most documents that wait for each other."""
PART = 250
"""Articles that are joined at once, while as many more are read: those who read need not wait for long."""


class BulkLoader(Ingestor):
    """An ingestor whose new articles wait for each other."""

    def ingest(self, sources: Sources, by: stages.Parser, jobs: int, web: Web) -> Generator[Ingested | Skipped]:
        """As of any ingestor, but that each is given when all that waited with it are kept."""
        waiting: list[Made] = []
        names: set[str] = set()
        course = self._courses(by)
        self.catch_up()
        with runner(jobs, by) as processes:
            for number, made in enumerate(processes.run(map(course, found(sources, web))), 1):
                if number % PART == 0:
                    self._linker.settle_some(PART)
                if not names.isdisjoint(_names(made)):
                    yield from self._kept_together(waiting, names)
                now = self._up_to_date(made, processes, course)
                if isinstance(now, Parsed) and self._is_new(now):
                    names.add(article_iri(now.reading.article))
                    waiting.append(replace(now, given=now.item))
                elif isinstance(now, Parsed):
                    yield from self._kept_together(waiting, names)
                    yield self._kept(now)
                else:
                    waiting.append(now)
                if len(waiting) >= BATCH:
                    yield from self._kept_together(waiting, names)
            yield from self._kept_together(waiting, names)

    def _is_new(self, made: Parsed) -> bool:
        """Whether the store holds neither its text nor another of its article."""
        return made.known is None and self._store.run_of(article_iri(made.reading.article)) is None

    def _kept_together(self, waiting: list[Made], names: set[str]) -> Iterator[Ingested | Skipped]:
        """What came of those that wait, once all are kept; none waits any more."""
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

"""Articles joined across the store: each new one is compared with its neighbours, and what follows is concluded.

What is concluded follows from the readings alone: the same in whatever order they came, and an article costs what it
and the claims that it touches cost.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.extraction.meaning import meanings
from provenance.identity import article_iri, link_iri
from provenance.linking import claims, stories, told
from provenance.linking.grouping import grouping
from provenance.model import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.linking.neighbours import Neighbours
    from provenance.linking.told import Page
    from provenance.model import Link, Reading
    from provenance.rdf.store import Store

READINGS = 500
"""The most readings that are kept at hand."""


class Joiner:
    """Keeps the inferred layer of `store` in line with its readings; `neighbours` is derived from the same."""

    def __init__(self, store: Store, neighbours: Neighbours) -> None:
        self._store = store
        self._neighbours = neighbours
        self._writing = False
        self._reading = lru_cache(READINGS)(store.reading)

    def catch_up(self) -> Iterator[str]:
        """Join what was added, and part what is gone, since the neighbours were last in line; the graphs, one by one.

        Nothing to do, and nothing looked through, where the last writer finished.
        """
        if self._neighbours.sound:
            return
        current, known = set(self._store.runs()), self._neighbours.runs()
        for run in sorted(known.keys() - current):
            self.part(known[run])
            yield run
        for run in sorted(current - known.keys()):
            self.join(run, self._store.reading(run))
            yield run
        self._neighbours.mark_sound()
        self._writing = False

    def join(self, run: str, reading: Reading) -> None:
        """Compare the reading in the graph `run` with its neighbours, and conclude what follows."""
        self.begin()
        article = article_iri(reading.article)
        if self._neighbours.run_of(article) is not None:
            self.part(article)
        page = told.page(reading, meanings(reading))
        said = stories.said_keys(one.words for one in page.told)
        pairs = _pairs(page, page)
        for other in self._neighbours.alike(page, said).values():
            pairs |= _pairs(page, other)
        with self._neighbours.transaction():
            self._neighbours.add(article, run, page, said)
            self._neighbours.pair(pairs)
            self._conclude({one.iri for one in page.told}, set(), ())

    def part(self, article: str) -> None:
        """Forget an article of which the store holds no current reading, or another one now."""
        self.begin()
        run = self._neighbours.run_of(article)
        if run is None:
            return
        passages = self._neighbours.passages(article)
        touched = self._neighbours.part(passages).keys() - passages
        gone = {link_iri(link) for iri in (article, *passages) for link in self._store.links_of(iri)}
        with self._neighbours.transaction():
            self._neighbours.remove(article)
            self._conclude(touched, gone, passages.values())

    def begin(self) -> None:
        """Say on disk that the neighbours are about to fall behind."""
        if not self._writing:
            self._neighbours.mark_unsound()
            self._writing = True

    def close(self) -> None:
        if self._writing:
            self._neighbours.mark_sound()
        self._neighbours.close()

    def _conclude(self, touched: Iterable[str], gone: set[str], left: Iterable[str]) -> None:
        part = self._neighbours.part(touched)
        found = grouping({iri: one.day for iri, one in part.items()}, self._neighbours.paired(part))
        old = {link_iri(link) for iri in part for link in self._links(iri)}
        self._store.conclude({*gone, *old}, found.links, left, found.claims)

    def _links(self, iri: str) -> Iterator[Link]:
        return (link for link in self._store.links_of(iri) if link.kind is LinkKind.SAME_CLAIM)


def _pairs(one: Page, other: Page) -> dict[tuple[str, str], float]:
    found = {}
    for i, j, share in claims.alike(one, other):
        a, b = one.told[i].iri, other.told[j].iri
        found[min(a, b), max(a, b)] = share
    return found

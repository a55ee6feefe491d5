"""Articles joined across the store: each new one is compared with its neighbours, and what follows is concluded.

What is concluded follows from the readings alone: the same in whatever order they came, and an article costs what it
and the claims that it touches cost.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.extraction.meaning import meanings
from provenance.identity import article_iri, link_iri
from provenance.linking import claims, copies, quotes, stories, told
from provenance.linking.grouping import grouping
from provenance.linking.meeting import COPIED, QUOTED, SAID
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
        if self._writing or self._neighbours.sound:
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
        self.part(article)
        page = told.page(reading, meanings(reading))
        keys = {
            SAID: stories.said_keys(one.words for one in page.told),
            COPIED: copies.keys(reading.article.text),
            QUOTED: quotes.keys(reading),
        }
        with self._neighbours.transaction():
            new = self._neighbours.add(article, run, page, keys)
            self._neighbours.pair(_pairs(page, page))
            touched = {one.iri for one in page.told} | self._compare(new, self._neighbours.alike(new))
            meeting = self._neighbours.meeting
            for passed in meeting.next(SAID, new):
                touched |= self._compare(passed, ())
            links = self._copies(new) | self._quotes(new)
            gone = {
                name for passed in meeting.next(COPIED, new) | meeting.next(QUOTED, new) for name in self._lost(passed)
            }
            self._conclude(touched, gone, links, ())

    def part(self, article: str) -> None:
        """Forget an article of which the store holds no current reading, or another one now."""
        self.begin()
        old = self._neighbours.number_of(article)
        if old is None:
            return
        meeting = self._neighbours.meeting
        page = self._neighbours.page(old)
        own = {one.iri for one in page.told}
        touched = self._neighbours.part(own).keys() - own
        gone = {link_iri(link) for iri in (article, *own) for link in self._store.links_of(iri)}
        promoted = {kind: meeting.next(kind, old) for kind in (SAID, COPIED, QUOTED)}
        with self._neighbours.transaction():
            self._neighbours.remove(old)
            for other in promoted[SAID]:
                touched |= self._compare(other, self._neighbours.alike(other) - self._neighbours.paired_with(other))
            links = {link for other in promoted[COPIED] for link in self._copies(other)}
            links |= {link for other in promoted[QUOTED] for link in self._quotes(other)}
            self._conclude(touched, gone, links, [one.passage for one in page.told])

    def begin(self) -> None:
        """Say on disk that the neighbours are about to fall behind."""
        if not self._writing:
            self._neighbours.mark_unsound()
            self._writing = True

    def close(self) -> None:
        if self._writing:
            self._neighbours.mark_sound()
        self._neighbours.close()

    def _compare(self, article: int, others: Iterable[int]) -> set[str]:
        """Pair the statements of `article` with those of `others`, and no more with those it does not meet any more.

        The statements of those it does not meet, which may make other claims now.
        """
        page = self._neighbours.page(article)
        for other in sorted(others):
            self._neighbours.pair(_pairs(page, self._neighbours.page(other)))
        lost = self._neighbours.paired_with(article) - self._neighbours.alike(article)
        for other in lost:
            self._neighbours.unpair(article, other)
        return {one.iri for other in lost for one in (*page.told, *self._neighbours.page(other).told)}

    def _copies(self, article: int) -> set[Link]:
        ours = self._read(article)
        met = self._neighbours.meeting.met(COPIED, article)
        found = (copies.judged(ours, self._read(other)) for other in sorted(met))
        return {link for copy in found if copy for link in copies.links(copy)}

    def _quotes(self, article: int) -> set[Link]:
        ours = self._read(article)
        met = self._neighbours.meeting.met(QUOTED, article)
        return {link for other in sorted(met) for link in quotes.shared(ours, self._read(other))}

    def _lost(self, article: int) -> Iterator[str]:
        """The links of an article with those that it does not meet any more."""
        iri = self._neighbours.iri_of(article)
        copied = {self._neighbours.iri_of(other) for other in self._neighbours.meeting.met(COPIED, article)}
        for link in self._store.links_of(iri):
            if not {link.left, link.right} & copied:
                yield link_iri(link)
        quoted = self._neighbours.meeting.met(QUOTED, article)
        near = {one.iri for other in quoted for one in self._neighbours.page(other).told}
        for one in self._neighbours.page(article).told:
            for link in self._store.links_of(one.iri):
                if link.kind is LinkKind.SHARED_QUOTE and not {link.left, link.right} & near:
                    yield link_iri(link)

    def _read(self, article: int) -> Reading:
        return self._reading(self._neighbours.run_of(article))

    def _conclude(self, touched: Iterable[str], gone: set[str], links: set[Link], left: Iterable[str]) -> None:
        part = self._neighbours.part(touched)
        found = grouping({iri: one.day for iri, one in part.items()}, self._neighbours.paired(part))
        old = {link_iri(link) for iri in part for link in self._store.links_of(iri) if link.kind is LinkKind.SAME_CLAIM}
        self._store.conclude(gone | old, (*found.links, *links), left, found.claims)


def _pairs(one: Page, other: Page) -> dict[tuple[str, str], float]:
    found = {}
    for i, j, share in claims.alike(one, other):
        a, b = one.told[i].iri, other.told[j].iri
        found[min(a, b), max(a, b)] = share
    return found

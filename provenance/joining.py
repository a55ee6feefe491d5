"""Articles joined across the store: each new one is compared with its neighbours, and what follows is concluded.

What is concluded follows from the readings alone: the same in whatever order they came, and an article costs what it
and the claims that it touches cost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.encoder import encoder
from provenance.encoder.labels import WIDTH
from provenance.encoder.meaning import meaning, meanings
from provenance.errors import InputError
from provenance.iris import agent_link_iri, article_iri, attribution_iri, link_iri, snapshot_iri
from provenance.linking import copies, quotes, reports, stories, told
from provenance.linking.meeting import COPIED, QUOTED, SAID
from provenance.linking.regrouping import regrouped
from provenance.linking.reports import resolve
from provenance.model import LinkKind, Statement, passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from provenance.encoder.encoded import Encoded
    from provenance.linking.neighbours import AgentPair, Member, Neighbours
    from provenance.model import Link, Reading
    from provenance.rdf.store import Store

READINGS = 500
"""The most readings that are kept at hand."""
STATEMENT = 2000
"""Characters of a statement that is read without its article."""


@dataclass
class _Change:
    """What one article changes beside claims: pairs of agents, links, passages that are no more."""

    gone: set[str] = field(default_factory=set)
    agents: set[AgentPair] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    left: set[str] = field(default_factory=set)


class Joiner:
    """Keeps the inferred layer of `store` in line with its readings; `neighbours` is derived from the same.

    `threads` are those of the encoder, 0 for one a core, where an article comes without its pass.
    """

    def __init__(self, store: Store, neighbours: Neighbours, threads: int = 0) -> None:
        self._store = store
        self.neighbours = neighbours
        self._threads = threads
        self._writing = False
        self._reading = lru_cache(READINGS)(store.reading)

    def catch_up(self) -> Iterator[str]:
        """Join what was added, and part what is gone, since the neighbours were last in line; the graphs, one by one.

        Nothing to do, and nothing looked through, where the last writer finished.
        """
        if self._writing or self.neighbours.sound:
            return
        current, known = set(self._store.runs()), self.neighbours.runs()
        for run in sorted(known.keys() - current):
            self.part(known[run])
            yield run
        for run in sorted(current - known.keys()):
            self.join(run, self._store.reading(run))
            yield run
        self.neighbours.mark_sound()
        self._writing = False

    def join(self, run: str, reading: Reading, encoded: Encoded | None = None) -> None:
        """Compare the reading in the graph `run` with its neighbours, and conclude what follows.

        `encoded` is the encoder's pass over its text, made here where whoever read it had no need of one.
        """
        self.begin()
        article = article_iri(reading.article)
        self.part(article)
        page = told.page(reading, self._meanings(reading, encoded))
        keys = {
            SAID: stories.said_keys(one.words for one in page.told),
            COPIED: copies.keys(reading.article.text),
            QUOTED: quotes.keys(reading),
        }
        with self.neighbours.transaction():
            new = self.neighbours.add(article, run, page, keys)
            change = _Change()
            self._compare(change, new, {new, *self.neighbours.alike(new)})
            meeting = self.neighbours.meeting
            for passed in meeting.next(SAID, new):
                self._compare(change, passed, ())
            for passed in meeting.next(COPIED, new) | meeting.next(QUOTED, new):
                change.gone.update(self._lost(passed))
            change.links += [*self._copies(new), *self._quotes(new)]
            self._conclude(change)

    def part(self, article: str) -> None:
        """Forget an article of which the store holds no current reading, or another one now."""
        self.begin()
        old = self.neighbours.number_of(article)
        if old is None:
            return
        meeting = self.neighbours.meeting
        page = self.neighbours.page(old)
        own = {one.iri for one in page.told}
        gone = {link_iri(link) for iri in (article, *own) for link in self._store.links_of(iri)}
        promoted = {kind: meeting.next(kind, old) for kind in (SAID, COPIED, QUOTED)}
        with self.neighbours.transaction():
            change = _Change(gone, left={one.passage for one in page.told})
            change.agents |= self.neighbours.remove(old)
            for other in promoted[SAID]:
                self._compare(change, other, self.neighbours.alike(other) - self.neighbours.compared_with(other))
            for other in promoted[COPIED]:
                change.links += self._copies(other)
            for other in promoted[QUOTED]:
                change.links += self._quotes(other)
            self._conclude(change)

    def begin(self) -> None:
        """Say on disk that the neighbours are about to fall behind."""
        if not self._writing:
            self.neighbours.mark_unsound()
            self._writing = True

    def close(self) -> None:
        if self._writing:
            self.neighbours.mark_sound()
        self.neighbours.close()

    def _meanings(self, reading: Reading, encoded: Encoded | None) -> NDArray[np.float32]:
        """A vector for each statement; in a text too long for one pass each is read by itself."""
        text, found = reading.article.text, reading.attributions
        if encoded is None and found:
            reader = encoder(self._threads)
            try:
                encoded = reader.encode(text)
            except InputError:
                own = (reader.encode(passage(text, one.content)[:STATEMENT]) for one in found)
                return np.stack([meaning(one) for one in own])
        return meanings(encoded, found) if encoded else np.zeros((0, WIDTH), dtype=np.float32)

    def _compare(self, change: _Change, article: int, others: Iterable[int]) -> None:
        """Compare `article` with `others`, and forget what it gave with those it does not meet any more."""
        for other in sorted(others):
            change.agents |= self.neighbours.compare(article, other)
        for other in self.neighbours.compared_with(article) - self.neighbours.alike(article):
            change.agents |= self.neighbours.part(article, other)

    def _copies(self, article: int) -> set[Link]:
        ours = self._read(article)
        met = self.neighbours.meeting.met(COPIED, article)
        found = (copies.judged(ours, self._read(other)) for other in sorted(met))
        return {link for copy in found if copy for link in copies.links(copy)}

    def _quotes(self, article: int) -> set[Link]:
        ours = self._read(article)
        met = self.neighbours.meeting.met(QUOTED, article)
        return {link for other in sorted(met) for link in quotes.shared(ours, self._read(other))}

    def _lost(self, article: int) -> Iterator[str]:
        """The links of an article with those that it does not meet any more."""
        iri = self.neighbours.iri_of(article)
        copied = {self.neighbours.iri_of(other) for other in self.neighbours.meeting.met(COPIED, article)}
        for link in self._store.links_of(iri):
            if not {link.left, link.right} & copied:
                yield link_iri(link)
        quoted = self.neighbours.meeting.met(QUOTED, article)
        near = {one.iri for other in quoted for one in self.neighbours.page(other).told}
        for one in self.neighbours.page(article).told:
            for link in self._store.links_of(one.iri):
                if link.kind is LinkKind.SHARED_QUOTE and not {link.left, link.right} & near:
                    yield link_iri(link)

    def _read(self, article: int) -> Reading:
        return self._reading(self.neighbours.run_of(article))

    def _conclude(self, change: _Change) -> None:
        found = regrouped(self.neighbours)
        together = [made for made in found.claims.values() if len(made) > 1]
        statements = self._statements(found.members, {iri for made in together for iri in made})
        cited = (resolve([statements[iri] for iri in made], found.pairs) for made in together)
        change.links += [*found.links, *(reports.link(one) for resolutions in cited for one in resolutions)]
        change.gone |= {
            link_iri(link)
            for one in found.members
            for link in self._store.links_of(one.iri)
            if link.kind in (LinkKind.SAME_CLAIM, LinkKind.REPORT)
        }
        for pair in sorted(change.agents):
            if link := self.neighbours.agent_link(pair):
                change.links.append(link)
            else:
                change.gone.add(agent_link_iri(pair))
        self._store.conclude(change.gone, change.links, change.left, found.beside | found.claims)

    def _statements(self, members: Iterable[Member], wanted: set[str]) -> dict[str, Statement]:
        found: dict[str, Statement] = {}
        for run in sorted({one.run for one in members if one.iri in wanted}):
            reading = self._reading(run)
            snapshot = snapshot_iri(reading.article)
            found |= {attribution_iri(snapshot, one): Statement(reading, one) for one in reading.attributions}
        return found

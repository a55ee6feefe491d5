"""Articles linked as they come: each new one is compared with its candidates, and what follows is concluded.

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
from provenance.linking import blocking, records
from provenance.linking.blocking.keys import KeyKind
from provenance.linking.clustering.regrouping import regrouped
from provenance.linking.matching import agents, claims, copies, quotes, reports
from provenance.model import LinkKind, Statement, passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from provenance.encoder.encoded import Encoded
    from provenance.linking.candidates import AgentPair, CandidateIndex
    from provenance.linking.link_store import LinkStore
    from provenance.model import Link, Reading

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


class IncrementalLinker:
    """Keeps the inferred layer of `store` in line with its readings; `candidates` is derived from the same.

    `threads` are those of the encoder, 0 for one a core, where an article comes without its pass.
    """

    def __init__(self, store: LinkStore, candidates: CandidateIndex, threads: int = 0) -> None:
        self._store = store
        self.candidates = candidates
        self._threads = threads
        self._writing = False
        self._reading = lru_cache(READINGS)(store.reading)
        self._statements = lru_cache(READINGS)(self._attributed)

    def catch_up(self) -> Iterator[str]:
        """Join what was added, and part what is gone, since the candidates were last in line; the graphs, one by one.

        Nothing to do, and nothing looked through, where the last writer finished.
        """
        if self._writing or self.candidates.sound:
            return
        current, known = set(self._store.runs()), self.candidates.runs()
        for run in sorted(known.keys() - current):
            self.part(known[run])
            yield run
        for run in sorted(current - known.keys()):
            self.join(run, self._store.reading(run))
            yield run
        self.candidates.mark_sound()
        self._writing = False

    def join(self, run: str, reading: Reading, encoded: Encoded | None = None) -> None:
        """Compare the reading in the graph `run` with its candidates, and conclude what follows.

        `encoded` is the encoder's pass over its text, made here where whoever read it had no need of one.
        """
        self.begin()
        article = article_iri(reading.article)
        self.part(article)
        record = records.record(reading, self._meanings(reading, encoded))
        keys = blocking.keys(reading, (one.words for one in record.statements))
        with self.candidates.transaction():
            new = self.candidates.add(article, run, record, keys)
            change = _Change()
            self._compare(change, new, {new, *self.candidates.alike(new)})
            for passed in self.candidates.displaced(KeyKind.SAID, new):
                self._compare(change, passed, ())
            for passed in self._displaced(new, KeyKind.COPIED, KeyKind.QUOTED):
                change.gone.update(self._lost(passed))
            change.links += [*self._copies(new), *self._quotes(new)]
            self._conclude(change)

    def part(self, article: str) -> None:
        """Forget an article of which the store holds no current reading, or another one now."""
        self.begin()
        old = self.candidates.number_of(article)
        if old is None:
            return
        record = self.candidates.record(old)
        own = {one.iri for one in record.statements}
        gone = self._store.names_of_links((article, *own), tuple(LinkKind))
        promoted = {kind: self.candidates.displaced(kind, old) for kind in KeyKind}
        with self.candidates.transaction():
            change = _Change(gone, left={one.passage for one in record.statements})
            change.agents |= self.candidates.remove(old)
            for other in promoted[KeyKind.SAID]:
                self._compare(change, other, self.candidates.alike(other) - self.candidates.compared_with(other))
            for other in promoted[KeyKind.COPIED]:
                change.links += self._copies(other)
            for other in promoted[KeyKind.QUOTED]:
                change.links += self._quotes(other)
            self._conclude(change)

    def begin(self) -> None:
        """Say on disk that the candidates are about to fall behind."""
        if not self._writing:
            self.candidates.mark_unsound()
            self._writing = True

    def close(self) -> None:
        if self._writing:
            self.candidates.mark_sound()
        self.candidates.close()

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
            change.agents |= self._compared(article, other)
        for other in self.candidates.compared_with(article) - self.candidates.alike(article):
            change.agents |= self.candidates.part(article, other)

    def _compared(self, article: int, other: int) -> set[AgentPair]:
        """Keep what comparing two articles gives; the pairs of agents among it."""
        ours, theirs = self.candidates.record(article), self.candidates.record(other)
        found = list(agents.compare(ours.cast, theirs.cast)) if article != other else []
        self.candidates.keep(article, other, claims.compare(ours, theirs), found)
        return {(link.left, link.right) for link in found}

    def _displaced(self, article: int, *kinds: KeyKind) -> set[int]:
        return {other for kind in kinds for other in self.candidates.displaced(kind, article)}

    def _copies(self, article: int) -> set[Link]:
        ours = self._read(article)
        met = self.candidates.met(KeyKind.COPIED, article)
        return {link for other in sorted(met) for link in copies.compare(ours, self._read(other))}

    def _quotes(self, article: int) -> set[Link]:
        ours = self._read(article)
        met = self.candidates.met(KeyKind.QUOTED, article)
        return {link for other in sorted(met) for link in quotes.compare(ours, self._read(other))}

    def _lost(self, article: int) -> Iterator[str]:
        """The links of an article with those that it does not meet any more."""
        iri = self.candidates.iri_of(article)
        copied = {self.candidates.iri_of(other) for other in self.candidates.met(KeyKind.COPIED, article)}
        for link in self._store.links_of(iri):
            if not {link.left, link.right} & copied:
                yield link_iri(link)
        quoted = self.candidates.met(KeyKind.QUOTED, article)
        near = {one.iri for other in quoted for one in self.candidates.record(other).statements}
        for one in self.candidates.record(article).statements:
            for link in self._store.links_of(one.iri):
                if link.kind is LinkKind.SHARED_QUOTE and not {link.left, link.right} & near:
                    yield link_iri(link)

    def _read(self, article: int) -> Reading:
        return self._reading(self.candidates.run_of(article))

    def _conclude(self, change: _Change) -> None:
        found = regrouped(self.candidates)
        together = [made for made in found.claims.values() if len(made) > 1]
        runs = {one.iri: one.run for one in found.members}
        cited = (reports.resolve([self._statements(runs[iri])[iri] for iri in made], found.pairs) for made in together)
        change.links += [*found.links, *(reports.link(one) for resolutions in cited for one in resolutions)]
        change.gone |= self._store.names_of_links(
            (one.iri for one in found.members), (LinkKind.SAME_CLAIM, LinkKind.REPORT)
        )
        for pair in sorted(change.agents):
            if link := self.candidates.agent_link(pair):
                change.links.append(link)
            else:
                change.gone.add(agent_link_iri(pair))
        self._store.conclude(change.gone, change.links, change.left, found.beside | found.claims)

    def _attributed(self, run: str) -> dict[str, Statement]:
        """The statements of the reading in the graph `run`, by the IRIs of their attributions."""
        reading = self._reading(run)
        snapshot = snapshot_iri(reading.article)
        return {attribution_iri(snapshot, one): Statement(reading, one) for one in reading.attributions}

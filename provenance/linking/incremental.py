"""Articles linked as they come: new ones are compared with their candidates, and what follows is concluded.

What is concluded follows from the readings alone: the same in whatever order they came and however many at a time, and
an article costs what it and the claims that it touches cost. So those that come one after the other wait for each
other: what their claims come to is then written once.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.iris import agent_link_iri, article_iri, attribution_iri, link_iri, snapshot_iri
from provenance.linking.blocking.keys import KeyKind
from provenance.linking.change import Change, Kept
from provenance.linking.clustering.regrouping import regrouped
from provenance.linking.matching import agents, claims, copies, quotes, reports
from provenance.linking.prepared import prepared, vectors_of
from provenance.model import LinkKind, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from provenance.linking.candidates import AgentPair, CandidateIndex
    from provenance.linking.clustering.regrouping import Regrouped
    from provenance.linking.link_store import LinkStore
    from provenance.linking.prepared import Prepared
    from provenance.model import Link, Reading

TOGETHER = 128
"""Articles that wait for each other."""
READINGS = 500
"""The most readings that are kept at hand."""


class IncrementalLinker:
    """Keeps the inferred layer of `store` in line with its readings; `candidates` is derived from the same.

    `threads` are those of the encoder, 0 for one a core, where an article comes unprepared; as many articles as
    `together` wait for each other.
    """

    def __init__(
        self, store: LinkStore, candidates: CandidateIndex, threads: int = 0, together: int = TOGETHER
    ) -> None:
        self._store = store
        self.candidates = candidates
        self._threads = threads
        self._together = together
        self._waiting: dict[str, Kept] = {}
        self._writing = False
        self._broken = False
        self._reading = lru_cache(READINGS)(store.reading)
        self._statements = lru_cache(READINGS)(self._attributed)

    def catch_up(self) -> Iterator[str]:
        """Join what was added, and part what is gone, since the candidates were last in line; the graphs, one by one.

        Nothing to do, and nothing looked through, where the last writer finished. Where the candidates are made anew,
        all is concluded anew.
        """
        if self._writing or self.candidates.sound:
            return
        current, known = set(self._store.runs()), self.candidates.runs()
        with self.following():
            if not known:
                self._store.conclude_anew()
            self._renew({known[run] for run in known.keys() - current})
            yield from sorted(known.keys() - current)
            for run in sorted(current - known.keys()):
                self.put(run, self._store.reading(run))
                yield run
            self.settle()
        self.candidates.mark_sound()
        self._writing = False

    @contextmanager
    def following(self) -> Iterator[None]:
        """The store changes within, and what is linked follows it: where that is cut short, it is caught up with later.

        An InputError says that the store did not change.
        """
        self.begin()
        try:
            yield
        except InputError:
            raise
        except BaseException:
            self._broken = True
            raise

    def join(self, run: str, reading: Reading, made: Prepared | None = None) -> None:
        """Compare the reading in the graph `run` with its candidates, and conclude what follows.

        `made` is what comparing it needs, made here where whoever read it did not.
        """
        self.put(run, reading, made)
        self.settle()

    def put(self, run: str, reading: Reading, made: Prepared | None = None) -> None:
        """As `join`, but with those that come after it: when enough wait, or `settle` is asked."""
        self.begin()
        self._waiting[article_iri(reading.article)] = Kept(run, made or self._prepared(reading))
        if len(self._waiting) >= self._together:
            self.settle()

    def hold(self, readings: Iterable[tuple[str, Reading, Prepared]]) -> None:
        """As `put` of each, with its graph and what comparing it needs, but that all of these wait for `settle`."""
        self.begin()
        if len(self._waiting) >= self._together:
            self.settle()
        self._waiting |= {article_iri(reading.article): Kept(run, made) for run, reading, made in readings}

    def settle(self) -> None:
        """Join all that wait."""
        if self._waiting:
            self._renew(self._waiting.keys())

    def part(self, article: str) -> None:
        """Forget an article of which the store holds no current reading, or another one now."""
        self.begin()
        self._waiting.pop(article, None)
        self._renew({article, *self._waiting})

    def outdate(self, article: str) -> None:
        """Before the current reading of `article` is written anew in its graph: it is to be joined anew, also later.

        Whatever cuts this short, `catch_up` finds that what is known of the article is not of the graph that is there.
        """
        self.begin()
        self.candidates.outdate(article)
        self._reading.cache_clear()
        self._statements.cache_clear()

    def begin(self) -> None:
        """Say on disk that the candidates are about to fall behind."""
        if not self._writing:
            self.candidates.mark_unsound()
            self._writing = True

    def fall_behind(self) -> None:
        """What is written from now on is not joined as it comes: `catch_up` does that."""
        self.settle()
        self.candidates.mark_unsound()
        self._writing = False

    def close(self) -> None:
        """Join all that wait, and say on disk that all is in line, unless a change was cut short."""
        try:
            if self._writing and not self._broken:
                self.settle()
                self.candidates.mark_sound()
        finally:
            self.candidates.close()

    def _prepared(self, reading: Reading) -> Prepared:
        return prepared(reading, vectors_of(reading, None, self._threads))

    def _renew(self, gone: Collection[str]) -> None:
        """Forget the articles `gone`, join those that wait, and conclude what follows."""
        change = Change()
        with self.candidates.transaction():
            for article in sorted(gone):
                self._leave(change, article)
            for article, kept in self._waiting.items():
                self._enter(change, article, kept)
            for number in sorted(change.new | change.promoted[KeyKind.SAID] | change.displaced[KeyKind.SAID]):
                self._compare(change, number)
            change.links += self._links(change, KeyKind.COPIED, copies.compare)
            change.links += self._links(change, KeyKind.QUOTED, quotes.compare)
            for number in change.displaced[KeyKind.COPIED] | change.displaced[KeyKind.QUOTED]:
                change.gone.update(self._lost(number))
            self._conclude(change)
        self._waiting = {}

    def _leave(self, change: Change, article: str) -> None:
        old = self.candidates.number_of(article)
        if old is None:
            return
        own = self.candidates.record(old).statements
        change.gone |= self._store.names_of_links((article, *(one.iri for one in own)), tuple(LinkKind))
        change.left |= {one.passage for one in own}
        for kind in KeyKind:
            change.promoted[kind] |= self.candidates.displaced(kind, old)
        change.agents |= self.candidates.remove(old)
        for promoted in change.promoted.values():
            promoted.discard(old)

    def _enter(self, change: Change, article: str, kept: Kept) -> None:
        new = self.candidates.add(article, kept.run, *kept.prepared)
        change.new.add(new)
        for kind in KeyKind:
            change.displaced[kind] |= self.candidates.displaced(kind, new)

    def _compare(self, change: Change, article: int) -> None:
        """Compare `article` with those it meets, and forget what it gave with those it does not meet any more."""
        alike, compared = self.candidates.alike(article), self.candidates.compared_with(article)
        new = {article} & change.new
        for other in sorted(new | alike - compared):
            change.agents |= self._compared(article, other)
        for other in compared - alike:
            change.agents |= self.candidates.part(article, other)

    def _compared(self, article: int, other: int) -> set[AgentPair]:
        """Keep what comparing two articles gives; the pairs of agents among it."""
        ours, theirs = self.candidates.record(article), self.candidates.record(other)
        found = list(agents.compare(ours.cast, theirs.cast)) if article != other else []
        self.candidates.keep(article, other, claims.compare(ours, theirs), found)
        return {(link.left, link.right) for link in found}

    def _links(
        self, change: Change, kind: KeyKind, compare: Callable[[Reading, Reading], Iterable[Link]]
    ) -> Iterator[Link]:
        """What comparing the texts gives of those who meet by keys of `kind` since they came or moved up."""
        nearer = change.new | change.promoted[kind]
        met = {(one, other) for one in nearer for other in self.candidates.met(kind, one)}
        for one, other in sorted({(min(pair), max(pair)) for pair in met}):
            yield from compare(self._read(one), self._read(other))

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

    def _conclude(self, change: Change) -> None:
        """Write what changed: all at once where few statements hang together, else by claims that do."""
        for pair in sorted(change.agents):
            if link := self.candidates.agent_link(pair):
                change.links.append(link)
            else:
                change.gone.add(agent_link_iri(pair))
        gone, links, left = change.gone, change.links, change.left
        for found in regrouped(self.candidates):
            gone |= self._store.names_of_links(
                (one.iri for one in found.members), (LinkKind.SAME_CLAIM, LinkKind.REPORT)
            )
            links += [*found.links, *self._reports(found)]
            self._store.conclude(gone, links, left, found.beside | found.claims)
            gone, links, left = set(), [], set()
        if gone or links or left:
            self._store.conclude(gone, links, left, {})

    def _reports(self, found: Regrouped) -> Iterator[Link]:
        """The reports that statements of one claim cite."""
        runs = {one.iri: one.run for one in found.members}
        for made in found.claims.values():
            if len(made) > 1:
                statements = [self._statements(runs[iri])[iri] for iri in made]
                yield from map(reports.link, reports.resolve(statements, found.pairs))

    def _attributed(self, run: str) -> dict[str, Statement]:
        """The statements of the reading in the graph `run`, by the IRIs of their attributions."""
        reading = self._reading(run)
        snapshot = snapshot_iri(reading.article)
        return {attribution_iri(snapshot, one): Statement(reading, one) for one in reading.attributions}

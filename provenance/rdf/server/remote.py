"""The quads on a server, and what was seen of them: nothing is asked twice while the graph stays as it is."""

from __future__ import annotations

from itertools import groupby, product
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from pyoxigraph import Literal, NamedNode, Quad

from provenance.errors import InputError
from provenance.rdf.embedded import Embedded
from provenance.rdf.graph import Graph, Pattern
from provenance.rdf.server import state
from provenance.rdf.server.change import Change, Step
from provenance.rdf.server.matching import OURS, matching
from provenance.rdf.vocabulary import INFERRED, PROV, REVIEWED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from provenance.rdf.server.address import Manner
    from provenance.rdf.server.client import Client
    from provenance.rdf.server.state import State

LAYERS = (INFERRED, REVIEWED)
POURED = 5000
"""Quads that are written at once where there are many."""
SEEN = 1 << 28
"""The most characters of literals that are kept at hand."""


class Remote(Graph):
    """Asked by `client`; `lease` is None for reading only.

    Methods raise StoreError where the server does not answer as asked, StoreLockedError where another process writes.
    A change is all of it or none: where the server does not promise that, what is begun is kept there until it is done,
    readers see it as if it was, and whoever next opens it for writing does it.
    """

    def __init__(self, client: Client, told: State, lease: state.Lease | None = None) -> None:
        self.client = client
        self.revision = told.revision
        self._lease = lease
        self._begun, self._is_cut = told.begun, told.is_cut
        self._is_unsure = False
        self._forget()

    @classmethod
    def open(cls, client: Client) -> Self:
        """For writing: what a killed writer began is done."""
        lease = state.Lease(client)
        lease.take(state.read(client))
        try:
            graph = cls(client, state.read(client), lease)
            graph._mend()
        except BaseException:
            lease.let_go()
            raise
        return graph

    @classmethod
    def read(cls, client: Client) -> Self:
        return cls(client, state.read(client))

    def refresh(self) -> None:
        """Forget what was seen, where another process has changed the graph since."""
        if self._lease is None or self._is_unsure:
            told = state.read(self.client)
            if (told.revision, told.begun) != (self.revision, self._begun):
                self.revision, self._begun = told.revision, told.begun
                self._forget()

    def __len__(self) -> int:
        ours = f'FILTER(STRSTARTS(STR(?g), "{OURS}"))'
        [(number,)] = self.client.ask(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {ours} }}").rows
        return int(getattr(number, "value", "0"))

    def __contains__(self, quad: Quad) -> bool:
        match quad.subject, quad.graph_name:
            case NamedNode() as subject, NamedNode() as name:
                self._fetch([Pattern(subject.value, quad.predicate.value, None, name.value)])
        return quad in self._seen

    def names(self) -> list[str]:
        """Those of ours."""
        runs = {fact.graph for fact in self.facts(None, PROV.used)}
        return sorted(runs.union(filter(self._is_there, LAYERS)))

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        thing: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        self._fetch([Pattern(subject, predicate, thing, graph)])
        return self._seen.quads(subject, predicate, thing, graph)

    def ahead(self, *steps: Callable[[], Iterable[Pattern]]) -> None:
        for step in steps:
            self._fetch(step())

    def replace(self, gone: Collection[str], name: str, quads: list[Quad]) -> None:
        dropped = tuple(sorted({*gone, name}))
        self._change(Change(dropped, (), tuple(quads)), Pattern(graph=name))

    def drop(self, gone: Collection[str]) -> None:
        self._change(Change(tuple(sorted(gone))), *(Pattern(graph=name) for name in gone))

    def pour(self, quads: Sequence[Quad]) -> None:
        """Some graphs at a time, so that the lease outlives each change."""
        waiting: list[Quad] = []
        for _, some in groupby(quads, key=lambda quad: quad.graph_name):
            waiting.extend(some)
            if len(waiting) >= POURED:
                self._pour(waiting)
                waiting = []
        if waiting:
            self._pour(waiting)

    def amend(self, _name: str, gone: Collection[Quad], quads: Collection[Quad]) -> None:
        if gone or quads:
            self._change(Change((), tuple(gone), tuple(quads)))

    def settle(self) -> None:
        """Nothing: what was written is there."""

    def close(self) -> None:
        if self._lease:
            self._lease.let_go()
        self.client.close()

    def _pour(self, quads: Sequence[Quad]) -> None:
        names = sorted({quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)})
        self._change(Change(tuple(names), (), tuple(quads)), *(Pattern(graph=name) for name in names))

    def _change(self, change: Change, *known: Pattern) -> None:
        """Where that fails, nothing is known of the graph any more; `known` is all there of some of it afterwards."""
        lease = self._lease
        if lease is None:
            raise RuntimeError(f"{self.client.address.name}: opened for reading only")
        lease.keep()
        self._be_sure()
        try:
            self._send(change)
        except InputError:
            raise
        except BaseException:
            self._is_unsure = True
            self._forget()
            raise
        self.has_written = True
        for name in change.dropped:
            self._seen.store.remove_graph(NamedNode(name))
        for quad in change.gone:
            self._seen.store.remove(quad)
        self._seen.store.extend(change.new)
        self._known.update(known)

    def _be_sure(self) -> None:
        """After a failure: what became of the change, which is done where it was begun."""
        if self._is_unsure:
            told = state.read(self.client)
            self.revision, self._begun, self._is_cut = told.revision, told.begun, told.is_cut
            self._mend()

    def _mend(self) -> None:
        """Do what was begun."""
        if self._begun:
            self._send(self._begun, is_begun=True)
            self.has_written = True
        elif self._is_cut:
            self.client.update(state.done())
        self._begun, self._is_cut, self._is_unsure = None, False, False
        self._forget()

    def _send(self, change: Change, *, is_begun: bool = False) -> None:
        manner, revision = self.client.address.manner, uuid4().hex
        self._check(change, manner)
        start = [] if manner.is_atomic or is_begun else state.begin(change.piece())
        end = [*state.moved(revision), *([] if manner.is_atomic and not is_begun else [state.done()])]
        steps = [*map(Step, start), *change.steps(manner), *map(Step, end)]
        is_one = manner.is_atomic or len(change.gone) + len(change.new) <= manner.triples
        for step in [Step(" ;\n".join(one.text for one in steps))] if is_one else steps:
            if step.graph:
                self.client.post(step.graph, step.text)
            else:
                self.client.update(step.text)
        self.revision = revision

    def _check(self, change: Change, manner: Manner) -> None:
        if change.longest() > manner.literal:
            raise InputError(
                f"{self.client.address.name}: takes no text so long ({manner.literal:,} characters when packed): "
                "keep it in a folder"
            )

    def _is_there(self, layer: str) -> bool:
        if Pattern(graph=layer) in self._known:
            return any(self._seen.quads(graph=layer))
        return bool(self.client.ask(f"SELECT ?s WHERE {{ GRAPH {NamedNode(layer)} {{ ?s ?p ?o }} }} LIMIT 1").rows)

    def _fetch(self, patterns: Iterable[Pattern]) -> None:
        self._be_sure()
        wanted = [one for one in dict.fromkeys(patterns) if not self._is_known(one)]
        if wanted and self._size > SEEN:
            self._forget()
        for layer in LAYERS:
            if Pattern(graph=layer) in wanted and (triples := self.client.graph(layer)) is not None:
                name = NamedNode(layer)
                self._see(Quad(one.subject, one.predicate, one.object, name) for one in triples)
                self._known.add(Pattern(graph=layer))
                wanted.remove(Pattern(graph=layer))
        for some, quads in matching(self.client, wanted):
            self._see(quads)
            self._known.update(some)

    def _see(self, quads: Iterable[Quad]) -> None:
        found = list(quads)
        self._size += sum(len(quad.object.value) for quad in found if isinstance(quad.object, Literal))
        self._seen.store.extend(self._begun.seen(found) if self._begun else found)

    def _is_known(self, pattern: Pattern) -> bool:
        """Whether all that matches was seen: as it was asked for, or as part of what was."""
        wider = ((one, None) if one is not None else (None,) for one in pattern)
        return any(one in self._known for one in product(*wider))

    def _forget(self) -> None:
        self._seen = Embedded.memory()
        self._known: set[tuple[str | None, ...]] = set()
        self._size = 0
        if self._begun:
            self._seen.store.extend(self._begun.new)

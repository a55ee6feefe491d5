"""A store on a server: its graph there, and what follows from it in the user's cache here."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from provenance.errors import StoreError, StoreLockedError, UsageError
from provenance.rdf import folder
from provenance.rdf.index import Index
from provenance.rdf.server import state
from provenance.rdf.server.cache import Cache, folder_of
from provenance.rdf.server.client import Client
from provenance.rdf.server.remote import LAYERS, Remote
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad
    from rdflib import Dataset

    from provenance.rdf.asking import Answer
    from provenance.rdf.bounds import Bounds
    from provenance.rdf.server.address import Address

WAIT = 30.0
"""Seconds that whoever writes waits for one who brings the cache in line."""


class OnServer:
    """A `home.Home`."""

    def __init__(self, graph: Remote, cache: Cache) -> None:
        self.graph = graph
        self.cache = cache
        self._links_behind = cache.revision(folder.LINKS) != graph.revision

    @property
    def name(self) -> str:
        return self.graph.client.address.name

    @property
    def folder(self) -> None:
        return None

    @property
    def files(self) -> Path:
        return self.cache.path

    @property
    def revision(self) -> str:
        return state.read(self.graph.client).revision

    @property
    def dataset(self) -> Dataset:
        raise UsageError(
            f"{self.name}: no Dataset of a store on a server: ask it by 'query', or by rdflib's SPARQLStore"
        )

    @contextmanager
    def reported(self) -> Iterator[None]:
        with folder.reported(self.cache.path):
            yield

    def refresh(self) -> set[str] | None:
        revision = self.graph.revision
        self.graph.refresh()
        return None if self.graph.revision == revision else _stale(self.cache.held(folder.WORDS), self._held())

    def rewrite(self) -> None:
        """Nothing: its files are the server's."""

    def query(self, text: str, bounds: Bounds, quads: Iterable[Quad] | None) -> Answer:
        from provenance.rdf.server.querying import query

        return query(self.graph, text, bounds, quads)

    def line_up(self, index: Index) -> None:
        """Forget in the `index` what was written anew since it was last in line."""
        if self.cache.revision(folder.WORDS) != self.graph.revision:
            index.mark_unsound()
            index.replace(_stale(self.cache.held(folder.WORDS), self._held()), None, ())

    def take_links(self) -> set[str] | None:
        if not self._links_behind:
            return None
        self._links_behind = False
        return _stale(self.cache.held(folder.LINKS), self._held())

    def keep_line(self, file: str) -> None:
        """Say that `file` is in line with the graph as it is now."""
        if self.cache.revision(file) != self.graph.revision:
            self.cache.keep(file, self.graph.revision, self._held())

    def close(self, *, in_line: bool) -> None:
        try:
            if self.graph.has_written and in_line:
                with self.reported():
                    self.keep_line(folder.WORDS)
                    if not self._links_behind and self.cache.is_sound(folder.LINKS):
                        self.keep_line(folder.LINKS)
        finally:
            self.graph.close()
            self.cache.close()

    def _held(self) -> dict[str, str]:
        """When each reading was written, by its graph."""
        return {fact.graph: fact.value for fact in self.graph.facts(None, PROV.endedAtTime) if fact.graph not in LAYERS}


def opened(address: Address) -> Store:
    """The store on the server at `address`, for reading and writing; made where there is none.

    Raises StoreLockedError where another process writes to it, StoreError where it does not answer as asked.
    """
    with ExitStack() as stack:
        client = Client(address)
        stack.callback(client.close)
        graph = Remote.open(client)
        stack.callback(graph.close)
        home = OnServer(graph, _cache(graph))
        stack.callback(home.cache.close)
        store = _opened(home)
        stack.pop_all()
    return store


def read(address: Address) -> Store:
    """As `opened`, for reading only. Raises StoreError where no store is there."""
    with ExitStack() as stack:
        client = Client(address)
        stack.callback(client.close)
        graph = Remote.read(client)
        if not graph.revision and not graph.names():
            name = address.name
            raise StoreError(f"{name}: no store is there; make one with 'provenance ingest FILE --store {name}'")
        home = OnServer(graph, _cache(graph))
        stack.callback(home.cache.close)
        store = _read(home)
        stack.pop_all()
    return store


def _opened(home: OnServer) -> Store:
    with home.reported():
        if not home.cache.lock(WAIT):
            raise StoreLockedError(f"{_shown(home)}: another process brings it in line; try again")
        index = Index.open(home.cache.path / folder.WORDS)
        home.line_up(index)
        store = Store(home, index)
        store.bring_in_line()
        home.keep_line(folder.WORDS)
    return store


def _read(home: OnServer) -> Store:
    """Where another process of this user has the cache, its index is brought in line in memory."""
    with home.reported():
        is_own, words = home.cache.lock(), home.cache.path / folder.WORDS
        index = Index.open(words) if is_own else Index.read(words).copy()
        home.line_up(index)
        store = Store(home, index, may_write=False)
        store.bring_in_line()
        if is_own:
            home.keep_line(folder.WORDS)
            home.cache.unlock()
    return store


def _cache(graph: Remote) -> Cache:
    name = graph.client.address.name
    path = folder_of(name)
    with folder.reported(path):
        return Cache(path)


def _shown(home: OnServer) -> str:
    return folder.shown(home.cache.path)


def _stale(before: dict[str, str], now: dict[str, str]) -> set[str]:
    return {run for run, at in before.items() if now.get(run) != at}


def revision(address: Address) -> str:
    """That of the graph at `address`, as it is now. Raises as `read`."""
    client = Client(address)
    try:
        return state.read(client).revision
    finally:
        client.close()

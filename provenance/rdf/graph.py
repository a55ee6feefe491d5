"""The quads on disk or in memory: a thin layer over Oxigraph in which terms are looked up by their strings."""

from __future__ import annotations

from time import sleep
from typing import IO, TYPE_CHECKING, NamedTuple, Self

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from provenance.errors import StoreLockedError
from provenance.rdf.folder import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path


FLUSH = 100_000
"""Quads written between flushes: what is in the log only, a reader must go through each time it opens the store."""
TRIES = 100
PAUSE = 0.05
"""Seconds."""


class Fact(NamedTuple):
    """A quad as strings; `value` is an IRI or what a literal says."""

    subject: str
    predicate: str
    value: str
    graph: str


class Graph:
    """`path` is None for one in memory only.

    Methods raise OSError, or RuntimeError for damaged files; `folder.reported` makes one line of them.
    """

    def __init__(self, store: Store, path: Path | None = None) -> None:
        self.store = store
        self.path = path
        self.has_written = False
        """Since it was opened."""
        self._in_log = 0

    @classmethod
    def open(cls, path: Path) -> Self:
        return cls(Store(str(path)), path)

    @classmethod
    def read(cls, path: Path) -> Self:
        """As it is now: what another process writes later is not seen.

        Oxigraph reads the list of its files, then the files: where another process replaced some in between, what was
        opened is no one state of the store, so that it is opened again. Raises StoreLockedError where that goes on.
        """
        for _ in range(TRIES):
            before = _files(path)
            try:
                store = Store.read_only(str(path))
            except (OSError, RuntimeError):
                if _files(path) == before:
                    raise
            else:
                if _files(path) == before:
                    return cls(store, path)
            sleep(PAUSE)
        raise StoreLockedError(f"{shown(path.parent)}: another process is rewriting it; try again")

    @classmethod
    def memory(cls) -> Self:
        return cls(Store())

    def __len__(self) -> int:
        return len(self.store)

    def close(self) -> None:
        """Let go of the files, which Oxigraph unlocks with the last reference; nothing is to be asked afterwards."""
        del self.store

    def flush(self) -> None:
        """On disk, and quick to open, when this returns."""
        self.store.flush()
        self._in_log = 0

    def n_quads(self) -> bytes:
        """All of it as N-Quads (W3C, RDF 1.1 N-Quads)."""
        return self.store.dump(format=RdfFormat.N_QUADS) or b""

    def write(self, stream: IO[bytes]) -> None:
        """All of it, as `n_quads`, to `stream`."""
        self.store.dump(stream, format=RdfFormat.N_QUADS)

    def load(self, stream: IO[bytes]) -> None:
        """What `write` wrote, into an empty graph: not atomic. Raises SyntaxError where it is no N-Quads."""
        self.store.bulk_load(stream, format=RdfFormat.N_QUADS)
        self.flush()

    def fill(self, quads: Iterable[Quad]) -> None:
        """`quads` into an empty graph: not atomic."""
        self.store.bulk_extend(quads)
        self.flush()

    def names(self) -> list[str]:
        """The named graphs, in order."""
        return sorted(name.value for name in self.store.named_graphs() if isinstance(name, NamedNode))

    def quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        thing: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """Those that match; None matches everything, `thing` an IRI."""
        return self.store.quads_for_pattern(_node(subject), _node(predicate), _node(thing), _node(graph))

    def facts(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        thing: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Fact]:
        """As `quads`; only those in named graphs, without blank nodes, which are all that this program writes."""
        for quad in self.quads(subject, predicate, thing, graph):
            match quad.subject, quad.object, quad.graph_name:
                case NamedNode() as node, (NamedNode() | Literal()) as term, NamedNode() as name:
                    yield Fact(node.value, quad.predicate.value, term.value, name.value)

    def values(self, subject: str, predicate: str, graph: str | None = None) -> list[str]:
        """The IRIs and literals that `subject` has by `predicate`."""
        return [fact.value for fact in self.facts(subject, predicate, None, graph)]

    def add(self, quads: Collection[Quad]) -> None:
        """Write `quads`, all or none, also under SIGKILL."""
        self.store.extend(quads)
        self._logged(len(quads))

    def replace(self, gone: Collection[str], name: str, quads: list[Quad]) -> None:
        """Drop the graphs `gone` and write `quads` to the graph `name`, all of it or none, also under SIGKILL."""
        if gone:
            drops = "".join(f"DROP GRAPH {NamedNode(old)} ;\n" for old in sorted(gone))
            self.store.update(f"{drops}INSERT DATA {{ GRAPH {NamedNode(name)} {{\n{n_triples(quads)}}} }}")
        else:
            self.store.extend(quads)
        self._logged(len(quads) * (2 if gone else 1))

    def drop(self, gone: Collection[str]) -> None:
        """Drop the graphs `gone`, all or none."""
        self.store.update(" ;\n".join(f"DROP GRAPH {NamedNode(old)}" for old in sorted(gone)))
        self._logged(len(gone))

    def amend(self, name: str, gone: Collection[Quad], quads: Collection[Quad]) -> None:
        """Take `gone` out of the graph `name` and write `quads` to it, all of it or none, also under SIGKILL."""
        if gone:
            graph = NamedNode(name)
            self.store.update(
                f"DELETE DATA {{ GRAPH {graph} {{\n{n_triples(gone)}}} }} ;\n"
                f"INSERT DATA {{ GRAPH {graph} {{\n{n_triples(quads)}}} }}"
            )
        else:
            self.store.extend(quads)
        self._logged(len(quads) + len(gone))

    def settle(self) -> None:
        """Flush what is in the log only."""
        if self._in_log:
            self.flush()

    def _logged(self, quads: int) -> None:
        self.has_written = True
        self._in_log += quads
        if self._in_log >= FLUSH:
            self.flush()


def _files(path: Path) -> frozenset[str]:
    return frozenset(entry.name for entry in path.iterdir() if entry.suffix in (".sst", ".log"))


def n_triples(quads: Iterable[Quad]) -> str:
    """The triples of `quads`, as N-Triples (W3C, RDF 1.1 N-Triples)."""
    return (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode()


def is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _node(iri: str | None) -> NamedNode | None:
    return None if iri is None else NamedNode(iri)

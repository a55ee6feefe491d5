"""The quads on disk or in memory: a thin layer over Oxigraph."""

from __future__ import annotations

from itertools import groupby
from time import sleep
from typing import IO, TYPE_CHECKING, Self

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from provenance.errors import StoreLockedError
from provenance.rdf.folder import shown
from provenance.rdf.graph import Graph, n_triples, node

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from provenance.rdf.graph import Pattern


FLUSH = 100_000
"""Quads written between flushes: what is in the log only, a reader must go through each time it opens the store."""
TRIES = 100
PAUSE = 0.05
"""Seconds."""


class Embedded(Graph):
    """`path` is None for one in memory only.

    Methods raise OSError, or RuntimeError for damaged files; `folder.reported` makes one line of them.
    """

    def __init__(self, store: Store, path: Path | None = None) -> None:
        self.store = store
        self.path = path
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

    def __contains__(self, quad: Quad) -> bool:
        return quad in self.store

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
        return self.store.quads_for_pattern(node(subject), node(predicate), node(thing), node(graph))

    def ahead(self, *steps: Callable[[], Iterable[Pattern]]) -> None:
        """Nothing: it is near."""

    def replace(self, gone: Collection[str], name: str, quads: list[Quad]) -> None:
        """Drop the graphs `gone` and write `quads` to the graph `name`, all of it or none, also under SIGKILL."""
        if gone:
            drops = "".join(f"DROP GRAPH {NamedNode(old)} ;\n" for old in sorted(gone))
            self.store.update(f"{drops}INSERT DATA {{ GRAPH {NamedNode(name)} {{\n{n_triples(quads)}}} }}")
        else:
            self.store.extend(quads)
        self._logged(len(quads) * (2 if gone else 1))

    def pour(self, quads: Sequence[Quad]) -> None:
        """All of it or none, also under SIGKILL."""
        names = {quad.graph_name for quad in quads}
        if any(self.store.contains_named_graph(name) for name in names if isinstance(name, NamedNode)):
            drops = "".join(f"DROP SILENT GRAPH {name} ;\n" for name in names)
            parts = groupby(quads, key=lambda quad: quad.graph_name)
            told = "".join(f"GRAPH {name} {{\n{n_triples(some)}}}\n" for name, some in parts)
            self.store.update(f"{drops}INSERT DATA {{ {told} }}")
        else:
            self.store.extend(quads)
        self._logged(len(quads))

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

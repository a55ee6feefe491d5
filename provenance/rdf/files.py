"""The graph of a store on disk: opened for one writer or for readers, and replaced by one in fresh files.

Oxigraph keeps every string that a graph ever held, also of quads long removed, and RocksDB keeps what was overwritten
until it merges its files: only in fresh files is nothing left. They are written beside the old ones, which `store.json`
names until they are whole. Whoever holds the old ones for writing holds the new ones before it names them, so that one
process writes at a time throughout.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.errors import StoreError, StoreLockedError
from provenance.rdf import folder, migrations, record
from provenance.rdf.embedded import Embedded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TRIES = 100


def opened(path: Path) -> Embedded:
    """The graph for writing; an older format is brought forward, and what a killed writer left is deleted.

    Raises OSError where another process writes to it.
    """
    for _ in range(TRIES):
        before = folder.check(path)
        graph = Embedded.open(path / before.graph)
        if record.read(path) == before:
            graph = migrations.migrate(path, before, graph)
            tidy(path)
            return graph
        del graph
    raise StoreLockedError(f"{folder.shown(path)}: another process is rewriting it; try again")


def read(path: Path) -> Embedded:
    """The graph for reading, though another process replaces it meanwhile.

    Raises StoreError where nothing was ever stored, as when the first writer was killed before it could, and
    StoreLockedError where it is replaced on and on.
    """
    for _ in range(TRIES):
        before = folder.check(path)
        graph = path / before.graph
        try:
            return Embedded.read(graph)
        except (OSError, RuntimeError, StoreError):
            if record.read(path) == before:
                if not (path / folder.WORDS).exists() and not any(graph.glob("*.sst")):
                    raise folder.no_store(path) from None
                raise
    raise StoreLockedError(f"{folder.shown(path)}: another process is rewriting it; try again")


def rewritten(path: Path, graph: Embedded) -> Embedded:
    """The same in fresh files, open for writing, by which the store goes on; the old ones are for `tidy`."""
    before = record.read(path)
    fresh = path / before.next_graph
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        new = Embedded.open(fresh)
        new.fill(graph.quads())
        record.write(path, replace(before, graph=fresh.name, forgetting=()))
    except BaseException:
        if record.read(path) == before:
            shutil.rmtree(fresh, ignore_errors=True)
        raise
    return new


def promise(path: Path, articles: Iterable[str]) -> None:
    """Say on disk that articles, by IRI, are to leave no trace; `rewritten` makes it true."""
    before = record.read(path)
    record.write(path, replace(before, forgetting=tuple(sorted({*before.forgetting, *articles}))))


def promised(path: Path) -> tuple[str, ...]:
    """The articles, by IRI, of which a trace may be left because a writer that forgot them was killed."""
    return record.read(path).forgetting


def trim(graph: Path) -> None:
    """Delete what RocksDB keeps of a graph that was flushed and is closed: the log of what is in its files by now.

    It does so when the graph is next opened, and leaves diaries of its own each time. Nothing happens where another
    process has begun to write to it.
    """
    with suppress(OSError):
        Embedded.open(graph).close()
        for diary in graph.glob("LOG.old.*"):
            diary.unlink(missing_ok=True)


def tidy(path: Path) -> None:
    """Delete the graphs that the store does not name. Raises OSError where one cannot be deleted."""
    for name in leftovers(path):
        shutil.rmtree(path / name)
    (path / record.PARTIAL).unlink(missing_ok=True)


def leftovers(path: Path) -> list[str]:
    """The folders of graphs that a writer, killed while it replaced one, left in the store."""
    named = record.read(path).graph
    return sorted(entry.name for entry in path.iterdir() if record.is_graph(entry.name) and entry.name != named)

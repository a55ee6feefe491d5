"""A store filled quickly with readings: as one by one, but that many articles are written and concluded at once.

What they come to is the same: what is concluded does not depend on the order in which articles come.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from benchmarks import news
from provenance import sqlite
from provenance.candidates import Candidates
from provenance.iris import run_iri, snapshot_iri
from provenance.library import LINKS
from provenance.linking.incremental import IncrementalLinker
from provenance.linking.prepared import prepared
from provenance.rdf import claims, mapping
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from provenance.linking.prepared import Prepared
    from provenance.model import Reading

BATCH = 1000
"""Articles that are linked at once."""
LOAD = 10_000
"""Articles that are written at once where nothing is linked: the more, the fewer files Oxigraph merges afterwards."""


class _Store(Store):
    """Takes many readings at once."""

    def add_new(self, readings: Mapping[str, Reading]) -> None:
        """As `add` of readings, by the names of their graphs, of which the store holds no other version."""
        self._begin()
        self._index_behind = True
        now = datetime.now(UTC)
        self._graph.store.bulk_extend(quad for one in readings.values() for quad in mapping.kept_quads(one, now))
        with sqlite.transaction(self._index._connection):  # noqa: SLF001
            for run, one in readings.items():
                self._index._add(run, claims.entries(one))  # noqa: SLF001
        self._index_behind = False


class Projected(IncrementalLinker):
    """Links without an encoder, by random projections of words."""

    def _prepared(self, reading: Reading) -> Prepared:
        return prepared(reading, news.projected(reading))


def fill(path: Path, readings: Iterator[Reading], count: int) -> int:
    """Add `count` of `readings` to the store at `path`, which holds none of them; how many statements they have."""
    statements = 0
    with _Store.open(path) as store:
        linker = Projected(store, Candidates.open(path.resolve() / LINKS), together=BATCH)
        while batch := list(islice(readings, min(BATCH, count))):
            count -= len(batch)
            statements += sum(len(one.attributions) for one in batch)
            named = {run_iri(snapshot_iri(one.article), one.extractor): one for one in batch}
            store.add_new(named)
            for run, one in named.items():
                linker.put(run, one)
            linker.settle()
        linker.close()
    return statements


def keep(path: Path, readings: Iterator[Reading], count: int) -> int:
    """As `fill`, but that nothing is linked."""
    statements = 0
    with _Store.open(path) as store:
        while batch := list(islice(readings, min(LOAD, count))):
            count -= len(batch)
            statements += sum(len(one.attributions) for one in batch)
            store.add_new({run_iri(snapshot_iri(one.article), one.extractor): one for one in batch})
    return statements

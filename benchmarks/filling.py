"""A store filled with made-up news as a first load fills it, a thousand articles at a time, and without an encoder."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import news
from provenance.candidates import Candidates
from provenance.ingestor.bulk import BATCH
from provenance.iris import run_iri, snapshot_iri
from provenance.library import LINKS
from provenance.linking.incremental import IncrementalLinker
from provenance.linking.prepared import prepared
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.linking.prepared import Prepared
    from provenance.model import Reading


class Filled(NamedTuple):
    """How many articles were added; seconds of the processor to keep and to link them; the most memory, in bytes."""

    articles: int
    kept: float
    linked: float
    memory: int


class Projected(IncrementalLinker):
    """Links without an encoder, by random projections of words."""

    def _prepared(self, reading: Reading) -> Prepared:
        return projected(reading)


def projected(reading: Reading) -> Prepared:
    return prepared(reading, news.projected(reading))


def readied(readings: Iterable[Reading]) -> list[tuple[str, Reading, Prepared]]:
    """Each with the name of its graph, and with what linking needs of it."""
    return [(run_iri(snapshot_iri(one.article), one.extractor), one, projected(one)) for one in readings]


def fill(path: Path, articles: int) -> Filled:
    """Bring the store at `path` to so many articles of the news, as a first load does; what it holds is gone on from.

    What linking needs of a reading is made while no clock runs: it is a part of reading it.
    """
    added, kept, linked = 0, 0.0, 0.0
    with Store.open(path) as store:
        linker = Projected(store, Candidates.open(path.resolve() / LINKS))
        for _ in linker.catch_up():
            pass
        for batch in _missing(store, articles):
            made = readied(batch)
            start = process_time()
            linker.begin()
            store.add_all(batch)
            then = process_time()
            linker.hold(made)
            linker.settle()
            kept, linked = kept + then - start, linked + process_time() - then
            added += len(batch)
        linker.close()
    return Filled(added, kept, linked, most_memory())


def keep(path: Path, articles: int) -> None:
    """As `fill`, but that nothing is linked."""
    with Store.open(path) as store:
        for batch in _missing(store, articles):
            store.add_all(batch)


def most_memory() -> int:
    """Of this process alone, in bytes (Linux: what `getrusage` gives begins with that of the process before it)."""
    [found] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found) * 1024


def _missing(store: Store, articles: int) -> Iterator[list[Reading]]:
    missing = islice(news.readings(), len(store.runs()), articles)
    while batch := list(islice(missing, BATCH)):
        yield batch

"""What articles cost as the store grows: one more by itself, as `ingest` adds them, and as a first load does.

GROWING_SIZES gives the sizes of the stores in articles, by default 1000,10000,30000; each is at least a few thousand
more than the one before. Made-up news holds three statements an article. The store is kept in GROWING_STORE where that
is given, and gone on from the next time, also where this was killed.

The news is made up (`benchmarks.news`) and what is read in it is known, so no reader takes part, and in place of the
encoder's vectors stand random projections of the words: what is measured is linking and writing. Between two sizes the
store is filled as a first load fills it (`benchmarks.filling`). Each measure is taken in a new process. Seconds of the
processor, which other programs on the machine disturb less than the clock, beside the clock where one article waits.
"""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from benchmarks import news
from benchmarks.filling import Projected, fill, most_memory, readied
from benchmarks.keeping import traced
from benchmarks.loading import ingested
from provenance.candidates import Candidates
from provenance.ingestor.bulk import BATCH
from provenance.iris import run_iri, snapshot_iri
from provenance.library import LINKS
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.filling import Filled
    from provenance.model import Reading

SIZES = "1000,10000,30000"
"""In articles."""
WARM = 20
"""Articles before the measured ones: a new process loads what it needs."""
NEW = 200
TOGETHER = 640
"""Articles that are added as `ingest` adds them, some of which wait for each other."""
TRACED = 1000
"""The first articles, of whose claims some are traced in every store."""
Given = TypeVar("Given")


class _Times(NamedTuple):
    """Seconds by article: to keep it, to link it, and of the processor for both; the most memory, in bytes."""

    kept: list[float]
    linked: list[float]
    worked: list[float]
    memory: int


def run() -> Iterator[str]:
    first: _Times | None = None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(os.environ.get("GROWING_STORE", folder)) / "store"
        for size in sorted(set(map(int, os.environ.get("GROWING_SIZES", SIZES).split(",")))):
            filled = _in_a_process(fill, path, size)
            yield f"{size:,} articles"
            yield from _loaded(filled)
            times = _in_a_process(measured, path)
            first = first or times
            yield from _lines(times, first)
            ingested = _in_a_process(as_ingested, path) / TOGETHER
            yield f"  {TOGETHER} as ingest adds them: {1000 * ingested:.1f} ms each, of the processor"
            loaded = _in_a_process(fill, path, size + WARM + NEW + TOGETHER + BATCH)
            yield from _loaded(loaded, ingested)
            yield from _sizes(path)
            yield from _in_a_process(_traces, path)


def measured(path: Path) -> _Times:
    """What adding more of the news to the store takes, article by article, the first WARM left out."""
    rows = []
    with Store.open(path) as store:
        linker = Projected(store, Candidates.open(path.resolve() / LINKS))
        for one in _next(store, WARM + NEW):
            worked, start = process_time(), perf_counter()
            linker.begin()
            store.add(one)
            kept = perf_counter()
            linker.join(run_iri(snapshot_iri(one.article), one.extractor), one)
            rows.append((kept - start, perf_counter() - kept, process_time() - worked))
        linker.close()
    kept_all, linked, worked_all = (list(column) for column in zip(*rows[WARM:], strict=True))
    return _Times(kept_all, linked, worked_all, most_memory())


def as_ingested(path: Path) -> float:
    """Seconds of the processor that it takes to add TOGETHER more of the news."""
    with Store.read(path) as store:
        made = readied(_next(store, TOGETHER))
    return ingested(path, made)


def _next(store: Store, count: int) -> list[Reading]:
    """Of the news what the store does not hold yet."""
    held = len(store.runs())
    return list(islice(news.readings(), held, held + count))


def _in_a_process(work: Callable[..., Given], *given: object) -> Given:
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        return other.submit(work, *given).result()


def _traces(path: Path) -> list[str]:
    return list(traced(path, list(islice(news.readings(), TRACED))))


def _loaded(filled: Filled, ingested: float = 0.0) -> Iterator[str]:
    """What an article took in a first load, against one as `ingested`, in seconds; nothing where none was missing."""
    if not filled.articles:
        return
    kept, linked = (1000 * seconds / filled.articles for seconds in (filled.kept, filled.linked))
    against = f", {1000 * ingested / (kept + linked):.2f} × as fast" if ingested else ""
    yield (
        f"  {filled.articles:,} as a first load adds them: {kept + linked:.1f} ms each, of the processor"
        f" ({kept:.1f} kept, {linked:.1f} linked{against}); peak memory {filled.memory / 2**20:.0f} MiB"
    )


def _lines(times: _Times, first: _Times) -> Iterator[str]:
    both = [[sum(pair) for pair in zip(one.kept, one.linked, strict=True)] for one in (times, first)]
    for name, now, then in (
        ("linked", times.linked, first.linked),
        ("kept and linked", *both),
        ("  of the processor", times.worked, first.worked),
    ):
        yield f"  one more, {name}: {_against(np.median, now, then)}; p95 {_against(_p95, now, then)}"
    yield f"  peak memory {times.memory / 2**20:.0f} MiB, {times.memory / first.memory:.2f} × the first"


def _against(measure: Callable[[list[float]], float], now: list[float], then: list[float]) -> str:
    return f"{1000 * measure(now):.1f} ms, {measure(now) / measure(then):.2f} × the first"


def _p95(times: list[float]) -> float:
    return float(np.percentile(times, 95))


def _sizes(path: Path) -> Iterator[str]:
    """Each part of the store on disk, and the quads that it keeps."""
    with Store.read(path) as store:
        counts = store.counts()
    parts = {one.name: sum(file.stat().st_size for file in (one, *one.rglob("*")) if file.is_file())
             for one in path.iterdir()}  # fmt: skip
    each = {name: size / counts.statements for name, size in sorted(parts.items())}
    shown = ", ".join(f"{name} {size:,.0f}" for name, size in each.items() if size > 1)
    yield (
        f"  then {counts.articles:,} articles, {counts.statements:,} statements: {sum(each.values()):,.0f} bytes"
        f" and {counts.quads / counts.statements:.1f} quads each ({shown})"
    )

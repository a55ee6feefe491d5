"""What one more article costs as the store grows: kept and linked, one by one, in a store of each of so many articles.

GROWING_SIZES gives the sizes of the stores in articles, by default 1000,10000,30000: 100000 take about an hour to fill.
Each is at least WARM + NEW more than the one before.

The news is made up (`benchmarks.news`) and what is read in it is known, so no reader takes part, and in place of the
encoder's vectors stand random projections of the words: what is measured is linking and writing. The store between two
sizes is filled a thousand articles at a time (`benchmarks.filling`), with the same result. Each size is measured in a
new process. Wall-clock times beside those of the processor, which other programs on the machine disturb less.
"""

from __future__ import annotations

import os
import re
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks import news
from benchmarks.filling import Projected, fill
from provenance.candidates import Candidates
from provenance.iris import run_iri, snapshot_iri
from provenance.library import LINKS
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from provenance.model import Reading

SIZES = "1000,10000,30000"
"""In articles."""
WARM = 20
"""Articles before the measured ones: a new process loads what it needs."""
NEW = 200


class _Times(NamedTuple):
    """Seconds by article: to keep it, to link it, and of the processor for both; the most memory, in bytes."""

    kept: list[float]
    linked: list[float]
    worked: list[float]
    memory: int


def run() -> Iterator[str]:
    first: _Times | None = None
    with tempfile.TemporaryDirectory() as folder:
        path, coming, articles, statements = Path(folder) / "store", news.readings(), 0, 0
        for size in sorted(set(map(int, os.environ.get("GROWING_SIZES", SIZES).split(",")))):
            start = perf_counter()
            statements += fill(path, coming, size - articles)
            filled = 1000 * (perf_counter() - start) / (size - articles)
            new = list(islice(coming, WARM + NEW))
            articles, statements = size + len(new), statements + sum(len(one.attributions) for one in new)
            with ProcessPoolExecutor(1, get_context("spawn")) as other:
                times = other.submit(measured, path, new).result()
            first = first or times
            yield f"{size:,} articles (filled in {filled:.0f} ms each)"
            yield from _lines(times, first)
            yield from _sizes(path, statements)


def measured(path: Path, readings: Sequence[Reading]) -> _Times:
    """What adding `readings` to the store takes, the first WARM left out."""
    rows = []
    with Store.open(path) as store:
        linker = Projected(store, Candidates.open(path.resolve() / LINKS))
        for one in readings:
            worked, start = process_time(), perf_counter()
            linker.begin()
            store.add(one)
            kept = perf_counter()
            linker.join(run_iri(snapshot_iri(one.article), one.extractor), one)
            rows.append((kept - start, perf_counter() - kept, process_time() - worked))
        linker.close()
    kept_all, linked, worked_all = (list(column) for column in zip(*rows[WARM:], strict=True))
    return _Times(kept_all, linked, worked_all, _most_memory())


def _lines(times: _Times, first: _Times) -> Iterator[str]:
    both = [[sum(pair) for pair in zip(one.kept, one.linked, strict=True)] for one in (times, first)]
    for name, now, then in (
        ("linked", times.linked, first.linked),
        ("kept and linked", *both),
        ("  of the processor", times.worked, first.worked),
    ):
        yield f"  {name}: {_against(np.median, now, then)}; p95 {_against(_p95, now, then)}"
    yield f"  peak memory {times.memory / 2**20:.0f} MiB, {times.memory / first.memory:.2f} × the first"


def _against(measure: Callable[[list[float]], float], now: list[float], then: list[float]) -> str:
    return f"{1000 * measure(now):.1f} ms, {measure(now) / measure(then):.2f} × the first"


def _p95(times: list[float]) -> float:
    return float(np.percentile(times, 95))


def _sizes(path: Path, statements: int) -> Iterator[str]:
    """Each part of the store on disk."""
    parts = {one.name: sum(file.stat().st_size for file in (one, *one.rglob("*")) if file.is_file())
             for one in path.iterdir()}  # fmt: skip
    shown = ", ".join(f"{name} {size / statements:.0f}" for name, size in sorted(parts.items()) if size > statements)
    total = sum(parts.values())
    yield f"  {statements:,} statements: {total / 2**20:.0f} MiB on disk, {total / statements:.0f} bytes each ({shown})"


def _most_memory() -> int:
    """Of this process alone, in bytes (Linux: what `getrusage` gives begins with that of the process before it)."""
    [found] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found) * 1024

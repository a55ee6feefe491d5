"""Many pages into a store, by one process and by more: articles a second, memory, and where more stop paying.

JOBS_SIZES gives the numbers of articles, by default 200,600 (the aim is set for 1000,10000, which takes an hour or more
on two cores); JOBS the numbers of processes that read, by default 1,2. The pages are the invented events with names and
dates exchanged, in one WARC (`benchmarks.retold`). Each ingest is a process of its own with what it starts; memory is
what they hold together, shared pages divided (PSS of Linux), looked at again and again. Stores of up to COMPARED
articles are compared quad for quad.
"""

from __future__ import annotations

import os
import re
import resource
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import retold
from benchmarks.loading import fingerprint
from provenance.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES, JOBS = "200,600", "1,2"
LOOK = 0.25
"""Seconds between two looks at the memory."""
COMPARED = 2000
"""Articles up to which stores are compared."""


class _Cost(NamedTuple):
    """Seconds, also of the processor: of the process that writes, and of those that read; the most memory in bytes.

    `again` are the seconds of the same ingest once more, where there is nothing to do.
    """

    seconds: float
    writer: float
    readers: float
    memory: int
    again: float


def run() -> Iterator[str]:
    sizes = sorted(map(int, os.environ.get("JOBS_SIZES", SIZES).split(",")))
    numbers = sorted(map(int, os.environ.get("JOBS", JOBS).split(",")))
    first: dict[int, _Cost] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            pages = retold.laid(Path(place), size)
            costs = {jobs: _cost(pages, Path(place) / f"store-{jobs}", jobs) for jobs in numbers}
            yield f"{size:,} pages, in {'one WARC' if pages.is_file() else 'files'}"
            for jobs, cost in costs.items():
                yield from _lines(size, jobs, cost, costs[numbers[0]], first.setdefault(jobs, cost))
            if size <= COMPARED:
                made = {fingerprint(Path(place) / f"store-{jobs}") for jobs in numbers}
                yield f"  the stores are {'the same' if len(made) == 1 else 'NOT the same'}, but for times"


def _lines(size: int, jobs: int, cost: _Cost, one: _Cost, small: _Cost) -> Iterator[str]:
    yield (
        f"  jobs {jobs}: {size / cost.seconds:.2f} articles/s, {one.seconds / cost.seconds:.2f} × jobs 1;"
        f" {cost.memory / 2**20:.0f} MiB, {cost.memory / small.memory:.2f} × the first size;"
        f" again, nothing to do: {1000 * cost.again / size:.1f} ms an article"
    )
    ends = f": of more than {cost.readers / cost.writer:.1f} readers each waits for it" if cost.readers else ""
    yield (
        f"    of the processor, an article: {1000 * cost.writer / size:.0f} ms where it is written,"
        f" {1000 * cost.readers / size:.0f} ms where it is read{ends}"
    )


def _cost(pages: Path, store: Path, jobs: int) -> _Cost:
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        return other.submit(measured, pages, store, jobs).result()


def measured(pages: Path, store: Path, jobs: int) -> _Cost:
    """What it costs this process, and those that it starts."""
    peak, done = [0], threading.Event()
    watch = threading.Thread(target=_watch, args=(peak, done), daemon=True)
    watch.start()
    times = []
    for _ in range(2):
        start = perf_counter()
        with Library.open(store, threads=1) as library:
            for _ in library.ingest(pages, jobs=jobs):
                pass
        times.append(perf_counter() - start)
        done.set()
        watch.join()
        if len(times) == 1:
            own, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return _Cost(times[0], own.ru_utime + own.ru_stime, theirs.ru_utime + theirs.ru_stime, peak[0], times[1])


def _watch(peak: list[int], done: threading.Event) -> None:
    while not done.wait(LOOK):
        peak[0] = max(peak[0], sum(map(_memory, _family(os.getpid()))))


def _family(process: int) -> Sequence[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        threads = Path(f"/proc/{process}/task").iterdir()
        children += [one for thread in threads for one in (thread / "children").read_text("ascii").split()]
    except OSError:
        return [process]
    return [process, *{one for child in children for one in _family(int(child))}]


def _memory(process: int) -> int:
    try:
        [found] = re.findall(
            r"^Pss:\s+(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text("ascii"), re.MULTILINE
        )
    except (OSError, ValueError):
        return 0
    return int(found) * 1024

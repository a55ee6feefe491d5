"""The explorer on loopback: pages against an empty one, by one reader, and by fifty while articles are added.

The readers are threads of this process, the explorer and what adds are processes of their own. The empty page asks
nothing of the store; all share the machine. A page that was made stays made until something is written to the store: so
each claim and article is asked for once first, and then several of them in turn.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, perf_counter
from typing import TYPE_CHECKING

import httpx

from benchmarks import news
from provenance import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    Pages = dict[str, list[str]]

ARTICLES = 100
"""In the store at first."""
READERS, SECONDS = 50, 60
DIFFERENT = 20
"""Claims, and articles, that are asked for in turn: those that most articles make, and the first by key."""
EMPTY = "/read"


def run() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        add(store, 0, ARTICLES)
        with Library.open(store, mode="r") as library:
            claims = [f"/claim/{one.id.rsplit('/', 1)[-1]}" for one in islice(library.claims(), DIFFERENT)]
            articles = [f"/article/{one.id.rsplit('/', 1)[-1]}" for one in library.articles()[:DIFFERENT]]
        paths = {"empty": [EMPTY], "home": ["/"], "claim": claims, "article": articles}
        command = (sys.executable, "-m", "provenance", "serve", "--store", str(store), "--port", "0")
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
            told = re.search(r"http://\S+", server.stdout.readline() if server.stdout else "")
            assert told, "it did not start"  # noqa: S101
            at = told[0].rstrip("/")
            yield from _shown(_first(at, paths), "one reader, each page for the first time")
            yield from _shown(_asked(at, paths, 1, SECONDS / 6), "one reader")
            adding = (sys.executable, "-c", f"from benchmarks.serving import add; add({str(store)!r}, {ARTICLES}, 0)")
            with subprocess.Popen(adding) as writer:
                yield from _shown(_asked(at, paths, READERS, SECONDS), f"{READERS} readers, and articles are added")
                writer.terminate()
            server.send_signal(signal.SIGINT)
        with Library.open(store, mode="r") as library:
            yield f"added meanwhile: {len(library.articles()) - ARTICLES} articles"


def add(store: Path | str, start: int, number: int) -> None:
    """Add so many articles, or go on until ended where that is 0."""
    with Library.open(store) as library:
        for reading in islice(news.readings(), start, start + number if number else None):
            library.add(reading)


def _first(at: str, paths: Pages) -> dict[str, list[float]]:
    """The times of each page as it is made, the store being counted; the empty one as often as there are claims."""
    with httpx.Client(base_url=at, timeout=300) as client:
        for path in (EMPTY, "/api/overview", EMPTY):
            client.get(path).raise_for_status()
        once = {name: paths[name] for name in ("claim", "article")} | {"empty": [EMPTY] * DIFFERENT}
        return {name: [_time(client, path) for path in each] for name, each in once.items()}


def _time(client: httpx.Client, path: str) -> float:
    """In seconds. Raises httpx.HTTPStatusError for an answer that is an error."""
    began = perf_counter()
    client.get(path).raise_for_status()
    return perf_counter() - began


def _asked(at: str, paths: Pages, readers: int, seconds: float) -> dict[str, list[float]]:
    """The times of each page, in seconds. Raises httpx.HTTPStatusError for an answer that is an error."""
    until = monotonic() + seconds

    def read(start: int) -> list[tuple[str, float]]:
        times = []
        with httpx.Client(base_url=at, timeout=300) as client:
            for number in count(start):
                if monotonic() > until:
                    return times
                name = list(paths)[number % len(paths)]
                times.append((name, _time(client, paths[name][number // len(paths) % len(paths[name])])))
        return times

    with ThreadPoolExecutor(readers) as pool:
        times = [one for each in pool.map(read, range(readers)) for one in each]
    return {name: [taken for asked, taken in times if asked == name] for name in paths}


def _shown(times: dict[str, list[float]], who: str) -> Iterator[str]:
    floor = quantiles(times["empty"], n=20)[-1]
    yield f"{who}: {sum(map(len, times.values()))} pages, no error"
    for name, taken in times.items():
        worst = quantiles(taken, n=20)[-1]
        yield f"  {name}: median {median(taken) * 1000:.0f} ms, p95 {worst * 1000:.0f} ms, {worst / floor:.1f} of empty"

"""A run on Spark against the same on one machine: articles a second, seconds of the processor, bytes shuffled, skew.

SPARK_PAGES is how many pages are read (the invented events retold, in one WARC), by default 200, by one process, by
two, and by Spark on one core and on two: each a process of its own, whose results are compared row for row and quad for
quad. SPARK_NEWS are the numbers of articles of made-up news that are linked only, by default 1000, against the
incremental linker, link for link; SPARK_STORY how many of one story, by default 300. Seconds of the processor are those
of a process with all that it starts, so that they hold on a machine that is busy; seconds by the clock do not.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import mean
from threading import Event, Thread
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import news, retold
from provenance.candidates import Candidates
from provenance.iris import article_iri, run_iri, snapshot_iri
from provenance.linking.incremental import IncrementalLinker
from provenance.linking.prepared import prepared
from provenance.rdf.mapping.links import link_quads, links
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.model import Link, Reading

ENGINES = {
    "one process": ("--engine", "local"),
    "two processes": ("--engine", "local", "--jobs", "2"),
    "Spark, one core": ("--engine", "spark", "--master", "local[1,4]"),
    "Spark, two cores": ("--engine", "spark", "--master", "local[2,4]"),
}
LOOK = 0.2
"""Seconds between two looks at what a process and its children have used."""


class _Cost(NamedTuple):
    """Seconds by the clock and of the processor, in all and in each step."""

    seconds: float
    processor: float
    steps: Mapping[str, float]


def run() -> Iterator[str]:
    yield from _pages(int(os.environ.get("SPARK_PAGES", "200")))
    for size in map(int, os.environ.get("SPARK_NEWS", "1000").split(",")):
        yield from _news(size, news.OPEN, news.SIZE, "made-up news")
    size = int(os.environ.get("SPARK_STORY", "300"))
    yield from _news(size, 1, 2 * size, "one story")


def _pages(size: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as place:
        pages = retold.laid(Path(place), size)
        costs = {}
        for name, options in ENGINES.items():
            out = Path(place) / name.replace(" ", "-")
            costs[name] = cost = _cost(
                [sys.executable, "-m", "provenance", "run", str(pages), "-o", str(out), *options]
            )
            told = f"{size / cost.seconds:.2f} articles/s, {1000 * cost.processor / size:.0f} ms of the processor each"
            yield f"{size:,} pages, {name}: {told}"
            yield from _steps(cost.steps, size, Path(place) / "log")
        one, two = costs["Spark, one core"], costs["Spark, two cores"]
        yield f"two cores: {one.seconds / two.seconds:.2f} × one, efficiency {one.seconds / two.seconds / 2:.2f}"
        yield f"  {one.processor / two.processor:.2f} by what they use of the processor"
        made = {_fingerprint(Path(place) / name.replace(" ", "-")) for name in ENGINES}
        yield f"the tables and quads are {'the same' if len(made) == 1 else 'NOT the same'}, but for times"


def _cost(words: list[str]) -> _Cost:
    """Of a command that tells its steps, "score: 1.2 s", as it ends them."""
    log = Path(words[words.index("-o") + 1]).parent / "log"
    log.mkdir(exist_ok=True)
    for old in log.iterdir():
        old.unlink()
    start = perf_counter()
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=os.environ | _logged(log))
    used, over = [0.0], Event()
    watch = Thread(target=_watch, args=(process.pid, used, over), daemon=True)
    watch.start()
    steps: dict[str, float] = {}
    before = 0.0
    for line in process.stderr or ():
        if ended := re.fullmatch(r"([a-z, ]+): [\d.]+ s\n", line):
            steps[ended[1]], before = used[0] - before, used[0]
    if process.wait():
        raise SystemExit(f"{' '.join(words)}: ended with {process.returncode}")
    over.set()
    return _Cost(perf_counter() - start, used[0], steps)


def _logged(folder: Path) -> dict[str, str]:
    """What has Spark write its event log there, in one file that is not compressed."""
    told = {"enabled": "true", "rolling.enabled": "false", "compress": "false", "dir": folder.as_uri()}
    said = " ".join(f"--conf spark.eventLog.{name}={value}" for name, value in told.items())
    return {"PYSPARK_SUBMIT_ARGS": f"{said} pyspark-shell"}


def _watch(process: int, used: list[float], over: Event) -> None:
    """The most that they had used: whoever is gone has used it too."""
    known: dict[int, float] = {}
    while not over.wait(LOOK):
        known.update({one: _used(one) for one in _family(process)})
        used[0] = sum(known.values())


def _family(process: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        children = [one for task in tasks for one in (task / "children").read_text("ascii").split()]
    except OSError:
        return [process]
    return [process, *(one for child in children for one in _family(int(child)))]


def _used(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _steps(steps: Mapping[str, float], size: int, log: Path) -> Iterator[str]:
    shuffled, skew = _shuffled(log)
    for name, seconds in steps.items():
        told = f"{1000 * seconds / size:.1f} ms, {shuffled[name] / size / 1000:.1f} kB shuffled an article"
        yield f"  {name}: {told}; the longest task {skew[name]:.1f} × the mean of its stage"


def _shuffled(log: Path) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Of each step the bytes that tasks wrote for others, and how much longer the longest one took, at the worst.

    From Spark's event log; of stages that take less than a second in all, none is the longest.
    """
    written: dict[str, float] = defaultdict(float)
    times: dict[int, list[float]] = defaultdict(list)
    step: dict[int, str] = {}
    for event in (json.loads(line) for file in log.iterdir() for line in file.read_text("utf8").splitlines()):
        if event["Event"] == "SparkListenerJobStart":
            name = event["Properties"].get("spark.job.description", "")
            step.update(dict.fromkeys(event["Stage IDs"], name))
        elif event["Event"] == "SparkListenerTaskEnd" and (metrics := event.get("Task Metrics")):
            stage = event["Stage ID"]
            written[step[stage]] += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            times[stage].append(metrics["Executor Run Time"] / 1000)
    worst: dict[str, float] = defaultdict(lambda: 1.0)
    for stage, each in times.items():
        if sum(each) >= 1:
            worst[step[stage]] = max(worst[step[stage]], max(each) / mean(each))
    return written, worst


def _fingerprint(out: Path) -> int:
    """Of all rows and quads but those that tell when, in whatever order."""
    from pyarrow.parquet import ParquetFile

    told = (
        f"{file.parent.name}{row}" for file in out.glob("*/*.parquet") for row in ParquetFile(file).read().to_pylist()
    )
    lines = (line for file in out.glob("quads/part-*") for line in file.read_text("utf8").split("\n"))
    found = [*told, *(line for line in lines if line and str(PROV.endedAtTime) not in line)]
    return sum(int.from_bytes(sha256(one.encode("utf8", "surrogatepass")).digest()[:16]) for one in found) % 2**128


def _news(size: int, stories: int, each: int, name: str) -> Iterator[str]:
    """Articles that are read already, linked by Spark and one after the other."""
    from provenance.runners import spark

    given = list(islice(news.readings(stories_open=stories, size=each), size))
    kept = [spark.Kept(article_iri(one.article), one, prepared(one, news.projected(one)), 0) for one in given]
    with tempfile.TemporaryDirectory() as place:
        log = Path(place)
        os.environ |= _logged(log)
        used, over, steps = [0.0], Event(), {}
        watch = Thread(target=_watch, args=(os.getpid(), used, over), daemon=True)
        watch.start()

        def tell(line: str) -> None:
            steps[line.partition(": ")[0]] = used[0] - sum(steps.values()) - own

        own, start = process_time(), perf_counter()
        found, claims = spark.link(kept, tell, master="local[2,4]")
        over.set()
        told = f"{size / (perf_counter() - start):.1f} articles/s, {len(found):,} links, {len(claims):,} claims"
        yield f"{size:,} articles of {name}, linked by Spark on two cores: {told}"
        yield from _steps(steps, size, log)
    start, own = perf_counter(), process_time()
    known = _incremental(given)
    told = f"{size / (perf_counter() - start):.1f} articles/s, {1000 * (process_time() - own) / size:.1f} ms each"
    yield f"  one after the other, in memory: {told}"
    same = known == {again for link in found for again in links(link_quads(link))}
    yield f"  the links are {'the same' if same else 'NOT the same'}"


def _incremental(given: list[Reading]) -> set[Link]:
    with Store.memory() as store:
        linker = IncrementalLinker(store, Candidates.memory())
        for one in given:
            store.add(one)
            linker.put(run_iri(snapshot_iri(one.article), one.extractor), one, prepared(one, news.projected(one)))
        linker.settle()
        return set(store.links())

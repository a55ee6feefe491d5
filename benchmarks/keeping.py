"""What keeping costs: bytes and quads a statement, by part; articles a second of known readings; traces of them.

Three stores: EACH articles of PolNeAR as the model reads them, from the data beside the checkout (left out where that
is not there), as many retold pages (`benchmarks.retold`), and as many articles of the made-up news as KEEPING_NEWS says
(1000). Nothing is read while the clock runs, and random projections stand in place of the encoder's vectors
(`benchmarks.filling`). What the model read is kept in the folder KEEPING_READINGS, where that is given, and taken from
there the next time. Each store is made one by one, as `ingest` makes it, and as a first load does
(`benchmarks.loading`); the first is measured as it lies when it is closed, and compacted.

To compare two versions, run each in a checkout of its own, by turns.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import news
from benchmarks.loading import by_turns
from benchmarks.retold import laid
from evaluation.articles import rows
from evaluation.run import DATA
from evaluation.splits import SETS
from provenance import Library, extract
from provenance.ingest import Extracted
from provenance.model import Article, Publisher, Statement
from provenance.rdf.mapping import lines
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import INFERRED, OA, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import Quad

    from provenance.model import Reading

EACH, NEWS = 300, "1000"
CLAIMS, ROUNDS = 60, 3
PASSAGES = {OA.hasSource, OA.hasSelector, OA.exact, OA.start, OA.end}
ABOUT = {PV.cue, PV.source, PV.mention, PV.evidence, PV.dateWords, PV.linkWords}


def run() -> Iterator[str]:
    corpora: dict[str, Callable[[], list[Reading]]] = {"made-up news": _made_up, "retold pages": _retold}
    if DATA.is_dir():
        corpora = {"PolNeAR": _polnear, **corpora}
    for name, readings in corpora.items():
        given = readings()
        yield f"{name}: {len(given)} articles, {sum(len(one.attributions) for one in given)} statements"
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            yield from other.submit(_measured, given).result()


def _measured(readings: list[Reading]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        linked = Path(folder) / "ingested-0"
        told = list(by_turns(Path(folder), readings))
        statements = sum(len(one.attributions) for one in readings)
        with Store.read(linked) as store:
            stored, given = list(store._graph.quads()), list(store.quads())  # noqa: SLF001
        told += [f"  quads in the store: {len(stored) / statements:.1f} a statement", *_shares(stored, statements)]
        told += [f"  quads exported: {len(given) / statements:.1f} a statement", *_shares(given, statements)]
        told += [*_bytes("as closed", linked, statements)]
        with Library.open(linked) as library:
            library.compact()
        told += [*_bytes("compacted", linked, statements), *traced(linked, readings)]
        told.append(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
        return told


def _shares(quads: list[Quad], statements: int) -> Iterator[str]:
    parts = Counter(map(_part, quads))
    yield "    " + ", ".join(f"{name} {count / statements:.2f}" for name, count in parts.most_common())


def _part(quad: Quad) -> str:
    predicate = quad.predicate.value
    if str(quad.graph_name) == f"<{INFERRED}>":
        return "claims" if predicate == PV.expresses or "/claim/" in str(quad.subject) else "links"
    if predicate in PASSAGES or (predicate == RDF.type and "/ns/oa#" in str(quad.object)):
        return "passages"
    if predicate in ABOUT:
        return "links to passages"
    if predicate == RDF.type:
        return "types"
    if predicate in {SCHEMA.text, SCHEMA.name}:
        return "texts and names"
    return "statements and hops" if "/attribution/" in f"{quad.subject}{quad.object}" else "articles and runs"


def _bytes(when: str, path: Path, statements: int) -> Iterator[str]:
    files = [one for one in path.rglob("*") if one.is_file()]
    yield f"  {when}: {sum(one.stat().st_size for one in files) / statements:,.0f} bytes a statement"
    parts = Counter[str]()
    for one in files:
        is_graph = one.parent != path
        parts[f"graph {one.suffix or 'rest'}" if is_graph else one.name] += one.stat().st_size
    shown = ", ".join(f"{name} {size / statements:,.0f}" for name, size in parts.most_common())
    yield f"    {shown}"
    for name in ("words.sqlite", "links.sqlite"):
        yield f"    {name}: {_tables(path / name, statements)}"


def _tables(path: Path, statements: int) -> str:
    with closing(sqlite3.connect(path)) as connection:
        try:
            found = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC").fetchall()
        except sqlite3.OperationalError:
            return "(this SQLite has no dbstat)"
    return ", ".join(f"{name} {size / statements:,.0f}" for name, size in found if size / statements >= 10)


def traced(path: Path, readings: list[Reading]) -> Iterator[str]:
    """What traces take of the claims that some of the statements of `readings` make in the store at `path`."""
    told = [Statement(reading, one) for reading in readings for one in reading.attributions]
    claims = told[:: max(1, len(told) // CLAIMS)][:CLAIMS]
    with Library.open(path, mode="r") as library, Store.read(path) as store:
        named = [store.claim_of(store.find(one.text, 1)[0].attribution) or "" for one in claims]
        taken = [[_timed(lambda claim=claim: library.trace(claim)) for claim in named] for _ in range(ROUNDS)]
    for place, clock in enumerate(("a trace", "  of the processor")):
        best = [1000 * min(times) for times in zip(*([one[place] for one in round_] for round_ in taken), strict=True)]
        yield f"  {clock}: {np.percentile(best, 50):.2f} ms (median), {np.percentile(best, 95):.2f} ms (p95)"


def _timed(action: Callable[[], object]) -> tuple[float, float]:
    """Seconds, on the clock and of the processor."""
    start, worked = perf_counter(), process_time()
    action()
    return perf_counter() - start, process_time() - worked


def _made_up() -> list[Reading]:
    return list(islice(news.readings(), int(os.environ.get("KEEPING_NEWS", NEWS))))


def _polnear() -> list[Reading]:
    return _read_once("polnear", lambda: map(_read, islice(rows(DATA / SETS["polnear.train"].path), EACH)))


def _retold() -> list[Reading]:
    with tempfile.TemporaryDirectory() as folder:
        pages = laid(Path(folder), EACH)
        return _read_once(
            "retold", lambda: (one.reading for one in extract(pages, threads=1) if isinstance(one, Extracted))
        )


def _read_once(name: str, read: Callable[[], Iterable[Reading]]) -> list[Reading]:
    """What `read` gives; from the folder KEEPING_READINGS, where that is given and it is there."""
    kept = os.environ.get("KEEPING_READINGS", "")
    path = Path(kept) / f"{name}.lines"
    if kept and path.exists():
        return [lines.reading(line) for line in path.read_text(encoding="utf8").split("\n") if line]
    readings = list(read())
    if kept:
        path.write_text("".join(f"{lines.line(one)}\n" for one in readings), encoding="utf8")
    return readings


def _read(row: dict[str, str]) -> Reading:
    from provenance.extraction import reading_of
    from provenance.extraction.trained import Trained

    return reading_of(
        Article(
            key=row["doc"],
            text=row["text"],
            title=row.get("title"),
            publisher=Publisher(row["publisher"]) if row.get("publisher") else None,
            byline=row.get("byline"),
            published=row.get("published"),
            text_is_file=False,
        ),
        Trained(1),
    )

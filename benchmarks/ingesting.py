"""Mapping and store: against the same quads, made beforehand, straight to Oxigraph, and against the reading before."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pyoxigraph

from benchmarks.corpus import articles
from provenance.extraction import reading_of
from provenance.extraction.trained import Trained
from provenance.rdf import mapping
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Reading

COUNT = 200


def run() -> Iterator[str]:
    reader = Trained()
    corpus = list(articles(COUNT))
    reading_of(corpus[0], reader)
    start = perf_counter()
    readings = [reading_of(article, reader) for article in corpus]
    reading_time = perf_counter() - start
    ours = _store(readings)
    batches = [list(mapping.quads(reading, datetime.now(UTC))) for reading in readings]
    floor = _bare(batches)
    attributions = sum(len(reading.attributions) for reading in readings)
    hops = sum(len(attribution.chain) for reading in readings for attribution in reading.attributions)
    quads = sum(map(len, batches))
    yield f"mapping + store: {COUNT / ours:.0f} articles/s, {1000 * ours / COUNT:.1f} ms an article"
    yield f"  ({attributions / COUNT:.1f} attributions an article)"
    yield f"  {ours / floor:.2f} × the same quads straight into Oxigraph ({1000 * floor / COUNT:.1f} ms an article)"
    share = ours / (ours + reading_time)
    yield f"  {100 * share:.1f} % of an ingest; the model takes the rest: {1000 * reading_time / COUNT:.1f} ms each"
    yield f"  {quads / attributions:.1f} quads an attribution, {hops / attributions:.2f} hops each"
    kinds = Counter(type_ for batch in batches for type_ in _types(batch))
    yield "  nodes an attribution: " + ", ".join(f"{name} {n / attributions:.2f}" for name, n in kinds.most_common(8))


def _types(batch: list[pyoxigraph.Quad]) -> Iterator[str]:
    for quad in batch:
        if str(quad.predicate.value).endswith("#type"):
            yield quad.object.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _store(readings: list[Reading]) -> float:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "store") as store:
        start = perf_counter()
        for reading in readings:
            store.add(reading)
        return perf_counter() - start


def _bare(batches: list[list[pyoxigraph.Quad]]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        store = pyoxigraph.Store(folder)
        start = perf_counter()
        for batch in batches:
            store.extend(batch)
        return perf_counter() - start

"""The same articles kept, loaded and traced in a folder, on Oxigraph's own server and on Virtuoso, all on this machine.

Statements are kept and not linked, as in `benchmarks.tracing`; claims are traced by their words in every store before
the next, and by a store that was opened just then, which has seen nothing yet. Ratios are to the folder. A server that
is not installed is left out.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks import news
from provenance import Library
from provenance.model import Statement
from provenance.rdf import stores
from provenance.rdf.server import cache
from tests.support import graph_servers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.model import Reading

ARTICLES = int(os.environ.get("SERVERS_ARTICLES", "300"))
KEPT = 60
"""Articles that are kept one by one; the others are loaded."""
CLAIMS = 20


def run() -> Iterator[str]:
    readings = list(islice(news.readings(), ARTICLES))
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        working = Path(temporary)
        os.environ[cache.VARIABLE] = str(working / "cache")
        places = {"a folder": str(working / "folder")}
        if graph_servers.OXIGRAPH.exists():
            places["Oxigraph's server"] = stack.enter_context(graph_servers.oxigraph(working / "oxigraph"))
        if graph_servers.VIRTUOSO:
            places["Virtuoso"] = stack.enter_context(graph_servers.virtuoso(working / "virtuoso"))
        file = _exported(readings, working)
        kept = {name: _kept(place, readings[:KEPT]) for name, place in places.items()}
        loaded = {name: _loaded(place, file) for name, place in places.items()}
        traced = _traced(places, readings)
    statements = sum(len(one.attributions) for one in readings)
    yield f"{ARTICLES} articles, {statements:,} statements"
    for name in places:
        yield f"{name}: keeps {KEPT / kept[name]:.0f} articles/s ({_ratio(kept, name)}), "
        yield f"  loads {(ARTICLES - KEPT) / loaded[name]:.0f} articles/s ({_ratio(loaded, name)})"
        first, then = ({one: times[each] for one, times in traced.items()} for each in ("first", "then"))
        yield f"  a trace takes {1000 * first[name]:.0f} ms the first time ({_ratio(first, name)}), "
        asked = traced[name]["requests"]
        yield f"  {1000 * then[name]:.0f} ms among others ({_ratio(then, name)}); requests {asked:.0f}"


def _ratio(times: dict[str, float], name: str) -> str:
    return f"{times[name] / times['a folder']:.1f} ×"


def _exported(readings: Sequence[Reading], working: Path) -> Path:
    """All of them as N-Quads, as a store exports them."""
    file = working / "graph.nq"
    with stores.opened(str(working / "whole")) as store:
        for one in readings:
            store.add(one)
    with Library.open(working / "whole", mode="r") as library, file.open("wb") as stream:
        library.export("nquads", stream)
    return file


def _kept(place: str, readings: Sequence[Reading]) -> float:
    with stores.opened(place) as store:
        start = perf_counter()
        for one in readings:
            store.add(one)
        return perf_counter() - start


def _loaded(place: str, file: Path) -> float:
    from provenance.rdf.loading import load

    with stores.opened(place) as store:
        start = perf_counter()
        load(store, file)
        return perf_counter() - start


def _traced(places: dict[str, str], readings: Sequence[Reading]) -> dict[str, dict[str, float]]:
    told = [Statement(reading, one) for reading in readings for one in reading.attributions]
    claims = [one.text for one in told[:: len(told) // CLAIMS][:CLAIMS]]
    times: dict[str, Any] = {name: {"first": [], "then": [], "requests": []} for name in places}
    with ExitStack() as stack:
        open_ = {name: stack.enter_context(Library.open(place, mode="r")) for name, place in places.items()}
        for claim in claims:
            for name, place in places.items():
                with Library.open(place, mode="r") as fresh:
                    before = _requests(fresh)
                    times[name]["first"].append(_timed(fresh, claim))
                    times[name]["requests"].append(_requests(fresh) - before)
                times[name]["then"].append(_timed(open_[name], claim))
    return {
        name: {"first": median(one["first"]), "then": median(one["then"]), "requests": max(one["requests"])}
        for name, one in times.items()
    }


def _requests(library: Library) -> int:
    client = getattr(library._kept.home.graph, "client", None)  # noqa: SLF001 -- nobody else counts them
    return client.requests if client else 0


def _timed(library: Library, claim: str) -> float:
    start = perf_counter()
    library.trace(claim)
    return perf_counter() - start

"""A trace in large stores against one in a small store, and other ways of walking up to the origins.

All stores begin with the same articles (`benchmarks.news`), and the claims traced are theirs: of those in the smallest,
evenly chosen, in their own words, each traced in every store before the next. Statements are kept and not linked: there
are no links across articles to read.

TRACING_SIZES gives the sizes of the stores in statements, by default 10000,100000. Stores are kept in TRACING_STORES
where that is given, and found there the next time: one of 1000000 took an hour or more of one core, and 26 GB, before
the store was slim.

The peers are given the statements that make the claim, found by our index, and walk `prov:wasDerivedFrom` from these
to what is derived from nothing: less than a trace, which also finds and orders statements, chains, cuts and wordings.
rdflib and NetworkX are given only the quads of that one predicate, since rdflib holds some thousand bytes a quad.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import networkx as nx
import numpy as np
from pyoxigraph import NamedNode
from rdflib import Dataset, URIRef

from benchmarks import news
from benchmarks.filling import keep
from provenance import Library
from provenance.iris import passage_iri_of
from provenance.model import Statement
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyoxigraph

    Walk = Callable[[Sequence[str]], object]

SIZES = "10000,100000"
CLAIMS = 100
ROUNDS = 5
IN_MEMORY = 100_000
"""The most statements of a store that rdflib and NetworkX are given."""
Asked = TypeVar("Asked")
UP = f"<{PROV.wasDerivedFrom}>"


class _Times(NamedTuple):
    """Seconds by claim, on the clock, of the processor, and on the clock of finding its statements alone."""

    taken: list[float]
    worked: list[float]
    found: list[float]


def run() -> Iterator[str]:
    sizes = sorted(map(int, os.environ.get("TRACING_SIZES", SIZES).split(",")))
    claims = _claims(sizes[0])
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as open_:
        folder = Path(os.environ.get("TRACING_STORES", temporary))
        paths = [_filled(folder, size) for size in sizes]
        libraries = [open_.enter_context(Library.open(path, mode="r")) for path in paths]
        stores = [open_.enter_context(Store.read(path)) for path in paths]
        first, *later = (_measured(libraries, stores, claims) for _ in range(ROUNDS))
        for number, (size, store) in enumerate(zip(sizes, stores, strict=True)):
            times = _best([each[number] for each in later])
            yield f"{size:,} statements: a trace takes {_shown(times.taken)}"
            yield f"  of the processor {_shown(times.worked)}; finding the statements {_shown(times.found)}"
            yield f"  the first time {_shown(first[number].taken)}"
            if number:
                yield from _ratios(times, _best([each[0] for each in later]), size // sizes[0])
            yield from _peers(store, claims, times.taken, size)


def _filled(folder: Path, size: int) -> Path:
    """The store of `size` statements in `folder`, which is made where it is not there."""
    path, partial = folder / str(size), folder / f"{size}.partial"
    if not path.exists():
        keep(partial, size // news.STATEMENTS)
        partial.rename(path)
    return path


def _measured(libraries: list[Library], stores: list[Store], claims: list[Statement]) -> list[_Times]:
    """By store; the stores take turns, so that what else goes on touches all alike."""
    times = [_Times([], [], []) for _ in libraries]
    for claim in claims:
        for library, store, made in zip(libraries, stores, times, strict=True):
            worked = process_time()
            made.taken.append(_timed(library.trace, claim.text))
            made.worked.append(process_time() - worked)
            made.found.append(_timed(lambda text, store=store: store.find(text, 1000), claim.text))
    return times


def _best(rounds: list[_Times]) -> _Times:
    return _Times(*([min(times) for times in zip(*part, strict=True)] for part in zip(*rounds, strict=True)))


def _ratios(now: _Times, then: _Times, larger: int) -> Iterator[str]:
    for name, ours, theirs in (("", now.taken, then.taken), (" of the processor", now.worked, then.worked)):
        median, p95 = (_measure(ours, part) / _measure(theirs, part) for part in (50, 95))
        yield f"  in a store {larger} times as large{name}: median {median:.2f} ×, p95 {p95:.2f} ×"


def _claims(size: int) -> list[Statement]:
    early = islice(news.readings(), size // news.STATEMENTS)
    told = [Statement(reading, one) for reading in early for one in reading.attributions]
    return told[:: len(told) // CLAIMS][:CLAIMS]


def _peers(store: Store, claims: Sequence[Statement], ours: list[float], size: int) -> Iterator[str]:
    found = [_made(store, claim) for claim in claims]
    peers = [
        ("Oxigraph, SPARQL path", lambda: _oxigraph(store)),
        ("rdflib, SPARQL path", lambda: _rdflib(store)),
        ("NetworkX, descendants", lambda: _networkx(store)),
    ]
    for name, build in peers if size <= IN_MEMORY else peers[:1]:
        start = perf_counter()
        walk = build()
        built = perf_counter() - start
        times = [_timed(walk, names) for names in found]
        ratio = _measure(times, 50) / _measure(ours, 50)
        yield f"  {name}: {_shown(times)} ({ratio:.2f} × a trace), and {built:.2f} s to load"


def _made(store: Store, claim: Statement) -> list[str]:
    """The statements that make the claim in other articles, and its own."""
    passages = {store._passage(one.attribution) for one in store.find(claim.text, 1000)}  # noqa: SLF001
    return sorted(passages | {passage_iri_of(claim)})


def _oxigraph(store: Store) -> Walk:
    graph = store._graph.store  # noqa: SLF001
    return lambda names: list(graph.query(_question(names), use_default_graph_as_union=True))


def _rdflib(store: Store) -> Walk:
    graph = Dataset(default_union=True)
    for quad in _derived(store):
        ends = (URIRef(quad.subject.value), URIRef(PROV.wasDerivedFrom), URIRef(quad.object.value))
        graph.add((*ends, URIRef(quad.graph_name.value)))
    return lambda names: list(graph.query(_question(names)))


def _networkx(store: Store) -> Walk:
    graph = nx.DiGraph((quad.subject.value, quad.object.value) for quad in _derived(store))

    def walk(names: Sequence[str]) -> list[str]:
        above = set().union(*(nx.descendants(graph, name) for name in names if name in graph))
        return [node for node in above if not graph.out_degree(node)]

    return walk


def _derived(store: Store) -> Iterator[pyoxigraph.Quad]:
    return store._graph.store.quads_for_pattern(None, NamedNode(PROV.wasDerivedFrom), None, None)  # noqa: SLF001


def _question(names: Sequence[str]) -> str:
    shown = " ".join(f"<{name}>" for name in names)
    return (
        f"SELECT DISTINCT ?origin {{ VALUES ?said {{ {shown} }} ?said {UP}+ ?origin"
        f" FILTER NOT EXISTS {{ ?origin {UP} ?above }} }}"
    )


def _timed(action: Callable[[Asked], object], asked: Asked) -> float:
    start = perf_counter()
    action(asked)
    return perf_counter() - start


def _shown(times: list[float]) -> str:
    return f"{1000 * _measure(times, 50):.2f} ms (median), {1000 * _measure(times, 95):.2f} ms (p95)"


def _measure(times: list[float], percent: int) -> float:
    return float(np.percentile(times, percent))

"""A trace in a store of 100,000 statements against one of 10,000, and other ways of walking up to the origins.

Both stores begin with the same articles (`benchmarks.news`), and the claims traced are theirs: of those in the first
one, evenly chosen, in their own words. Statements are kept and not linked: there are no links across articles to read.

The peers are given the statements that make the claim, found by our index, and walk `prov:wasDerivedFrom` from these
to what is derived from nothing: less than a trace, which also finds and orders statements, chains, cuts and wordings.
rdflib and NetworkX are given only the quads of that one predicate, since rdflib holds some thousand bytes a quad.
"""

from __future__ import annotations

import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

import networkx as nx
import numpy as np
from pyoxigraph import NamedNode
from rdflib import Dataset, URIRef

from benchmarks import news
from benchmarks.filling import keep
from provenance import Library
from provenance.identity import passage_iri_of
from provenance.model import Statement
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyoxigraph

    Walk = Callable[[Sequence[str]], object]

SIZES = (10_000, 100_000)
"""A million statements are 80 million quads: hours to write, as this program writes them."""
CLAIMS = 100
Asked = TypeVar("Asked")
UP = f"<{PROV.wasDerivedFrom}>"


def run() -> Iterator[str]:
    claims = _claims()
    times: list[list[float]] = []
    with tempfile.TemporaryDirectory() as folder:
        path, coming, held = Path(folder) / "store", news.readings(), 0
        for size in SIZES:
            articles = (size - held) // news.STATEMENTS
            held += keep(path, islice(coming, articles), articles)
            with Library.read(path) as library:
                times.append([_timed(library.trace, claim.text) for claim in claims])
            with Store.read(path) as store:
                yield f"{held:,} statements, {store.counts().quads:,} quads: a trace takes {_shown(times[-1])}"
                yield from _peers(store, claims, times[-1])
    ratios = [_measure(times[-1], part) / _measure(times[0], part) for part in (50, 95)]
    yield f"  from the first to the last: median {ratios[0]:.2f} ×, p95 {ratios[1]:.2f} ×"


def _claims() -> list[Statement]:
    early = islice(news.readings(), SIZES[0] // news.STATEMENTS)
    told = [Statement(reading, one) for reading in early for one in reading.attributions]
    return told[:: len(told) // CLAIMS][:CLAIMS]


def _peers(store: Store, claims: Sequence[Statement], ours: list[float]) -> Iterator[str]:
    found = [_made(store, claim) for claim in claims]
    for name, build in (
        ("Oxigraph, SPARQL path", lambda: _oxigraph(store)),
        ("rdflib, SPARQL path", lambda: _rdflib(store)),
        ("NetworkX, descendants", lambda: _networkx(store)),
    ):
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

"""The whole graph, of which a store keeps what is asked for: made again from the readings, quad for quad.

A reading, and what is told of a link beside its ends and its judgement, is kept in one piece (`pv:packed`). Where there
is none, as in stores of format 2 and before, what is kept is whole.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from provenance.errors import InputError, StoreCorruptError
from provenance.iris import activity_iri, cited_parts, relay_parts
from provenance.rdf import mapping
from provenance.rdf.embedded import Embedded
from provenance.rdf.folder import REMEDY
from provenance.rdf.graph import Pattern, is_iri
from provenance.rdf.vocabulary import INFERRED, PROV, PV, RDF, REVIEWED, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from provenance.model import Reading
    from provenance.rdf.graph import Graph

_CLAIM, _ENTITY, _TYPE = NamedNode(SCHEMA.Claim), NamedNode(PROV.Entity), NamedNode(RDF.type)


def whole(graph: Graph, name: str) -> Iterator[Quad]:
    """All quads of the graph `name`. Raises StoreCorruptError where it holds none of what its reading is made from."""
    match name:
        case _ if name == INFERRED:
            return _concluded(graph.quads(graph=name))
        case _ if name == REVIEWED:
            return graph.quads(graph=name)
    return _read(graph, name)


def piece(graph: Graph, run: str) -> str | None:
    """The reading in the graph `run` in one piece; None where there is none."""
    return next(iter(graph.values(run, PV.packed, run)), None)


def steps(runs: Iterable[str]) -> Callable[[], Iterator[Pattern]]:
    """What `reading` asks of each of `runs` (`Graph.ahead`)."""
    return lambda: (Pattern(run, PV.packed, None, run) for run in runs)


def steps_of_all(names: Iterable[str]) -> Callable[[], Iterator[Pattern]]:
    """What `whole` asks of each of the graphs `names`."""
    return lambda: (Pattern(graph=name) for name in names)


def reading(graph: Graph, run: str) -> Reading | None:
    """What the graph `run` holds; None where there is no such graph. Raises StoreCorruptError where it is not whole."""
    if kept := piece(graph, run):
        return _unpacked(run, kept)
    quads = list(graph.quads(graph=run))
    return mapping.reading(quads) if quads else None


def telling_of(graph: Graph, iris: Iterable[str]) -> set[str]:
    """The graphs of which something is told of `iris` when they are whole."""
    roots = {root for iri in iris for root in (iri, iri.partition("#")[0], cited_parts(iri)[0], relay_parts(iri)[0])}
    return {fact.graph for root in filter(is_iri, roots) for fact in graph.facts(root)}


def made_whole(graph: Graph, names: Iterable[str]) -> Embedded:
    """In memory, the graphs `names` whole. Raises StoreCorruptError where one cannot be made."""
    made = Embedded.memory()
    for name in names:
        made.store.extend(whole(graph, name))
    return made


def as_kept(quads: Iterable[Quad]) -> Embedded:
    """As Oxigraph gives them back: times and numbers in its own form."""
    graph = Embedded.memory()
    graph.store.extend(quads)
    return graph


def read_at(graph: Graph, run: str) -> datetime:
    """When the graph `run` was made. Raises StoreCorruptError where it does not say."""
    try:
        [said] = graph.values(activity_iri(run), PROV.endedAtTime, run)
        return datetime.fromisoformat(said)
    except ValueError:
        raise StoreCorruptError(f"the graph {run} is no whole reading: it does not say when it was made") from None


def _unpacked(run: str, kept: str) -> Reading:
    try:
        return mapping.unpacked(kept)
    except StoreCorruptError as error:
        raise StoreCorruptError(f"the graph {run} is no whole reading: {error}; {REMEDY}") from None


def _read(graph: Graph, run: str) -> Iterator[Quad]:
    kept = piece(graph, run)
    held = graph.quads(graph=run)
    if kept is None:
        return held
    try:
        made = as_kept(mapping.quads(_unpacked(run, kept), read_at(graph, run)))
    except InputError as error:
        raise StoreCorruptError(f"the graph {run} is no whole reading: {error}; {REMEDY}") from None
    made.store.extend(quad for quad in held if quad.predicate.value != PV.packed)
    return made.quads()


def _concluded(held: Iterable[Quad]) -> Iterator[Quad]:
    for quad in held:
        if quad.predicate.value == PV.packed and isinstance(quad.object, Literal):
            yield from mapping.link_rest(quad)
            continue
        yield quad
        if quad.object == _CLAIM:
            yield Quad(quad.subject, _TYPE, _ENTITY, quad.graph_name)

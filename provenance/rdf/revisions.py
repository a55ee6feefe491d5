"""Which reading of a text stands, and which text of an article: PROV's revision and invalidation.

Of one snapshot there is one graph. A graph that takes the place of another says so, and keeps what the other said of
those before it. The snapshot of a changed text revises the one before; only the last is current.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from provenance.iris import activity_iri
from provenance.rdf.graph import Pattern
from provenance.rdf.vocabulary import INFERRED, PROV, PV, REVIEWED, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from provenance.model import Extractor
    from provenance.rdf.graph import Graph

LAYERS = frozenset({INFERRED, REVIEWED})


def current_runs(graph: Graph) -> list[str]:
    """The graphs of current readings, in order."""
    revised = {fact.value for fact in graph.facts(None, PROV.wasRevisionOf)}
    used = graph.facts(None, PROV.used)
    return sorted(fact.graph for fact in used if fact.value not in revised and fact.graph not in LAYERS)


def runs_of(graph: Graph, snapshot: str) -> list[str]:
    """The graphs of readings of `snapshot`: one, or none."""
    return [fact.graph for fact in graph.facts(None, PROV.used, snapshot) if fact.graph not in LAYERS]


def runs_of_article(graph: Graph, article: str) -> list[str]:
    """The graphs of readings of all snapshots of `article`, in order."""
    snapshots = {fact.subject for fact in graph.facts(None, PROV.specializationOf, article)}
    return sorted(run for snapshot in snapshots for run in runs_of(graph, snapshot))


def current_snapshots(graph: Graph, article: str) -> list[str]:
    """The newest snapshot of `article`, or none."""
    names = {fact.subject for fact in graph.facts(None, PROV.specializationOf, article)}
    return sorted(name for name in names if is_current(graph, name))


def is_current(graph: Graph, snapshot: str) -> bool:
    return next(graph.facts(None, PROV.wasRevisionOf, snapshot), None) is None


def is_current_run(graph: Graph, run: str) -> bool:
    """Whether `run` is a reading, and of an article's newest snapshot."""
    snapshots = graph.values(activity_iri(run), PROV.used, run)
    return bool(snapshots) and all(is_current(graph, snapshot) for snapshot in snapshots)


def steps(graph: Graph, runs: Callable[[], Iterable[str]]) -> tuple[Callable[[], Iterator[Pattern]], ...]:
    """What `is_current_run` asks of each of `runs` (`Graph.ahead`)."""
    return (
        lambda: (Pattern(activity_iri(run), PROV.used, None, run) for run in runs()),
        lambda: (
            Pattern(None, PROV.wasRevisionOf, snapshot)
            for run in runs()
            for snapshot in graph.values(activity_iri(run), PROV.used, run)
        ),
    )


def is_newer(graph: Graph, run: str, extractor: Extractor) -> bool:
    """Whether a newer version of the same extractor made `run`."""
    [software] = graph.values(activity_iri(run), PROV.wasAssociatedWith, run)
    [name] = graph.values(software, SCHEMA.name, run)
    [version] = graph.values(software, SCHEMA.softwareVersion, run)
    return name == extractor.name and _numbers(version) > _numbers(extractor.version)


def is_unread(graph: Graph, run: str) -> bool:
    """Whether `run` keeps an article that was not read."""
    return bool(graph.values(activity_iri(run), PV.unread, run))


def unread(graph: Graph) -> set[str]:
    """The graphs that keep an article that was not read."""
    return {fact.graph for fact in graph.facts(None, PV.unread)}


def history(graph: Graph, run: str, older: Iterable[str]) -> Iterator[Quad]:
    """What `run` says when it takes the place of the graphs `older`."""
    for old in older:
        yield link(run, run, PROV.wasRevisionOf, old)
        yield link(run, old, PROV.wasInvalidatedBy, activity_iri(run))
        for quad in told_of_others(graph, old):
            yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(run))


def told_of_others(graph: Graph, run: str) -> Iterator[Quad]:
    """What `run` says of the graphs, the snapshots and the names before it."""
    for predicate in (PROV.wasRevisionOf, PROV.wasInvalidatedBy, PROV.alternateOf):
        for fact in graph.facts(None, predicate, None, run):
            yield link(run, fact.subject, predicate, fact.value)


def link(graph: str, subject: str, predicate: str, thing: str) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), NamedNode(thing), NamedNode(graph))


def _numbers(version: str) -> tuple[int, ...]:
    """A dotted version for comparison: 1.10 is newer than 1.9."""
    return tuple(map(int, re.findall(r"\d+", version)))

"""All that can be wrong with a store, one fault after the other."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from provenance.errors import StoreCorruptError, StoreError
from provenance.rdf import files, folder, revisions, whole
from provenance.rdf.vocabulary import PROV
from provenance.upkeep.verifying import layers, readings, shapes
from provenance.upkeep.verifying.derived import Compared, Words
from provenance.upkeep.verifying.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.rdf.graph import Graph

OPEN = "where no other process writes to the store, run 'provenance compact'"


def verify(path: Path) -> Iterator[Fault]:
    """The faults of the store at `path`, as it is now: also while another process writes to it."""
    try:
        with folder.reported(path):
            yield from _of_folder(path)
            with closing(Words(path)) as words, closing(Compared(path)) as compared:
                yield from _of_graph(files.read(path), words, compared)
    except StoreError as error:
        what, _, remedy = str(error).rpartition("; ")
        yield Fault(what, remedy)


def _of_folder(path: Path) -> Iterator[Fault]:
    folder.check(path)
    for name in files.leftovers(path):
        yield Fault(f"{name}: left by a process that was killed; it may hold what was forgotten", OPEN)
    for article in files.promised(path):
        yield Fault(f"article {article}: was to be forgotten, and is not yet", OPEN)


def _of_graph(graph: Graph, words: Words, compared: Compared) -> Iterator[Fault]:
    current = {run: _article(graph, run) for run in revisions.current_runs(graph)}
    yield from words.faults(current)
    yield from compared.faults(current)
    held = [name for name in graph.names() if name not in revisions.LAYERS]
    for run in held:
        try:
            reading = whole.reading(graph, run)
            found = list(readings.faults(graph, run, reading)) if reading else []
        except StoreCorruptError as error:
            yield readings.unread(error)
            continue
        yield from found
        if reading and run in current:
            yield from words.of(run, reading)
            yield from compared.of(run, reading)
    if compared.sound:
        yield from layers.links(graph, current)
    yield from layers.decisions(graph)
    yield from shapes.faults(graph, held)


def _article(graph: Graph, run: str) -> str:
    """The IRI of the article that a reading is of; that of the graph itself where it does not say."""
    return next((fact.value for fact in graph.facts(None, PROV.specializationOf, None, run)), run)

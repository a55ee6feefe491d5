"""Whether a named graph is the reading that its name says, of the text that its snapshot's name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.iris import run_iri, snapshot_iri, text_hash
from provenance.rdf.mapping import kept_quads, quads
from provenance.rdf.mapping.check import check
from provenance.rdf.revisions import told_of_others
from provenance.rdf.vocabulary import PROV
from provenance.rdf.whole import as_kept, piece, read_at
from provenance.upkeep.verifying.fault import INGEST, RESTORE, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Reading
    from provenance.rdf.graph import Graph


def faults(graph: Graph, run: str, reading: Reading) -> Iterator[Fault]:
    """Those of the graph `run`, from which `reading` was read."""
    snapshot = snapshot_iri(reading.article)
    [used] = [fact.value for fact in graph.facts(None, PROV.used, None, run)]
    name = f"article {reading.article.key!a} (graph {run})"
    if text_hash(reading.article.text) not in used:
        yield Fault(f"{name}: its text is not the one that was read, whose SHA-256 names {used}", INGEST)
    elif used != snapshot or run != run_iri(snapshot, reading.extractor):
        yield Fault(f"{name}: the article or the extractor is not the one that its names are of", INGEST)
    try:
        check(reading)
    except InputError as error:
        yield Fault(f"{name}: {str(error).partition(': ')[2]}", INGEST)
        return
    made = kept_quads if piece(graph, run) else quads
    told = as_kept([*made(reading, read_at(graph, run)), *told_of_others(graph, run)])
    for subject in sorted({str(quad.subject) for quad in set(graph.quads(graph=run)) ^ set(told.quads())}):
        yield Fault(f"{name}: what is kept of {subject} is not what was read", INGEST)


def unread(error: Exception) -> Fault:
    """For a graph that holds no whole reading."""
    return Fault(str(error).removesuffix(f"; {RESTORE}"), RESTORE)

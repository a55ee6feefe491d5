"""Whether a named graph is the reading that its name says, of the text that its snapshot's name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.iris import attribution_iri, passage_spans, run_iri, snapshot_iri, text_hash
from provenance.model import passage
from provenance.rdf.mapping.check import check
from provenance.rdf.vocabulary import OA, PROV, PV, SCHEMA
from provenance.upkeep.verifying.fault import INGEST, RESTORE, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Reading
    from provenance.rdf.graph import Fact, Graph


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
    for fact in graph.facts(None, None, None, run):
        if not _stands(fact, used, reading.article.text):
            yield Fault(f"{name}: the words of {fact.subject} do not stand there in its text", INGEST)
    named = {fact.subject for fact in graph.facts(None, PV.quotation, None, run)}
    if named != {attribution_iri(used, one) for one in reading.attributions}:
        yield Fault(f"{name}: a statement is not as it is named", INGEST)


def unread(error: Exception) -> Fault:
    """For a graph that holds no whole reading."""
    return Fault(str(error), RESTORE)


def _stands(fact: Fact, snapshot: str, text: str) -> bool:
    """Whether words are those at their place."""
    if fact.predicate == SCHEMA.text and fact.subject != snapshot:
        return fact.value == passage(text, passage_spans(fact.subject))
    if fact.predicate == OA.exact:
        return fact.value == passage(text, passage_spans(fact.subject.rpartition("/")[0]))
    return True

"""What a graph from elsewhere may say of others: of its own reading, its own snapshot, its own article, and no more.

A snapshot that another revises counts for nothing: so no file may say that of an article that it does not bring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.iris import article_iri, is_snapshot, snapshot_article, snapshot_iri
from provenance.rdf import revisions
from provenance.rdf.vocabulary import PROV
from provenance.rdf.whole import reading as reading_in

if TYPE_CHECKING:
    from provenance.model import Reading
    from provenance.rdf.graph import Graph
    from provenance.rdf.store import Store


def check(store: Store, graph: Graph, run: str, reading: Reading) -> None:
    """Raises InputError where the graph `run`, which holds `reading`, would outdate or rename another article."""
    article, snapshot = article_iri(reading.article), snapshot_iri(reading.article)
    before = {fact.value for fact in graph.facts(None, PROV.alternateOf, None, run)}
    for predicate in (PROV.alternateOf, PROV.wasRevisionOf, PROV.wasInvalidatedBy):
        for subject, _, thing, _ in graph.facts(None, predicate, None, run):
            match predicate:
                case PROV.alternateOf:
                    allowed = subject == article and not _is_addressed(store, graph, thing)
                case PROV.wasRevisionOf if is_snapshot(thing):
                    allowed = subject == snapshot and snapshot_article(thing) in {article, *before}
                case PROV.wasRevisionOf:
                    allowed = subject == run
                case _:
                    allowed = not is_snapshot(subject)
            if not allowed:
                raise InputError(f"the graph {run} tells of another article than its own, {thing}: give another file")


def _is_addressed(store: Store, graph: Graph, article: str) -> bool:
    """Whether the store or `graph` has it by an address of its own: no other name is one of it."""
    held = [store.reading(run) for run in store.runs_of_article(article)]
    held += [one for run in revisions.runs_of_article(graph, article) if (one := reading_in(graph, run))]
    return any(one.article.url for one in held)

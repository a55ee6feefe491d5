"""What is exported of a store: all of it, one article, or the trace of one claim."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from provenance.exports.material import Material
from provenance.identity import attribution_iri_of, cited_iri, passage_iri_of, run_iri, snapshot_iri
from provenance.rdf.vocabulary import INFERRED, PROV, PV
from provenance.trace.graph import build, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Quad

    from provenance.model import Reading, Resolution, Statement
    from provenance.rdf.store import Store
    from provenance.trace import Trace


def of_store(store: Store) -> Material:
    return Material(store.quads, lambda: build(store.readings()))


def of_article(store: Store, run: str) -> Material:
    return Material(lambda: store.quads(run), lambda: build([store.reading(run)]))


def of_trace(store: Store, trace: Trace, resolutions: Sequence[Resolution]) -> Material:
    """The readings cut down to the statements of the trace; the resolved reports are a graph of their own."""

    def quads() -> Iterator[Quad]:
        for reading in sorted(cut(trace.statements), key=_run):
            yield from _quads(store, reading)
        yield from _resolved(trace.statements, resolutions)

    return Material(quads, lambda: trace.graph)


def _run(reading: Reading) -> str:
    return run_iri(snapshot_iri(reading.article), reading.extractor)


def _quads(store: Store, reading: Reading) -> Iterator[Quad]:
    from pyoxigraph import Literal

    from provenance.rdf import mapping

    ended = (quad.object for quad in store.quads(_run(reading)) if quad.predicate.value == PROV.endedAtTime)
    read_at = next(term.value for term in ended if isinstance(term, Literal))
    return mapping.quads(reading, datetime.fromisoformat(read_at))


def _resolved(statements: Sequence[Statement], resolutions: Sequence[Resolution]) -> Iterator[Quad]:
    """Which cited statement is held to be which statement; a credit for a whole article is no one statement."""
    from pyoxigraph import NamedNode, Quad

    by_iri = {attribution_iri_of(one): one for one in statements}
    for resolution in resolutions:
        citing, cited = by_iri[resolution.citing], by_iri[resolution.cited]
        if resolution.position is not None and resolution.position >= len(citing.reading.derivations):
            report = cited_iri(resolution.citing, resolution.position)
            statement = passage_iri_of(cited)
            yield Quad(NamedNode(report), NamedNode(PV.resolvedTo), NamedNode(statement), NamedNode(INFERRED))

"""What is exported of a store: all of it, one article, or the trace of one claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.exports.material import Material
from provenance.iris import attribution_iri_of, cited_iri, passage_iri_of, run_iri, snapshot_iri
from provenance.model import Statement
from provenance.queries.articles import named
from provenance.queries.tracing import traced
from provenance.rdf.vocabulary import INFERRED, PV
from provenance.trace.graph import cut, gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Quad

    from provenance.corpus import Corpus
    from provenance.decisions import Decision
    from provenance.model import Reading, Resolution
    from provenance.rdf.store import Store
    from provenance.trace import Trace


def material(corpus: Corpus, article: str | None, claim: str | None, chains: int) -> Material:
    """The store, or what one `article` says (key or IRI), or the trace of one `claim`, with so many `chains` at most.

    Raises UsageError where both are given, NotFoundError where there is no such article or claim.
    """
    if article is not None and claim is not None:
        raise UsageError("an export is of one article or of one claim: give one of the two")
    if article is not None:
        return of_article(corpus, named(corpus, article).run)
    return of_store(corpus) if claim is None else of_trace(corpus, *traced(corpus, claim, chains))


def of_store(corpus: Corpus) -> Material:
    return Material(corpus.store.quads, lambda: gathered(corpus.readings()))


def of_article(corpus: Corpus, run: str) -> Material:
    return Material(lambda: corpus.store.quads(run), lambda: gathered([corpus.reading(run)]))


def of_trace(corpus: Corpus, trace: Trace, resolutions: Sequence[Resolution]) -> Material:
    """The readings cut down to the statements of the trace, as they were read.

    The resolved reports are a graph of their own, and so are the decisions, with the articles that they are about.
    """
    store = corpus.store

    def quads() -> Iterator[Quad]:
        from provenance.rdf.mapping import decision_quads

        statements = _as_read(store, trace)
        decided = [one for one in store.decisions() if one.id in {each.id for each in trace.decisions}]
        readings = {_run(reading): reading for reading in cut(statements)}
        readings = _with_anchors(store, decided, readings)
        for run in sorted(readings):
            yield from _quads(store, readings[run])
        yield from _resolved(statements, resolutions)
        yield from dict.fromkeys(quad for decision in decided for quad in decision_quads(decision))

    return Material(quads, lambda: trace.traced)


def _as_read(store: Store, trace: Trace) -> list[Statement]:
    """The statements of a trace before any decision."""
    wanted = {attribution_iri_of(statement) for statement in trace.statements}
    readings = [store.reading(run) for run in sorted({_run(one.reading) for one in trace.statements})]
    every = (Statement(reading, attribution) for reading in readings for attribution in reading.attributions)
    return [statement for statement in every if attribution_iri_of(statement) in wanted]


def _with_anchors(store: Store, decisions: Iterable[Decision], readings: dict[str, Reading]) -> dict[str, Reading]:
    """`readings`, and bare articles for what else was decided upon."""
    anchors = {target.anchor.snapshot for one in decisions for target in one.targets if target.anchor}
    runs = [run for snapshot in sorted(anchors) for run in store.runs_of(snapshot) if run not in readings]
    return readings | {run: replace(store.reading(run), derivations=(), attributions=()) for run in runs}


def _run(reading: Reading) -> str:
    return run_iri(snapshot_iri(reading.article), reading.extractor)


def _quads(store: Store, reading: Reading) -> Iterator[Quad]:
    from provenance.rdf import mapping

    return mapping.quads(reading, store.read_at(_run(reading)))


def _resolved(statements: Sequence[Statement], resolutions: Sequence[Resolution]) -> Iterator[Quad]:
    """Which cited statement is held to be which statement; a credit for a whole article is no one statement."""
    from pyoxigraph import NamedNode, Quad

    by_iri = {attribution_iri_of(one): one for one in statements}
    for resolution in resolutions:
        citing, cited = by_iri.get(resolution.citing), by_iri.get(resolution.cited)
        position = -1 if resolution.position is None else resolution.position
        if citing and cited and position >= len(citing.reading.derivations):
            report = cited_iri(resolution.citing, position)
            statement = passage_iri_of(cited)
            yield Quad(NamedNode(report), NamedNode(PV.resolvedTo), NamedNode(statement), NamedNode(INFERRED))

"""Whoever stands on a chain, as people decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions import Subject
from provenance.iris import attribution_iri, derivation_iri, run_iri, snapshot_iri, source_iri
from provenance.model import Hop
from provenance.rdf.listings import Named
from provenance.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.decisions import Decision
    from provenance.model import Reading
    from provenance.rdf.listings import SourceRow
    from provenance.rdf.store import Store


def sources(store: Store) -> list[SourceRow]:
    """Those with most statements first."""
    held = standing(store)
    runs = _changed(store, held.decisions)
    return store.sources(runs, (named for run in runs for named in _named(held.review(store.reading(run)))))


def _changed(store: Store, decisions: Iterable[Decision]) -> list[str]:
    """The graphs whose readings `decisions` may change."""
    runs: set[str] = set()
    for decision in decisions:
        for target in decision.targets:
            if decision.about is Subject.STATEMENT:
                runs.update(found.run for found in store.find(target.iri, 1))
            else:
                runs.update(store.runs_naming(target.iri))
    return sorted(runs)


def _named(reading: Reading) -> Iterator[Named]:
    snapshot = snapshot_iri(reading.article)
    run = run_iri(snapshot, reading.extractor)
    for one in reading.derivations:
        hop = Hop(one.name, one.kind, one.relation)
        yield Named(derivation_iri(snapshot, one), run, source_iri(snapshot, hop, ()), hop)
    for attribution in reading.attributions:
        iri, through = attribution_iri(snapshot, attribution), [hop.name for hop in attribution.chain]
        for index, hop in enumerate(attribution.chain):
            yield Named(iri, run, source_iri(snapshot, hop, through[:index]), hop)

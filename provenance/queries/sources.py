"""Whoever stands on a chain, as people decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.iris import attribution_iri, derivation_iri, run_iri, snapshot_iri, source_iri
from provenance.model import Hop
from provenance.rdf.listings import Named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.corpus import Corpus
    from provenance.model import Reading
    from provenance.rdf.listings import SourceRow


def sources(corpus: Corpus) -> list[SourceRow]:
    """Those with most statements first."""
    runs = corpus.changed()
    return corpus.store.sources(runs, (named for run in runs for named in _named(corpus.reading(run))))


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

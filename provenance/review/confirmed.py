"""A statement that a person confirmed, as it was read, with the decision that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.decisions import Action, Subject
from provenance.errors import UsageError
from provenance.exports.nanopub import Confirmed
from provenance.iris import attribution_iri, is_statement, snapshot_iri
from provenance.review import targets

if TYPE_CHECKING:
    from provenance.corpus import Corpus
    from provenance.decisions import Decision


def confirmed(corpus: Corpus, iri: str) -> Confirmed:
    """The statement by the IRI of its attribution or passage.

    Raises UsageError where `iri` is of no statement, or no decision in force confirms it as it was read; NotFoundError
    where the store holds no such statement.
    """
    if not is_statement(iri):
        raise UsageError(
            f"'{iri}' is no statement: give the IRI of one, as 'provenance claims --format json' prints it"
        )
    attribution = targets.statement(corpus, iri).iri
    decision = _confirming(corpus, attribution)
    [found] = corpus.find(attribution, 1)
    reading = corpus.store.reading(found.run)
    snapshot = snapshot_iri(reading.article)
    said = next(one for one in reading.attributions if attribution_iri(snapshot, one) == attribution)
    return Confirmed(reading, said, decision, corpus.store.read_at(found.run))


def _confirming(corpus: Corpus, attribution: str) -> Decision:
    about = [
        one.decision
        for one in corpus.decisions()
        if one.has_effect and one.decision.about is Subject.STATEMENT and one.decision.targets[0].iri == attribution
    ]
    if not about or about[-1].action is not Action.CONFIRM:
        told = f"the last decision on it is '{about[-1].action}'" if about else "nobody has decided on it"
        raise UsageError(f"{attribution} is not confirmed, {told}: read it, then 'provenance confirm {attribution}'")
    if any(one.action is Action.CORRECT for one in about):
        raise UsageError(f"{attribution} was corrected: only what is confirmed as it was read can be published so")
    return about[-1]

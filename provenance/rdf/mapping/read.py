"""From the quads of a named graph back to its reading."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from provenance.errors import StoreCorruptError
from provenance.identity import passage_spans
from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Dated,
    Declaration,
    Derivation,
    Extractor,
    Hop,
    Publisher,
    Quotation,
    Reading,
    Relation,
)
from provenance.rdf.mapping.kinds import kind_of
from provenance.rdf.vocabulary import GRASP, PROV, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from provenance.model import Spans

ASSERTIONS = {PV.denies: Assertion.DENIES, PV.doesNotConfirm: Assertion.DOES_NOT_CONFIRM}


def reading(quads: Iterable[Quad]) -> Reading:
    """The reading that one named graph holds. Raises StoreCorruptError where it holds none, or part of one."""
    facts = _Facts(quads)
    try:
        return _reading(facts)
    except (LookupError, ValueError) as error:
        raise StoreCorruptError(f"the graph {facts.graph or 'without quads'} is no whole reading: {error}") from None


class _Facts:
    """What a graph says, by subject and predicate."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.graph = ""
        self._said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            subject, predicate, term = quad.subject, quad.predicate.value, quad.object
            if isinstance(subject, NamedNode) and isinstance(term, NamedNode | Literal):
                self._said[subject.value][predicate].append(term.value)
                self._subjects[predicate].append(subject.value)
                self.graph = self.graph or str(quad.graph_name)

    def subjects(self, predicate: str) -> list[str]:
        return self._subjects.get(predicate, [])

    def all(self, subject: str, predicate: str) -> list[str]:
        return self._said[subject].get(predicate, [])

    def one(self, subject: str, predicate: str) -> str:
        """Raises LookupError unless there is exactly one."""
        match self.all(subject, predicate):
            case [value]:
                return value
        raise LookupError(f"it needs one {predicate} of {subject}")

    def maybe(self, subject: str, predicate: str) -> str | None:
        return self.one(subject, predicate) if self.all(subject, predicate) else None

    def spans(self, subject: str, predicate: str) -> Spans:
        passage = self.maybe(subject, predicate)
        return passage_spans(passage) if passage else ()

    def in_order(self, subjects: Iterable[str]) -> list[str]:
        return sorted(subjects, key=lambda subject: int(self.one(subject, SCHEMA.position)))


def _reading(facts: _Facts) -> Reading:
    [activity] = facts.subjects(PROV.used)
    software = facts.one(activity, PROV.wasAssociatedWith)
    snapshot = facts.one(activity, PROV.used)
    article = facts.one(snapshot, PROV.specializationOf)
    relays = [*facts.all(article, PROV.qualifiedQuotation), *facts.all(article, PROV.qualifiedDerivation)]
    return Reading(
        article=_article(facts, article, snapshot),
        extractor=Extractor(
            name=facts.one(software, SCHEMA.name),
            version=facts.one(software, SCHEMA.softwareVersion),
            model=facts.maybe(software, PV.model),
        ),
        derivations=tuple(_derivation(facts, relay) for relay in facts.in_order(relays)),
        attributions=tuple(_attribution(facts, iri) for iri in facts.in_order(facts.subjects(PV.quotation))),
    )


def _article(facts: _Facts, iri: str, snapshot: str) -> Article:
    return Article(
        key=facts.one(iri, SCHEMA.identifier),
        text=facts.one(snapshot, SCHEMA.text),
        title=facts.maybe(iri, SCHEMA.headline),
        publisher=_publisher(facts, iri),
        byline=facts.maybe(iri, PV.byline),
        published=facts.maybe(iri, SCHEMA.datePublished),
        url=facts.maybe(iri, SCHEMA.url),
        language=facts.maybe(iri, SCHEMA.inLanguage),
        declared=tuple(
            Declaration(facts.one(node, PV.declaredIn), facts.maybe(node, SCHEMA.name), facts.maybe(node, SCHEMA.url))
            for node in facts.in_order(facts.all(iri, PV.declared))
        ),
        text_is_file=facts.one(snapshot, PV.textIsFile) == "true",
    )


def _publisher(facts: _Facts, article: str) -> Publisher | None:
    agent = facts.maybe(article, SCHEMA.publisher)
    return Publisher(facts.one(agent, SCHEMA.name), kind_of(facts.all(agent, RDF.type))) if agent else None


def _derivation(facts: _Facts, relay: str) -> Derivation:
    hop = _hop(facts, relay)
    return Derivation(
        name=hop.name,
        kind=hop.kind,
        relation=hop.relation,
        url=facts.maybe(facts.one(relay, PROV.entity), SCHEMA.url),
        evidence=hop.evidence,
        declared_in=facts.maybe(relay, PV.declaredIn),
        confidence=hop.confidence,
    )


def _attribution(facts: _Facts, iri: str) -> Attribution:
    return Attribution(
        content=facts.spans(iri, GRASP.isAttributionFor),
        cue=facts.spans(iri, PV.cue),
        source=facts.spans(iri, PV.source),
        quotation=Quotation(PV(facts.one(iri, PV.quotation)).name),
        chain=_chain(facts, iri),
        confidence=float(facts.one(iri, PV.overallConfidence)),
        assertion=_assertion(facts, iri),
        date=_date(facts, iri),
    )


def _chain(facts: _Facts, first: str) -> tuple[Hop, ...]:
    chain = [_hop(facts, first)]
    relay = first
    while following := facts.maybe(facts.one(relay, PROV.entity), PROV.qualifiedDerivation):
        relay = following
        chain.append(_hop(facts, relay))
    return tuple(chain)


def _hop(facts: _Facts, relay: str) -> Hop:
    source = facts.one(relay, GRASP.wasAttributedTo)
    classes = facts.all(source, RDF.type)
    kind_as, anonymous_as = facts.maybe(relay, PV.kindAs), facts.maybe(relay, PV.anonymousAs)
    return Hop(
        name=facts.one(relay, PV.namedAs) if facts.all(relay, PV.namedAs) else facts.one(source, SCHEMA.name),
        kind=kind_of([kind_as] if kind_as else classes),
        relation=Relation(PV(facts.one(relay, PV.relation)).name),
        anonymous=anonymous_as == "true" if anonymous_as else PV.AnonymousSource in classes,
        mention=facts.spans(relay, PV.mention),
        evidence=facts.spans(relay, PV.evidence),
        role=facts.maybe(relay, PV.role) or "",
        reason=facts.maybe(relay, PV.reason) or "",
        confidence=float(facts.one(relay, PV.confidence)),
    )


def _assertion(facts: _Facts, iri: str) -> Assertion:
    said = facts.maybe(iri, PV.assertion)
    return ASSERTIONS[PV(said)] if said else Assertion.ASSERTS


def _date(facts: _Facts, iri: str) -> Dated | None:
    value = facts.maybe(iri, SCHEMA.dateCreated)
    if value is None:
        return None
    [span] = facts.spans(iri, PV.dateWords)
    return Dated(facts.one(iri, PV.datePhrase), value, span)

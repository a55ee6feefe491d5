"""From the quads of a named graph back to its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import StoreCorruptError
from provenance.iris import capture_sha256
from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Capture,
    ClaimReview,
    Dated,
    Declaration,
    Derivation,
    Extractor,
    Hop,
    Hyperlink,
    Party,
    Publisher,
    Quotation,
    Rating,
    Reading,
    Relation,
)
from provenance.rdf.mapping.facts import Facts
from provenance.rdf.mapping.kinds import kind_of
from provenance.rdf.vocabulary import GRASP, PROV, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from provenance.model import Kind

CREDITS = (PROV.qualifiedQuotation, PROV.qualifiedDerivation, PROV.qualifiedInfluence)
ASSERTIONS = {PV.denies: Assertion.DENIES, PV.doesNotConfirm: Assertion.DOES_NOT_CONFIRM}


def reading(quads: Iterable[Quad]) -> Reading:
    """The reading that one named graph holds. Raises StoreCorruptError where it holds none, or part of one."""
    facts = Facts(quads)
    try:
        return _reading(facts)
    except (LookupError, ValueError) as error:
        raise StoreCorruptError(f"the graph {facts.graph or 'without quads'} is no whole reading: {error}") from None


def _reading(facts: Facts) -> Reading:
    [activity] = facts.subjects(PROV.used)
    software = facts.one(activity, PROV.wasAssociatedWith)
    snapshot = facts.one(activity, PROV.used)
    article = facts.one(snapshot, PROV.specializationOf)
    relays = [relay for way in CREDITS for relay in facts.all(article, way)]
    return Reading(
        article=_article(facts, article, snapshot),
        extractor=Extractor(
            name=facts.one(software, SCHEMA.name),
            version=facts.one(software, SCHEMA.softwareVersion),
            model=facts.maybe(software, PV.model),
        ),
        derivations=tuple(_derivation(facts, relay) for relay in facts.in_order(relays)),
        attributions=tuple(_attribution(facts, iri) for iri in facts.in_order(facts.subjects(PV.quotation))),
        unread=facts.maybe(activity, PV.unread) or "",
    )


def _article(facts: Facts, iri: str, snapshot: str) -> Article:
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
        hyperlinks=tuple(
            Hyperlink(facts.spans(node, PV.linkWords)[0], facts.one(node, SCHEMA.url))
            for node in facts.in_order(facts.all(snapshot, PV.hyperlink))
        ),
        capture=_capture(facts, snapshot),
        reviews=tuple(_review(facts, node) for node in facts.in_order(facts.all(iri, SCHEMA.hasPart))),
    )


def _review(facts: Facts, iri: str) -> ClaimReview:
    claim = facts.one(iri, SCHEMA.itemReviewed)
    rating = facts.maybe(iri, SCHEMA.reviewRating)
    return ClaimReview(
        claim=facts.one(iri, SCHEMA.claimReviewed),
        rating=_rating(facts, rating) if rating else Rating(),
        claimant=_party(facts, claim),
        claimed=facts.maybe(claim, SCHEMA.datePublished),
        appearances=tuple(facts.one(node, SCHEMA.url) for node in facts.in_order(facts.all(claim, SCHEMA.appearance))),
        reviewer=_party(facts, iri),
        reviewed=facts.maybe(iri, SCHEMA.datePublished),
        url=facts.maybe(iri, SCHEMA.url),
    )


def _rating(facts: Facts, iri: str) -> Rating:
    said = (SCHEMA.alternateName, SCHEMA.ratingValue, SCHEMA.bestRating, SCHEMA.worstRating)
    return Rating(*(facts.maybe(iri, predicate) for predicate in said))


def _party(facts: Facts, node: str) -> Party | None:
    agent = facts.maybe(node, SCHEMA.author)
    return Party(_name(facts, node, agent), _kind(facts, node, agent)) if agent else None


def _name(facts: Facts, node: str, agent: str) -> str:
    """What `agent` is called where `node` points at it."""
    return facts.one(node, PV.namedAs) if facts.all(node, PV.namedAs) else facts.one(agent, SCHEMA.name)


def _kind(facts: Facts, node: str, agent: str) -> Kind:
    """What `agent` is where `node` points at it."""
    kind_as = facts.maybe(node, PV.kindAs)
    return kind_of([kind_as] if kind_as else facts.all(agent, RDF.type))


def _capture(facts: Facts, snapshot: str) -> Capture | None:
    iri = facts.maybe(snapshot, PROV.wasDerivedFrom)
    if iri is None:
        return None
    return Capture(capture_sha256(iri), facts.maybe(iri, SCHEMA.url), facts.maybe(iri, PROV.generatedAtTime))


def _publisher(facts: Facts, article: str) -> Publisher | None:
    agent = facts.maybe(article, SCHEMA.publisher)
    return Publisher(facts.one(agent, SCHEMA.name), kind_of(facts.all(agent, RDF.type))) if agent else None


def _derivation(facts: Facts, relay: str) -> Derivation:
    hop = _hop(facts, relay)
    return Derivation(
        name=hop.name,
        kind=hop.kind,
        relation=hop.relation,
        url=facts.maybe(facts.one(relay, PROV.entity), SCHEMA.url),
        evidence=hop.evidence,
        declared_in=facts.maybe(relay, PV.declaredIn),
        confidence=hop.confidence,
        made_by=hop.made_by,
    )


def _attribution(facts: Facts, iri: str) -> Attribution:
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


def _chain(facts: Facts, first: str) -> tuple[Hop, ...]:
    chain = [_hop(facts, first)]
    relay = first
    while following := facts.maybe(facts.one(relay, PROV.entity), PROV.qualifiedDerivation):
        relay = following
        chain.append(_hop(facts, relay))
    return tuple(chain)


def _hop(facts: Facts, relay: str) -> Hop:
    source = facts.one(relay, GRASP.wasAttributedTo)
    classes = facts.all(source, RDF.type)
    anonymous_as = facts.maybe(relay, PV.anonymousAs)
    return Hop(
        name=_name(facts, relay, source),
        kind=_kind(facts, relay, source),
        relation=Relation(PV(facts.one(relay, PV.relation)).name),
        anonymous=anonymous_as == "true" if anonymous_as else PV.AnonymousSource in classes,
        mention=facts.spans(relay, PV.mention),
        evidence=facts.spans(relay, PV.evidence),
        role=facts.maybe(relay, PV.role) or "",
        reason=facts.maybe(relay, PV.reason) or "",
        confidence=float(facts.one(relay, PV.confidence)),
        made_by=facts.maybe(relay, PV.madeBy) or "",
        url=facts.maybe(facts.one(relay, PROV.entity), SCHEMA.url) or "",
    )


def _assertion(facts: Facts, iri: str) -> Assertion:
    said = facts.maybe(iri, PV.assertion)
    return ASSERTIONS[PV(said)] if said else Assertion.ASSERTS


def _date(facts: Facts, iri: str) -> Dated | None:
    value = facts.maybe(iri, SCHEMA.dateCreated)
    if value is None:
        return None
    [span] = facts.spans(iri, PV.dateWords)
    return Dated(facts.one(iri, PV.datePhrase), value, span)

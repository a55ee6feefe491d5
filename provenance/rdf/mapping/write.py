"""From a reading to the quads of its named graph, each thing described once: all of them, or those that a store keeps.

A store keeps what is asked for, and the reading in one piece (`packed`), from which all of them are made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from provenance.documents.credits.agencies import author
from provenance.errors import InputError
from provenance.iris import (
    activity_iri,
    agent_iri,
    appearance_iri,
    article_iri,
    attribution_iri,
    capture_iri,
    cited_iri,
    declaration_iri,
    derivation_iri,
    extractor_iri,
    hyperlink_iri,
    passage_iri,
    rating_iri,
    relay_iri,
    review_iri,
    reviewed_iri,
    run_iri,
    snapshot_iri,
    source_iri,
)
from provenance.model import Assertion, Hop, Kind, Quotation, Rating, Relation, is_date, is_time, passage
from provenance.rdf.mapping.check import check
from provenance.rdf.mapping.kinds import CLASSES
from provenance.rdf.mapping.packed import packed
from provenance.rdf.mapping.sheet import Sheet, UncarriedError, check_carried, decimal
from provenance.rdf.vocabulary import GRASP, PROV, PV, RDF, SCHEMA, XSD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from provenance.documents.credits.agencies import Named
    from provenance.model import (
        Article,
        Attribution,
        Capture,
        ClaimReview,
        Derivation,
        Party,
        Publisher,
        Reading,
        Spans,
    )

ASSERTIONS = {Assertion.DENIES: PV.denies, Assertion.DOES_NOT_CONFIRM: PV.doesNotConfirm}
IMPLIED = frozenset((PROV.Entity, PROV.Agent, PROV.Derivation, GRASP.Attribution, PV.CitedStatement, SCHEMA.Quotation))
"""Classes that a store leaves out: other things that it keeps say as much."""
UNASKED = frozenset(
    (GRASP.isAttributionFor, SCHEMA.position, PV.confidence, PV.datePhrase, PV.madeBy, PV.reason, PV.textIsFile)
)
"""What a store leaves out: it is told of one reading, or one hop, rather than looked for."""
DATES = {len("2024"): XSD.gYear, len("2024-10"): XSD.gYearMonth, len("2024-10-31"): XSD.date}


class _Way(NamedTuple):
    """How an article had it from a report: directly, and qualified by a relay of a class of its own."""

    direct: str
    qualified: str
    relay: str


DERIVED = _Way(PROV.wasDerivedFrom, PROV.qualifiedDerivation, PROV.Derivation)
WAYS = {
    Relation.REPUBLISHED: _Way(PROV.wasQuotedFrom, PROV.qualifiedQuotation, PROV.Quotation),
    Relation.CONTRIBUTED: _Way(PROV.wasInfluencedBy, PROV.qualifiedInfluence, PROV.EntityInfluence),
}


def quads(reading: Reading, read_at: datetime) -> Iterator[Quad]:
    """The named graph of `reading`, made at `read_at` (UTC), without blank nodes.

    Raises InputError before the first quad where the reading is not sound or RDF cannot carry one of its strings.
    """
    check(reading)
    return _written(_Sheet(reading.article), reading, read_at)


def kept_quads(reading: Reading, read_at: datetime) -> list[Quad]:
    """Those of `quads` that a store keeps, and the reading in one piece. Raises as `quads`."""
    check(reading)
    sheet = _KeptSheet(reading.article)
    kept = list(_written(sheet, reading, read_at))
    run = NamedNode(run_iri(sheet.snapshot, reading.extractor))
    piece = Literal(packed(reading), datatype=NamedNode(XSD.base64Binary))
    return [*kept, Quad(run, NamedNode(PV.packed), piece, run)]


def _written(sheet: _Sheet, reading: Reading, read_at: datetime) -> Iterator[Quad]:
    run = run_iri(sheet.snapshot, reading.extractor)
    try:
        _write_run(sheet, run, reading, read_at)
        _write_article(sheet, reading.article)
        for position, derivation in enumerate(reading.derivations):
            _write_derivation(sheet, position, derivation)
        for position, attribution in enumerate(reading.attributions):
            _write_attribution(sheet, position, attribution, len(reading.derivations))
    except UncarriedError as error:
        raise InputError(f"article {reading.article.key!a}: {error}") from None
    graph = NamedNode(run)
    return (Quad(subject, predicate, term, graph) for subject, predicate, term in dict.fromkeys(sheet.triples))


class _Described(NamedTuple):
    """How an agent was described where it was first met; a relay that describes it otherwise says so itself."""

    name: str
    kind: Kind
    anonymous: bool


class _Sheet(Sheet):
    """The triples of one reading as they gather."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.text = article.text
        self.article = article_iri(article)
        self.snapshot = snapshot_iri(article)
        self._passages: dict[Spans, str] = {}
        self._agents: dict[str, _Described] = {}

    def passage(self, subject: str, predicate: str, spans: Spans) -> None:
        """Point at the words at `spans`; nothing where there are none."""
        if spans:
            self.link(subject, predicate, self.passage_at(spans))

    def passage_at(self, spans: Spans) -> str:
        if spans not in self._passages:
            words = [self.text[start:end] for start, end in spans]
            self._passages[spans] = self.passage_of(self.snapshot, spans, words)
        return self._passages[spans]

    def agent(self, iri: str, described: _Described) -> _Described:
        """Describe an agent unless it is; returns the description that stands."""
        known = self._agents.get(iri)
        if known is None:
            known = self._agents[iri] = described
            self.link(iri, RDF.type, *CLASSES[described.kind])
            if described.anonymous and described.kind is not Kind.ANONYMOUS:
                self.link(iri, RDF.type, PV.AnonymousSource)
            self.say(iri, SCHEMA.name, described.name)
        return known


class _KeptSheet(_Sheet):
    """Leaves out what the IRIs of passages say, and what only the whole graph tells."""

    def link(self, subject: str, predicate: str, *things: str) -> None:
        if predicate == RDF.type:
            super().link(subject, predicate, *(thing for thing in things if thing not in IMPLIED))
        elif predicate not in UNASKED:
            super().link(subject, predicate, *things)

    def say(self, subject: str, predicate: str, value: str | None, datatype: str | None = None) -> None:
        if predicate not in UNASKED and not (predicate == SCHEMA.text and subject == self.snapshot):
            super().say(subject, predicate, value, datatype)
        elif value is not None and not value.isascii():
            check_carried(value)

    def passage(self, subject: str, predicate: str, spans: Spans) -> None:
        pass

    def passage_at(self, spans: Spans) -> str:
        return passage_iri(self.snapshot, spans)


def _write_run(sheet: _Sheet, run: str, reading: Reading, read_at: datetime) -> None:
    activity, software = activity_iri(run), extractor_iri(reading.extractor)
    sheet.link(run, RDF.type, PROV.Bundle, PROV.Entity)
    sheet.link(run, PROV.wasGeneratedBy, activity)
    sheet.link(activity, RDF.type, PROV.Activity)
    sheet.link(activity, PROV.used, sheet.snapshot)
    sheet.link(activity, PROV.wasAssociatedWith, software)
    sheet.say(activity, PROV.endedAtTime, read_at.strftime("%Y-%m-%dT%H:%M:%SZ"), XSD.dateTime)
    sheet.say(activity, PV.unread, reading.unread or None)
    sheet.link(software, RDF.type, PROV.SoftwareAgent, PROV.Agent)
    sheet.say(software, SCHEMA.name, reading.extractor.name)
    sheet.say(software, SCHEMA.softwareVersion, reading.extractor.version)
    sheet.say(software, PV.model, reading.extractor.model)


def _write_article(sheet: _Sheet, article: Article) -> None:
    iri, snapshot = sheet.article, sheet.snapshot
    sheet.link(iri, RDF.type, SCHEMA.NewsArticle, PROV.Entity)
    sheet.say(iri, SCHEMA.identifier, article.key)
    sheet.say(iri, SCHEMA.headline, article.title)
    sheet.say(iri, PV.byline, article.byline)
    sheet.say(iri, SCHEMA.url, article.url, XSD.anyURI)
    sheet.say(iri, SCHEMA.inLanguage, article.language)
    sheet.say(iri, SCHEMA.datePublished, article.published, _date_type(article.published))
    if article.publisher:
        _credit(sheet, SCHEMA.publisher, article.publisher)
    if article.byline:
        _credit(sheet, SCHEMA.author, author(article.byline))
    sheet.link(snapshot, RDF.type, PROV.Entity)
    sheet.link(snapshot, PROV.specializationOf, iri)
    sheet.say(snapshot, SCHEMA.text, article.text)
    sheet.say(snapshot, PV.textIsFile, str(article.text_is_file).lower(), XSD.boolean)
    if article.capture:
        _write_capture(sheet, article.capture)
    for position, declared in enumerate(article.declared):
        node = declaration_iri(snapshot, position)
        sheet.link(iri, PV.declared, node)
        sheet.link(node, RDF.type, PV.Declaration)
        sheet.say(node, SCHEMA.position, str(position), XSD.integer)
        sheet.say(node, PV.declaredIn, declared.field)
        sheet.say(node, SCHEMA.name, declared.name)
        sheet.say(node, SCHEMA.url, declared.url, XSD.anyURI)
    for position, link in enumerate(article.hyperlinks):
        node = hyperlink_iri(snapshot, position)
        sheet.link(snapshot, PV.hyperlink, node)
        sheet.link(node, RDF.type, PV.Hyperlink)
        sheet.say(node, SCHEMA.position, str(position), XSD.integer)
        sheet.passage(node, PV.linkWords, (link.words,))
        sheet.say(node, SCHEMA.url, link.url, XSD.anyURI)
    for position, review in enumerate(article.reviews):
        _write_review(sheet, position, review)


def _write_review(sheet: _Sheet, position: int, review: ClaimReview) -> None:
    """The claim is a node of its own, so that who claimed it is not who checked it."""
    iri = review_iri(sheet.snapshot, position)
    claim, rating = reviewed_iri(iri), rating_iri(iri)
    sheet.link(sheet.article, SCHEMA.hasPart, iri)
    sheet.link(iri, RDF.type, SCHEMA.ClaimReview, PROV.Entity)
    sheet.say(iri, SCHEMA.position, str(position), XSD.integer)
    sheet.say(iri, SCHEMA.claimReviewed, review.claim)
    sheet.say(iri, SCHEMA.datePublished, review.reviewed, _date_type(review.reviewed))
    sheet.say(iri, SCHEMA.url, review.url, XSD.anyURI)
    _write_party(sheet, iri, review.reviewer)
    sheet.link(iri, SCHEMA.itemReviewed, claim)
    sheet.link(claim, RDF.type, PV.ReviewedClaim, PROV.Entity)
    sheet.say(claim, SCHEMA.datePublished, review.claimed, _date_type(review.claimed))
    _write_party(sheet, claim, review.claimant)
    for place, url in enumerate(review.appearances):
        node = appearance_iri(iri, place)
        sheet.link(claim, SCHEMA.appearance, node)
        sheet.link(node, RDF.type, SCHEMA.CreativeWork)
        sheet.say(node, SCHEMA.position, str(place), XSD.integer)
        sheet.say(node, SCHEMA.url, url, XSD.anyURI)
    if review.rating != Rating():
        sheet.link(iri, SCHEMA.reviewRating, rating)
        sheet.link(rating, RDF.type, SCHEMA.Rating)
        sheet.say(rating, SCHEMA.alternateName, review.rating.name)
        sheet.say(rating, SCHEMA.ratingValue, review.rating.value)
        sheet.say(rating, SCHEMA.bestRating, review.rating.best)
        sheet.say(rating, SCHEMA.worstRating, review.rating.worst)


def _write_party(sheet: _Sheet, node: str, party: Party | None) -> None:
    if party:
        hop = Hop(party.name, party.kind, Relation.OTHER, anonymous=party.kind is Kind.ANONYMOUS)
        _write_named(sheet, node, SCHEMA.author, hop, ())


def _write_capture(sheet: _Sheet, capture: Capture) -> None:
    """The bytes are an entity of their own: one page may be captured twice, and one text stand in two files."""
    iri = capture_iri(capture)
    sheet.link(sheet.snapshot, PROV.wasDerivedFrom, iri)
    sheet.link(iri, RDF.type, PV.Capture, PROV.Entity)
    sheet.say(iri, SCHEMA.url, capture.address, XSD.anyURI)
    timed = capture.time is not None and is_time(capture.time)
    sheet.say(iri, PROV.generatedAtTime, capture.time, XSD.dateTime if timed else None)


def _credit(sheet: _Sheet, predicate: str, who: Publisher | Named) -> None:
    agent = agent_iri(who.name, who.kind)
    sheet.agent(agent, _Described(who.name, who.kind, anonymous=who.kind is Kind.ANONYMOUS))
    sheet.link(sheet.article, predicate, agent)
    sheet.link(sheet.article, PROV.wasAttributedTo, agent)


def _write_derivation(sheet: _Sheet, position: int, derivation: Derivation) -> None:
    """A republished article quotes the whole of what it was taken from; any other is derived from it.

    Who gave only a part of it influenced it.
    """
    way = WAYS.get(derivation.relation, DERIVED)
    relay = derivation_iri(sheet.snapshot, derivation)
    report = cited_iri(relay, 0)
    sheet.link(sheet.article, way.direct, report)
    sheet.link(sheet.article, way.qualified, relay)
    if derivation.is_whole:
        sheet.link(sheet.article, SCHEMA.isBasedOn, report)
    sheet.link(report, RDF.type, PV.CitedReport, PROV.Entity)
    sheet.say(report, SCHEMA.url, derivation.url, XSD.anyURI)
    sheet.link(relay, RDF.type, way.relay, GRASP.Attribution)
    sheet.link(relay, PROV.entity, report)
    sheet.link(relay, GRASP.isAttributionFor, sheet.article)
    sheet.say(relay, SCHEMA.position, str(position), XSD.integer)
    sheet.say(relay, PV.declaredIn, derivation.declared_in)
    hop = Hop(
        derivation.name,
        derivation.kind,
        derivation.relation,
        anonymous=derivation.kind is Kind.ANONYMOUS,
        evidence=derivation.evidence,
        confidence=derivation.confidence,
        made_by=derivation.made_by,
    )
    _write_source(sheet, relay, hop, ())


def _write_attribution(sheet: _Sheet, position: int, attribution: Attribution, derivations: int) -> None:
    iri = attribution_iri(sheet.snapshot, attribution)
    statement = sheet.passage_at(attribution.content)
    sheet.link(statement, RDF.type, PV.Statement, PROV.Entity)
    if attribution.quotation is not Quotation.INDIRECT:
        sheet.link(statement, RDF.type, SCHEMA.Quotation)
    sheet.say(statement, SCHEMA.text, passage(sheet.text, attribution.content))
    _write_chain(sheet, iri, statement, attribution.chain, derivations)
    sheet.say(iri, SCHEMA.position, str(position), XSD.integer)
    sheet.say(iri, PV.overallConfidence, decimal(attribution.confidence), XSD.decimal)
    sheet.link(iri, PV.quotation, PV[attribution.quotation])
    if attribution.assertion in ASSERTIONS:
        sheet.link(iri, PV.assertion, ASSERTIONS[attribution.assertion])
    sheet.passage(iri, PV.cue, attribution.cue)
    sheet.passage(iri, PV.source, attribution.source)
    if date := attribution.date:
        sheet.say(iri, SCHEMA.dateCreated, date.value, _date_type(date.value))
        sheet.say(iri, PV.datePhrase, date.phrase)
        sheet.passage(iri, PV.dateWords, (date.span,))


def _write_chain(sheet: _Sheet, iri: str, statement: str, chain: tuple[Hop, ...], derivations: int) -> None:
    """Each hop is a cited statement, which the one before it was derived from; cited statements count as in traces."""
    below = statement
    for index, hop in enumerate(chain):
        relay, cited = relay_iri(iri, index), cited_iri(iri, derivations + index)
        sheet.link(below, PROV.wasDerivedFrom, cited)
        sheet.link(below, PROV.qualifiedDerivation, relay)
        sheet.link(cited, RDF.type, PV.CitedStatement, PROV.Entity)
        sheet.say(cited, SCHEMA.url, hop.url or None, XSD.anyURI)
        sheet.link(relay, RDF.type, PROV.Derivation, GRASP.Attribution)
        sheet.link(relay, PROV.entity, cited)
        sheet.link(relay, GRASP.isAttributionFor, below)
        _write_source(sheet, relay, hop, tuple(before.name for before in chain[:index]))
        below = cited


def _write_source(sheet: _Sheet, relay: str, hop: Hop, through: tuple[str, ...]) -> None:
    _write_named(sheet, relay, GRASP.wasAttributedTo, hop, through)
    sheet.link(relay, PV.relation, PV[hop.relation])
    sheet.say(relay, PV.confidence, decimal(hop.confidence), XSD.decimal)
    sheet.say(relay, PV.madeBy, hop.made_by or None)
    sheet.say(relay, PV.role, hop.role or None)
    sheet.say(relay, PV.reason, hop.reason or None)
    sheet.passage(relay, PV.mention, hop.mention)
    sheet.passage(relay, PV.evidence, hop.evidence)


def _write_named(sheet: _Sheet, node: str, predicate: str, hop: Hop, through: tuple[str, ...]) -> None:
    """Point from `node` at who the hop is, and say how it differs there from how the graph first met them."""
    source = source_iri(sheet.snapshot, hop, through)
    known = sheet.agent(source, _Described(hop.name, hop.kind, hop.anonymous))
    sheet.link(node, predicate, source)
    if hop.name != known.name:
        sheet.say(node, PV.namedAs, hop.name)
    if hop.kind is not known.kind:
        sheet.link(node, PV.kindAs, CLASSES[hop.kind][0])
    if hop.anonymous != (known.anonymous or known.kind is Kind.ANONYMOUS):
        sheet.say(node, PV.anonymousAs, str(hop.anonymous).lower(), XSD.boolean)


def _date_type(value: str | None) -> str | None:
    """The XML Schema type of a day, month or year; None, a plain string, for anything else."""
    return DATES[len(value)] if value is not None and is_date(value) else None

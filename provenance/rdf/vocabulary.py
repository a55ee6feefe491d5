# ruff: noqa: N815 -- terms keep the spelling of their vocabularies
"""Every term the graph is written with, in closed namespaces: a typo is an AttributeError, and mypy sees it first.

The terms are strings. `data/ontology.ttl` declares those of `PV`; PROV-O, schema.org, the Web Annotation vocabulary
and GRaSP (http://groundedannotationframework.org) declare theirs.
"""

from __future__ import annotations

from enum import StrEnum

from provenance.iris import VOCABULARY, layer_iri

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_PROV = "http://www.w3.org/ns/prov#"
_SCHEMA = "https://schema.org/"
_OA = "http://www.w3.org/ns/oa#"
_GRASP = "http://groundedannotationframework.org/grasp#"

PREFIXES = {
    "rdf": _RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": _XSD,
    "prov": _PROV,
    "schema": _SCHEMA,
    "oa": _OA,
    "grasp": _GRASP,
    "pv": VOCABULARY,
}

INFERRED = layer_iri("inferred")
"""The named graph of what the program concludes across articles; it can be thrown away and rebuilt."""
REVIEWED = layer_iri("reviewed")
"""The named graph of what people decided; it outranks the others."""


class RDF(StrEnum):
    type = f"{_RDF}type"


class XSD(StrEnum):
    anyURI = f"{_XSD}anyURI"
    base64Binary = f"{_XSD}base64Binary"
    boolean = f"{_XSD}boolean"
    date = f"{_XSD}date"
    dateTime = f"{_XSD}dateTime"
    decimal = f"{_XSD}decimal"
    gYear = f"{_XSD}gYear"
    gYearMonth = f"{_XSD}gYearMonth"
    integer = f"{_XSD}integer"


class PROV(StrEnum):
    """https://www.w3.org/TR/prov-o/"""

    Activity = f"{_PROV}Activity"
    Agent = f"{_PROV}Agent"
    Bundle = f"{_PROV}Bundle"
    Derivation = f"{_PROV}Derivation"
    Entity = f"{_PROV}Entity"
    EntityInfluence = f"{_PROV}EntityInfluence"
    Person = f"{_PROV}Person"
    Quotation = f"{_PROV}Quotation"
    SoftwareAgent = f"{_PROV}SoftwareAgent"
    endedAtTime = f"{_PROV}endedAtTime"
    entity = f"{_PROV}entity"
    generatedAtTime = f"{_PROV}generatedAtTime"
    qualifiedDerivation = f"{_PROV}qualifiedDerivation"
    qualifiedInfluence = f"{_PROV}qualifiedInfluence"
    qualifiedQuotation = f"{_PROV}qualifiedQuotation"
    specializationOf = f"{_PROV}specializationOf"
    used = f"{_PROV}used"
    wasAssociatedWith = f"{_PROV}wasAssociatedWith"
    wasAttributedTo = f"{_PROV}wasAttributedTo"
    wasDerivedFrom = f"{_PROV}wasDerivedFrom"
    wasGeneratedBy = f"{_PROV}wasGeneratedBy"
    wasInfluencedBy = f"{_PROV}wasInfluencedBy"
    wasInvalidatedBy = f"{_PROV}wasInvalidatedBy"
    wasQuotedFrom = f"{_PROV}wasQuotedFrom"
    alternateOf = f"{_PROV}alternateOf"
    wasRevisionOf = f"{_PROV}wasRevisionOf"


class SCHEMA(StrEnum):
    """https://schema.org/"""

    Claim = f"{_SCHEMA}Claim"
    ClaimReview = f"{_SCHEMA}ClaimReview"
    CreativeWork = f"{_SCHEMA}CreativeWork"
    NewsArticle = f"{_SCHEMA}NewsArticle"
    NewsMediaOrganization = f"{_SCHEMA}NewsMediaOrganization"
    Organization = f"{_SCHEMA}Organization"
    Person = f"{_SCHEMA}Person"
    PropertyValue = f"{_SCHEMA}PropertyValue"
    Quotation = f"{_SCHEMA}Quotation"
    Rating = f"{_SCHEMA}Rating"
    alternateName = f"{_SCHEMA}alternateName"
    appearance = f"{_SCHEMA}appearance"
    author = f"{_SCHEMA}author"
    bestRating = f"{_SCHEMA}bestRating"
    claimReviewed = f"{_SCHEMA}claimReviewed"
    dateCreated = f"{_SCHEMA}dateCreated"
    datePublished = f"{_SCHEMA}datePublished"
    hasPart = f"{_SCHEMA}hasPart"
    headline = f"{_SCHEMA}headline"
    identifier = f"{_SCHEMA}identifier"
    inLanguage = f"{_SCHEMA}inLanguage"
    isBasedOn = f"{_SCHEMA}isBasedOn"
    itemReviewed = f"{_SCHEMA}itemReviewed"
    name = f"{_SCHEMA}name"
    position = f"{_SCHEMA}position"
    propertyID = f"{_SCHEMA}propertyID"
    publisher = f"{_SCHEMA}publisher"
    ratingValue = f"{_SCHEMA}ratingValue"
    reviewRating = f"{_SCHEMA}reviewRating"
    softwareVersion = f"{_SCHEMA}softwareVersion"
    text = f"{_SCHEMA}text"
    url = f"{_SCHEMA}url"
    value = f"{_SCHEMA}value"
    worstRating = f"{_SCHEMA}worstRating"


class OA(StrEnum):
    """https://www.w3.org/TR/annotation-vocab/"""

    SpecificResource = f"{_OA}SpecificResource"
    TextPositionSelector = f"{_OA}TextPositionSelector"
    TextQuoteSelector = f"{_OA}TextQuoteSelector"
    end = f"{_OA}end"
    exact = f"{_OA}exact"
    hasSelector = f"{_OA}hasSelector"
    hasSource = f"{_OA}hasSource"
    start = f"{_OA}start"


class GRASP(StrEnum):
    """Who a text says said something, apart from who wrote the text (van Son et al., GRaSP, 2016)."""

    Attribution = f"{_GRASP}Attribution"
    isAttributionFor = f"{_GRASP}isAttributionFor"
    wasAttributedTo = f"{_GRASP}wasAttributedTo"


class PV(StrEnum):
    """Terms of our own, declared and explained in `data/ontology.ttl`."""

    AgentDecision = f"{VOCABULARY}AgentDecision"
    AnonymousSource = f"{VOCABULARY}AnonymousSource"
    Assertion = f"{VOCABULARY}Assertion"
    Capture = f"{VOCABULARY}Capture"
    CitedReport = f"{VOCABULARY}CitedReport"
    CitedStatement = f"{VOCABULARY}CitedStatement"
    ClaimDecision = f"{VOCABULARY}ClaimDecision"
    Confirmation = f"{VOCABULARY}Confirmation"
    CopyLink = f"{VOCABULARY}CopyLink"
    Correction = f"{VOCABULARY}Correction"
    Decision = f"{VOCABULARY}Decision"
    Declaration = f"{VOCABULARY}Declaration"
    DividedPassage = f"{VOCABULARY}DividedPassage"
    Group = f"{VOCABULARY}Group"
    Hyperlink = f"{VOCABULARY}Hyperlink"
    Judgement = f"{VOCABULARY}Judgement"
    Link = f"{VOCABULARY}Link"
    LinkDecision = f"{VOCABULARY}LinkDecision"
    Merge = f"{VOCABULARY}Merge"
    NewsAgency = f"{VOCABULARY}NewsAgency"
    Platform = f"{VOCABULARY}Platform"
    QuotationType = f"{VOCABULARY}QuotationType"
    Rejection = f"{VOCABULARY}Rejection"
    Relation = f"{VOCABULARY}Relation"
    ReportLink = f"{VOCABULARY}ReportLink"
    ReviewedClaim = f"{VOCABULARY}ReviewedClaim"
    SameAgentLink = f"{VOCABULARY}SameAgentLink"
    SameClaimLink = f"{VOCABULARY}SameClaimLink"
    SharedQuoteLink = f"{VOCABULARY}SharedQuoteLink"
    Split = f"{VOCABULARY}Split"
    Statement = f"{VOCABULARY}Statement"
    StatementDecision = f"{VOCABULARY}StatementDecision"
    Target = f"{VOCABULARY}Target"
    UnspecifiedSource = f"{VOCABULARY}UnspecifiedSource"

    anchor = f"{VOCABULARY}anchor"
    anonymousAs = f"{VOCABULARY}anonymousAs"
    assertion = f"{VOCABULARY}assertion"
    because = f"{VOCABULARY}because"
    byline = f"{VOCABULARY}byline"
    confidence = f"{VOCABULARY}confidence"
    correction = f"{VOCABULARY}correction"
    cue = f"{VOCABULARY}cue"
    datePhrase = f"{VOCABULARY}datePhrase"
    dateWords = f"{VOCABULARY}dateWords"
    decidedUpon = f"{VOCABULARY}decidedUpon"
    declared = f"{VOCABULARY}declared"
    declaredIn = f"{VOCABULARY}declaredIn"
    evidence = f"{VOCABULARY}evidence"
    expresses = f"{VOCABULARY}expresses"
    hop = f"{VOCABULARY}hop"
    hyperlink = f"{VOCABULARY}hyperlink"
    judgement = f"{VOCABULARY}judgement"
    judges = f"{VOCABULARY}judges"
    kindAs = f"{VOCABULARY}kindAs"
    left = f"{VOCABULARY}left"
    linkWords = f"{VOCABULARY}linkWords"
    madeBy = f"{VOCABULARY}madeBy"
    mention = f"{VOCABULARY}mention"
    method = f"{VOCABULARY}method"
    model = f"{VOCABULARY}model"
    namedAs = f"{VOCABULARY}namedAs"
    note = f"{VOCABULARY}note"
    packed = f"{VOCABULARY}packed"
    overallConfidence = f"{VOCABULARY}overallConfidence"
    quotation = f"{VOCABULARY}quotation"
    reason = f"{VOCABULARY}reason"
    relation = f"{VOCABULARY}relation"
    resolvedTo = f"{VOCABULARY}resolvedTo"
    right = f"{VOCABULARY}right"
    role = f"{VOCABULARY}role"
    score = f"{VOCABULARY}score"
    source = f"{VOCABULARY}source"
    target = f"{VOCABULARY}target"
    textIsFile = f"{VOCABULARY}textIsFile"
    unread = f"{VOCABULARY}unread"

    said = f"{VOCABULARY}said"
    told = f"{VOCABULARY}told"
    interviewed = f"{VOCABULARY}interviewed"
    reported = f"{VOCABULARY}reported"
    published = f"{VOCABULARY}published"
    republished = f"{VOCABULARY}republished"
    posted = f"{VOCABULARY}posted"
    leaked = f"{VOCABULARY}leaked"
    wrote = f"{VOCABULARY}wrote"
    polled = f"{VOCABULARY}polled"
    testified = f"{VOCABULARY}testified"
    contributed = f"{VOCABULARY}contributed"
    other = f"{VOCABULARY}other"

    direct = f"{VOCABULARY}direct"
    indirect = f"{VOCABULARY}indirect"
    mixed = f"{VOCABULARY}mixed"

    denies = f"{VOCABULARY}denies"
    doesNotConfirm = f"{VOCABULARY}doesNotConfirm"

    same = f"{VOCABULARY}same"
    different = f"{VOCABULARY}different"
    undecided = f"{VOCABULARY}undecided"

"""The words of the field as frozen values: what was read, who said it, through whom.

Spans are `[start, end)` in Unicode characters of `Article.text`. Confidence runs from 0 to 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


Spans = tuple[Span, ...]


class Kind(StrEnum):
    """What a source is."""

    OUTLET = "outlet"
    WIRE = "wire"
    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    PLATFORM = "platform"
    UNSPECIFIED = "unspecified"


OUTLETS = frozenset({Kind.OUTLET, Kind.WIRE})
"""Those who publish."""
RELAYS = OUTLETS | {Kind.PLATFORM, Kind.DOCUMENT}
"""Those whose words are, as a rule, someone else's."""


class Relation(StrEnum):
    """How the hop before, or the article, got a statement from this hop."""

    SAID = "said"
    TOLD = "told"
    INTERVIEWED = "interviewed"
    REPORTED = "reported"
    PUBLISHED = "published"
    REPUBLISHED = "republished"
    POSTED = "posted"
    LEAKED = "leaked"
    WROTE = "wrote"
    POLLED = "polled"
    TESTIFIED = "testified"
    CONTRIBUTED = "contributed"
    OTHER = "other"


class Quotation(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Assertion(StrEnum):
    """Whether the last hop of a chain stands behind the content (PATTERNS: "N declined to confirm")."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOES_NOT_CONFIRM = "does not confirm"


EVEN = 0.5
"""What is less sure is more likely wrong than right, as a confidence is the share of its like that proved right."""


def is_undecided(confidence: float) -> bool:
    """Whether a hop, a statement or a credit of this confidence is shown as undecided and counts for no verdict."""
    return confidence < EVEN


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who put an article before its readers; `kind` is OUTLET or WIRE."""

    name: str
    kind: Kind = Kind.OUTLET


@dataclass(frozen=True, slots=True)
class Declaration:
    """An origin that an article's metadata states, such as JSON-LD `isBasedOn` or a foreign canonical link.

    `field` names where it stood; either `name` or `url` is known.
    """

    field: str
    name: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Words of the text that lead to a page of another site, and its address."""

    words: Span
    url: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom metadata names: a person, an organisation, or one of whom it does not say which."""

    name: str
    kind: Kind = Kind.UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Rating:
    """What a fact check rates a claim, as it is written (https://schema.org/Rating).

    `name` is its word ("Mostly false"), `value` its place on the scale from `worst` to `best`.
    """

    name: str | None = None
    value: str | None = None
    best: str | None = None
    worst: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """A fact check that an article's metadata states (https://schema.org/ClaimReview).

    `claim` is what was checked, in the words of `reviewer`, who says that `claimant` claimed it: on `claimed` (a date),
    at the addresses `appearances`, the first one first. `reviewed` is the date of the check, `url` its address.
    """

    claim: str
    rating: Rating = Rating()
    claimant: Party | None = None
    claimed: str | None = None
    appearances: tuple[str, ...] = ()
    reviewer: Party | None = None
    reviewed: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes that an article was read from: what proves, later, that they said it.

    `sha256` is their SHA-256 in 64 hexadecimal digits, `address` the URL that they were got from, `time` when, in UTC
    ("2031-02-04T09:30:00Z"); each of the last two None where it is not known.
    """

    sha256: str
    address: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One document as read: `text` exactly as its spans index it.

    `published` is an ISO 8601 date, or only its year and month, or its year. `text_is_file` says that the spans index
    the file's own decoded text. `capture` is None for an article that was made, not read.
    """

    key: str
    text: str
    title: str | None = None
    publisher: Publisher | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    declared: tuple[Declaration, ...] = ()
    text_is_file: bool = True
    hyperlinks: tuple[Hyperlink, ...] = ()
    reviews: tuple[ClaimReview, ...] = ()
    capture: Capture | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One source on the way to the origin, with the words that show it.

    `mention` is where the text names the source (empty when only implied), `evidence` what proves the relay, `reason`
    the stated reason for anonymity. `agent` is the IRI of whom a person holds it to be, where that is not whom the text
    names. `url` is the page that the text links to for it. `made_by` is the pass that found the hop ("rules/7:said by",
    "credits"), or the person who corrected it ("review:Ada Brunt").
    """

    name: str
    kind: Kind
    relation: Relation
    anonymous: bool = False
    mention: Spans = ()
    evidence: Spans = ()
    role: str = ""
    reason: str = ""
    confidence: float = 1.0
    agent: str = ""
    made_by: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression; `value` is its ISO 8601 date, of reduced precision where the words are ("2024-10")."""

    phrase: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as the article attributes it; `chain` runs from the hop nearest the article to the origin.

    `revises` is the IRI of the attribution that a person corrected into this one; empty for one as it was read.
    """

    content: Spans
    cue: Spans
    source: Spans
    quotation: Quotation
    chain: tuple[Hop, ...]
    confidence: float
    assertion: Assertion = Assertion.ASSERTS
    date: Dated | None = None
    revises: str = ""

    @property
    def is_undecided(self) -> bool:
        """Whether it is, or a hop of its chain."""
        return is_undecided(self.confidence) or any(is_undecided(hop.confidence) for hop in self.chain)


@dataclass(frozen=True, slots=True)
class Derivation:
    """What the whole article, or a part of it, was taken from; `evidence` is empty where metadata alone says so."""

    name: str
    kind: Kind
    relation: Relation
    url: str | None = None
    evidence: Spans = ()
    declared_in: str | None = None
    confidence: float = 1.0
    made_by: str = ""

    @property
    def is_whole(self) -> bool:
        """False where the outlet only added to the article, which makes it no hop of any chain."""
        return self.relation is not Relation.CONTRIBUTED


@dataclass(frozen=True, slots=True)
class Extractor:
    """Which program read an article: `version` is dotted numbers, `model` the SHA-256 of its weights."""

    name: str
    version: str
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one extractor took from one article.

    `unread` says why an article is kept without having been read: the language it is in, such as "German"; empty for
    one that was.
    """

    article: Article
    extractor: Extractor
    derivations: tuple[Derivation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in its reading: the unit that claims gather and traces start from."""

    reading: Reading
    attribution: Attribution

    @property
    def text(self) -> str:
        """Its words, parts joined with an ellipsis."""
        return passage(self.reading.article.text, self.attribution.content)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A conclusion across articles: the report that `citing` cites at hop `position` is the statement `cited`.

    `citing`, `cited` are attribution IRIs; `position` counts the article's derivations and then the
    attribution's own hops, from 0, and is None where `citing` itself was copied from `cited`; `evidence` says in words
    why the two are held to be the same.
    """

    citing: str
    position: int | None
    cited: str
    evidence: str
    confidence: float


class LinkKind(StrEnum):
    """What a link says of its two ends, and what they are.

    SAME_CLAIM and SHARED_QUOTE join attributions, SAME_AGENT agents, COPY articles (the copy, then what it was taken
    from), REPORT what an attribution cites (`iris.cited_iri`) with the attribution that it is held to be.
    """

    SAME_CLAIM = "same claim"
    SAME_AGENT = "same agent"
    SHARED_QUOTE = "shared quote"
    COPY = "copy"
    REPORT = "report"


class Judgement(StrEnum):
    """Three-valued: what is undecided is kept, for a person to decide."""

    SAME = "same"
    DIFFERENT = "not the same"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Link:
    """A conclusion across articles: whether what `left` and `right` name, by IRI, is one thing.

    `method` names what concluded it, `score` is what that measured and `confidence` how sure the judgement is, both
    from 0 to 1; `evidence` says in words why.
    """

    kind: LinkKind
    left: str
    right: str
    judgement: Judgement
    method: str
    score: float
    confidence: float
    evidence: str


def passage(text: str, spans: Spans) -> str:
    """The words at `spans`, parts joined with an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)


def is_date(value: str) -> bool:
    """Whether `value` is a day, month or year of the common calendar as XML Schema writes it."""
    if not re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", value, re.ASCII):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def is_time(value: str) -> bool:
    """Whether `value` is a second of the common calendar in UTC, as XML Schema writes it: "2031-02-04T09:30:00Z"."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", value, re.ASCII):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True

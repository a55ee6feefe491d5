"""The tables of a run: articles, what they were taken from, statements, hops, links, claims, and what was skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.iris import (
    article_iri,
    attribution_iri,
    derivation_iri,
    link_iri,
    passage_iri,
    snapshot_iri,
    source_iri,
)
from provenance.model import is_undecided, passage
from provenance.runners.results import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Attribution, Hop, Link, Reading
    from provenance.readers import Skipped
    from provenance.runners.results import Claim, Row

PLACES = 4
"""Decimals of a score, as the graph keeps them."""


def _typed(strings: str, **others: str) -> dict[str, str]:
    return {name: others.get(name, "string") for name in strings.split()}


def _articles(reading: Reading) -> Iterator[Row]:
    one, by = reading.article, reading.extractor
    publisher = (one.publisher.name, str(one.publisher.kind)) if one.publisher else (None, None)
    about = (one.key, one.url, one.title, *publisher, one.byline, one.published, one.language)
    capture = one.capture.sha256 if one.capture else None
    yield article_iri(one), snapshot_iri(one), *about, capture, by.name, by.version, reading.unread or None, one.text


def _derivations(reading: Reading) -> Iterator[Row]:
    snapshot = snapshot_iri(reading.article)
    for position, one in enumerate(reading.derivations):
        told = one.name, str(one.kind), str(one.relation), one.url, one.declared_in
        confidence = round(one.confidence, PLACES)
        yield derivation_iri(snapshot, one), article_iri(reading.article), position, *told, confidence, one.made_by


def _statements(reading: Reading) -> Iterator[Row]:
    text, snapshot, article = reading.article.text, snapshot_iri(reading.article), article_iri(reading.article)
    for position, one in enumerate(reading.attributions):
        yield (
            attribution_iri(snapshot, one),
            article,
            position,
            passage_iri(snapshot, one.content),
            passage(text, one.content),
            passage(text, one.cue),
            passage(text, one.source),
            str(one.quotation),
            str(one.assertion),
            one.date.value if one.date else None,
            len(one.chain),
            round(one.confidence, PLACES),
            one.is_undecided,
        )


def _hops(reading: Reading) -> Iterator[Row]:
    snapshot = snapshot_iri(reading.article)
    for one in reading.attributions:
        statement = attribution_iri(snapshot, one)
        for position, hop in enumerate(one.chain):
            yield statement, position, *_hop(reading, one, position, hop)


def _hop(reading: Reading, attribution: Attribution, position: int, hop: Hop) -> Row:
    text, snapshot = reading.article.text, snapshot_iri(reading.article)
    through = [before.name for before in attribution.chain[:position]]
    told = hop.name, str(hop.kind), str(hop.relation), hop.anonymous, hop.role or None, hop.reason or None
    shown = passage(text, hop.mention) or None, passage(text, hop.evidence) or None
    sure = round(hop.confidence, PLACES)
    return source_iri(snapshot, hop, through), *told, *shown, hop.url or None, hop.made_by, sure, is_undecided(sure)


def _links(link: Link) -> Iterator[Row]:
    told = str(link.kind), link.left, link.right, str(link.judgement), link.method
    yield link_iri(link), *told, round(link.score, PLACES), round(link.confidence, PLACES), link.evidence


def _claims(claim: Claim) -> Iterator[Row]:
    for place, (statement, where) in enumerate(claim.members):
        yield claim.iri, statement, where, place == 0


def _skipped(one: Skipped) -> Iterator[Row]:
    yield one.input, one.reason


ARTICLES = Table(
    "articles",
    _typed(
        "article snapshot key url title publisher publisher_kind byline published language capture extractor version "
        "unread text"
    ),
    _articles,
)
DERIVATIONS = Table(
    "derivations",
    _typed(
        "derivation article position name kind relation url declared_in confidence made_by",
        position="bigint",
        confidence="double",
    ),
    _derivations,
)
STATEMENTS = Table(
    "statements",
    _typed(
        "statement article position passage text cue source quotation assertion date hops confidence undecided",
        position="bigint",
        hops="bigint",
        confidence="double",
        undecided="boolean",
    ),
    _statements,
)
HOPS = Table(
    "hops",
    _typed(
        "statement position agent name kind relation anonymous role reason mention evidence url made_by confidence "
        "undecided",
        position="bigint",
        anonymous="boolean",
        confidence="double",
        undecided="boolean",
    ),
    _hops,
)
LINKS = Table(
    "links",
    _typed("link kind left right judgement method score confidence evidence", score="double", confidence="double"),
    _links,
)
CLAIMS = Table("claims", _typed("claim statement passage is_first", is_first="boolean"), _claims)
SKIPPED = Table("skipped", _typed("input reason"), _skipped)
READINGS = (ARTICLES, DERIVATIONS, STATEMENTS, HOPS)

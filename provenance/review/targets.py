"""What people may decide upon, found in a store by the IRI that listings, traces and exports print."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from provenance.decisions import Subject, Target
from provenance.decisions.anchors import anchor, sources
from provenance.errors import NotFoundError, UsageError
from provenance.iris import (
    attribution_iri,
    cited_parts,
    is_claim,
    is_link,
    is_source,
    is_statement,
    relay_parts,
    snapshot_iri,
)
from provenance.model import LinkKind, Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from provenance.corpus import Corpus
    from provenance.rdf.store import Found

NAMED = {
    is_statement: Subject.STATEMENT,
    is_link: Subject.LINK,
    is_source: Subject.AGENT,
    is_claim: Subject.CLAIM,
}
MATCHES = 1000
"""The most statements of a claim that are looked at."""


def subject(iri: str) -> Subject:
    """What an IRI names. Raises UsageError where it names nothing that can be decided upon."""
    for names, about in NAMED.items():
        if names(iri):
            return about
    raise UsageError(
        f"'{iri}' is no statement, link, source or claim: give an IRI that 'provenance claims', 'sources', 'trace' or "
        "'review' prints with --format json"
    )


def statement(corpus: Corpus, iri: str) -> Target:
    """The attribution `iri`, or the one at the passage `iri`, as it was read.

    Raises NotFoundError where there is none, UsageError where there are several.
    """
    found = corpus.find(iri, MATCHES) if subject(iri) is Subject.STATEMENT else []
    found = [one for one in found if relay_parts(one.attribution)[1] == 0]
    if not found:
        raise NotFoundError(f"the store holds no statement {iri}: 'provenance claims --format json' lists them")
    if len(found) > 1:
        names = ", ".join(one.attribution for one in found)
        raise UsageError(f"{len(found)} statements stand at {iri}: give one of {names}")
    return _target(found[0].attribution, _read(corpus, found[0]))


def cited(corpus: Corpus, iri: str) -> Target:
    """What a statement cites, `iri`, at the place of the statement. Raises as `statement`."""
    citing, position = cited_parts(iri)
    target = statement(corpus, citing)
    return target if position is None else Target(iri, target.name, None, target.anchor)


def agent(corpus: Corpus, iri: str) -> Target:
    """Raises NotFoundError where no current article names such a source, and no decision does."""
    decided = {one.iri: one for one in corpus.agents.values()}
    if iri in decided:
        return Target(iri, decided[iri].name, decided[iri].kind)
    known = corpus.store.agent(iri) if subject(iri) is Subject.AGENT else None
    if known is None:
        raise NotFoundError(f"the store holds no source {iri}: 'provenance sources --format json' lists them")
    return Target(iri, *known)


def claim(corpus: Corpus, iri: str, without: Collection[str] = ()) -> Target:
    """The surest statement of a claim, of equally sure ones the earliest; `without` are not chosen.

    A statement's IRI stands for the claim that it makes. Raises NotFoundError where there is no such claim, UsageError
    where all its statements are `without`.
    """
    if subject(iri) is Subject.STATEMENT:
        return statement(corpus, iri)
    found = list(islice(corpus.made(iri), MATCHES)) if subject(iri) is Subject.CLAIM else []
    if not found:
        raise NotFoundError(f"the store holds no claim {iri}: 'provenance claims --format json' lists them")
    left = [(one.attribution, _read(corpus, one)) for one in found if one.attribution not in without]
    if not left:
        raise UsageError(f"the claim {iri} has no other statement: give a statement of another claim")
    return _target(*min(left, key=lambda one: _rank(*one)))


def link(corpus: Corpus, iri: str) -> tuple[LinkKind, tuple[Target, ...]]:
    """The kind and the ends of a link. Raises NotFoundError where there is none, or where its ends are gone."""
    found = corpus.store.link(iri)
    return found.kind, tuple(end(corpus, found.kind, one) for one in (found.left, found.right))


def end(corpus: Corpus, kind: LinkKind, iri: str) -> Target:
    """One end of a link of this kind."""
    match kind:
        case LinkKind.SAME_AGENT:
            return agent(corpus, iri)
        case LinkKind.COPY:
            return _article(corpus, iri)
        case _:
            return cited(corpus, iri)


def statements(corpus: Corpus, iris: Iterable[str]) -> tuple[Target, ...]:
    return tuple(statement(corpus, iri) for iri in iris)


def _article(corpus: Corpus, iri: str) -> Target:
    run = corpus.store.run_of(iri)
    if run is None:
        raise NotFoundError(f"the store holds no article {iri}: 'provenance articles --format json' lists them")
    return Target(iri, corpus.store.reading(run).article.key)


def _read(corpus: Corpus, found: Found) -> Statement:
    reading = corpus.store.reading(found.run)
    snapshot = snapshot_iri(reading.article)
    return next(
        Statement(reading, one) for one in reading.attributions if attribution_iri(snapshot, one) == found.attribution
    )


def _target(iri: str, read: Statement) -> Target:
    return Target(iri, sources(read.attribution), None, anchor(read))


def _rank(iri: str, read: Statement) -> tuple[float, bool, str, str]:
    published = read.reading.article.published
    return -read.attribution.confidence, not published, published or "", iri

"""Links that wait for a person, those that most rests on first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError, UsageError
from provenance.iris import cited_parts, link_iri, snapshot_article
from provenance.model import Judgement, LinkKind
from provenance.review import targets

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.corpus import Corpus
    from provenance.decisions import Target
    from provenance.model import Link


@dataclass(frozen=True, slots=True)
class Undecided:
    """A link with its ends in words; `statements` rest on it: those of what it would join.

    `articles` are the IRIs of those that the left and the right end stand in, or are; empty for an agent.
    """

    id: str
    link: Link
    left: str
    right: str
    statements: int
    articles: tuple[str, str] = ("", "")


def undecided(corpus: Corpus) -> list[Undecided]:
    """Those that most statements rest on first, then by IRI; links whose ends are gone are left out."""
    weigh = _scales(corpus)
    found = [_entry(corpus, link, weigh) for link in corpus.links(Judgement.UNDECIDED)]
    return sorted((one for one in found if one), key=lambda one: (-one.statements, one.id))


def _entry(corpus: Corpus, link: Link, weigh: Callable[[LinkKind, str], int]) -> Undecided | None:
    ends = (link.left, link.right)
    try:
        left, right = (targets.end(corpus, link.kind, end) for end in ends)
    except (NotFoundError, UsageError):
        return None
    return Undecided(
        link_iri(link),
        link,
        _words(corpus, left),
        _words(corpus, right),
        sum(weigh(link.kind, end) for end in ends),
        (_article(link, left), _article(link, right)),
    )


def _article(link: Link, end: Target) -> str:
    if end.anchor is not None:
        return snapshot_article(end.anchor.snapshot)
    return end.iri if link.kind is LinkKind.COPY else ""


def _words(corpus: Corpus, target: Target) -> str:
    if target.anchor is None:
        return f"{target.name} ({target.kind})" if target.kind else target.name
    run = corpus.store.run_of(snapshot_article(target.anchor.snapshot))
    place = f", in {corpus.store.reading(run).article.key}" if run else ""
    said = f"“{' … '.join(target.anchor.exact)}” (by {target.name}{place})"
    _, position = cited_parts(target.iri)
    return said if position is None else f"what is cited in {said}"


def _scales(corpus: Corpus) -> Callable[[LinkKind, str], int]:
    """How many statements rest on one end of a link."""
    named: dict[str, int] = {}
    written: dict[str, int] = {}

    @cache
    def weigh(kind: LinkKind, iri: str) -> int:
        if kind is LinkKind.SAME_AGENT:
            named.update({} if named else {row.id: row.statements for row in corpus.store.sources()})
            return named.get(iri, 0)
        if kind is LinkKind.COPY:
            written.update({} if written else {row.id: row.statements for row in corpus.store.articles()})
            return written.get(iri, 0)
        claim = corpus.claim_of(targets.cited(corpus, cited_parts(iri)[0]).iri)
        return len(corpus.statements_of(claim)) if claim else 0

    return weigh

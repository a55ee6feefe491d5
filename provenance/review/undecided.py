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
class End:
    """What a link leads to; `article` is the key of the one that it stands in, empty where it stands in none."""

    target: Target
    article: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """A link with its ends; `statements` rest on it: those of what it would join."""

    id: str
    link: Link
    left: End
    right: End
    statements: int


def undecided(corpus: Corpus) -> list[Undecided]:
    """Those that most statements rest on first, then by IRI; links whose ends are gone are left out."""
    weigh = _scales(corpus)
    found = [_entry(corpus, link, weigh) for link in corpus.links(Judgement.UNDECIDED)]
    return sorted((one for one in found if one), key=lambda one: (-one.statements, one.id))


def _entry(corpus: Corpus, link: Link, weigh: Callable[[LinkKind, str], int]) -> Undecided | None:
    ends = (link.left, link.right)
    try:
        left, right = (ended(corpus, link.kind, end) for end in ends)
    except (NotFoundError, UsageError):
        return None
    return Undecided(link_iri(link), link, left, right, sum(weigh(link.kind, end) for end in ends))


def ended(corpus: Corpus, kind: LinkKind, iri: str) -> End:
    """Raises NotFoundError where what a link of that kind leads to is gone."""
    target = targets.end(corpus, kind, iri)
    run = corpus.store.run_of(snapshot_article(target.anchor.snapshot)) if target.anchor else None
    return End(target, corpus.store.reading(run).article.key if run else "")


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

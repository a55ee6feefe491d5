"""One article with what it attributes, each statement with the claim that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import attribution_iri, snapshot_iri, source_iri
from provenance.model import LinkKind

if TYPE_CHECKING:
    from provenance.corpus import Corpus
    from provenance.model import Attribution, Link, Reading
    from provenance.rdf.listings import ArticleRow


@dataclass(frozen=True, slots=True)
class Told:
    """A statement by the IRI of its attribution; `claim` is the IRI of its claim, `sources` those of its chain's hops.

    `claim` is empty where the article is not in the store.
    """

    id: str
    attribution: Attribution
    claim: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """An article by its IRI, with its reading; `told` in the order of the text, `copies` the links to other articles.

    `others` are these other articles by IRI.
    """

    id: str
    reading: Reading
    told: tuple[Told, ...]
    copies: tuple[Link, ...] = ()
    others: tuple[ArticleRow, ...] = ()


def told_by(corpus: Corpus, row: ArticleRow) -> ToldArticle:
    """What the article of `row` tells, as people decided it."""
    found = told(row.id, corpus.reading(row.run), corpus)
    copies = tuple(one for one in corpus.links_of(row.id) if one.kind is LinkKind.COPY)
    ends = {end for one in copies for end in (one.left, one.right)} - {row.id}
    others = tuple(one for one in corpus.articles() if one.id in ends) if ends else ()
    return ToldArticle(row.id, found.reading, found.told, copies, others)


def told(article: str, reading: Reading, corpus: Corpus | None = None) -> ToldArticle:
    """What the `article` of this IRI tells by its `reading`; claims are those of `corpus`, if it is in one."""
    snapshot = snapshot_iri(reading.article)
    found = []
    for one in sorted(reading.attributions, key=lambda one: (one.content, one.cue, one.source)):
        iri, through = attribution_iri(snapshot, one), [hop.name for hop in one.chain]
        sources = tuple(source_iri(snapshot, hop, through[:at]) for at, hop in enumerate(one.chain))
        found.append(Told(iri, one, (corpus.claim_of(iri) or "") if corpus else "", sources))
    return ToldArticle(article, reading, tuple(found))

"""One article with what it attributes, each statement with the claim that it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from provenance.iris import article_iri, attribution_iri, is_minted, snapshot_iri, source_iri
from provenance.model import LinkKind
from provenance.queries.articles import named

if TYPE_CHECKING:
    from provenance.corpus import Corpus
    from provenance.model import Article, Attribution, Link, Reading


@dataclass(frozen=True, slots=True)
class Told:
    """A statement by the IRI of its attribution; `claim` is the IRI of its claim, `sources` those of its chain's hops.

    Both are empty where the article is in no store.
    """

    id: str
    attribution: Attribution
    claim: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """An article by its IRI, as lists name it; what is not known is empty."""

    id: str
    key: str
    title: str
    publisher: str
    published: str

    @classmethod
    def of(cls, article: Article) -> Self:
        publisher = article.publisher.name if article.publisher else ""
        return cls(article_iri(article), article.key, article.title or "", publisher, article.published or "")


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """An article by its IRI, with its reading; `told` in the order of the text, `copies` the links to other articles.

    `others` are these other articles.
    """

    id: str
    reading: Reading
    told: tuple[Told, ...]
    copies: tuple[Link, ...] = ()
    others: tuple[Brief, ...] = ()

    def _repr_html_(self) -> str:
        """For a notebook: the text, with what it attributes marked in place."""
        from provenance.views.notebook.article import article

        return article(self.reading)


def told_by(corpus: Corpus, article: str) -> ToldArticle:
    """What an article tells, by key or IRI, as people decided it.

    Raises NotFoundError where the store does not hold it, UsageError where two have that key.
    """
    run = corpus.store.run_of(article) if is_minted(article) else None
    found = told(corpus.reading(run or named(corpus, article).run), corpus)
    copies = tuple(one for one in corpus.links_of(found.id) if one.kind is LinkKind.COPY)
    ends = sorted({end for one in copies for end in (one.left, one.right)} - {found.id})
    corpus.store.ahead_of_articles(lambda: ends)
    others = [corpus.store.reading(run) for end in ends if (run := corpus.store.run_of(end))]
    return replace(found, copies=copies, others=tuple(Brief.of(one.article) for one in others))


def told(reading: Reading, corpus: Corpus | None = None) -> ToldArticle:
    """What an article tells by its `reading`; claims are those of `corpus`, if it is in one."""
    snapshot = snapshot_iri(reading.article)
    if corpus:
        corpus.ahead_of_claims(lambda: [attribution_iri(snapshot, one) for one in reading.attributions])
    found = []
    for one in sorted(reading.attributions, key=lambda one: (one.content, one.cue, one.source)):
        iri, through = attribution_iri(snapshot, one), [hop.name for hop in one.chain]
        sources = tuple(source_iri(snapshot, hop, through[:at]) for at, hop in enumerate(one.chain))
        found.append(Told(iri, one, corpus.claim_of(iri) or "", sources) if corpus else Told(iri, one))
    return ToldArticle(article_iri(reading.article), reading, tuple(found))

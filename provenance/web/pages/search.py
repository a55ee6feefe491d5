"""What is looked for: claims by words and meaning, articles and sources by their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rdflib import Literal

from provenance.errors import UsageError
from provenance.rdf.vocabulary import RDF, SCHEMA
from provenance.records import row_record
from provenance.text import plain_name
from provenance.web import turtle
from provenance.web.resource import Parameter, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from provenance.queries.search import Nearest
    from provenance.rdf.listings import ArticleRow, SourceRow
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

SHOWN = 20
"""Of each sort."""
WORDS = Parameter("q", "A question, a topic, a claim, or a name.", "", example="who plans to close the ferry route")
AS_OF = Parameter("as_of", "Claims of what was known by this date.", "")


@dataclass(frozen=True, slots=True)
class Found:
    asked: str
    claims: tuple[Nearest, ...]
    articles: tuple[ArticleRow, ...]
    sources: tuple[SourceRow, ...]


def ask(desk: Desk, asked: Asked) -> Found:
    words = asked["q"].strip()
    if not words:
        return Found("", (), (), ())
    articles = desk.once("articles", lambda library: library.articles())
    sources = desk.once("sources", lambda library: library.sources())
    return Found(words, _claims(desk, words, asked["as_of"]), _articles(articles, words), _sources(sources, words))


def _claims(desk: Desk, words: str, as_of: str) -> tuple[Nearest, ...]:
    """None where nothing is left to look for, such as "who is it": names may still match."""
    try:
        return tuple(desk.library.find(words, SHOWN, as_of))
    except UsageError:
        if as_of:
            raise
        return ()


def _articles(rows: Iterable[ArticleRow], words: str) -> tuple[ArticleRow, ...]:
    wanted = plain_name(words).split()
    found = (row for row in rows if _has(wanted, row.key, row.title, row.publisher))
    return tuple(found)[:SHOWN]


def _sources(rows: Iterable[SourceRow], words: str) -> tuple[SourceRow, ...]:
    wanted = plain_name(words).split()
    return tuple(row for row in rows if _has(wanted, row.name, row.role))[:SHOWN]


def _has(wanted: list[str], *names: str | None) -> bool:
    """Whether every word is in one of `names`."""
    there = " ".join(plain_name(name) for name in names if name)
    return bool(wanted) and all(word in there for word in wanted)


def record(found: Found) -> dict[str, Any]:
    return {
        "asked": found.asked,
        "claims": [row_record(one) for one in found.claims],
        "articles": [row_record(one) for one in found.articles],
        "sources": [row_record(one) for one in found.sources],
    }


def as_turtle(_: Desk, found: Found, __: Asked) -> bytes:
    return turtle.of_triples(_triples(found))


def _triples(found: Found) -> Iterator[tuple[str, str, Node]]:
    from rdflib import URIRef

    for claim in found.claims:
        yield claim.claim, RDF.type, URIRef(SCHEMA.Claim)
        yield claim.claim, SCHEMA.text, Literal(claim.text)
    for article in found.articles:
        yield article.id, RDF.type, URIRef(SCHEMA.NewsArticle)
        yield article.id, SCHEMA.identifier, Literal(article.key)
    for source in found.sources:
        yield source.id, SCHEMA.name, Literal(source.name)


RESOURCE = Resource(
    path="/search",
    says="Claims that make what is asked, or are near it; articles and sources by name.",
    template="search.html",
    ask=ask,
    told=lambda found, asked: {"found": found, "q": asked["q"], "as_of": asked["as_of"]},
    record=record,
    turtle=as_turtle,
    parameters=(WORDS, AS_OF),
    schema={"type": "object", "required": ["asked", "claims", "articles", "sources"]},
)

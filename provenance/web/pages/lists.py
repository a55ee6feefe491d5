"""All claims, articles and sources, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from rdflib import Literal, URIRef

from provenance.rdf.vocabulary import RDF, SCHEMA
from provenance.records import row_record
from provenance.web import turtle
from provenance.web.resource import Parameter, Resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rdflib.term import Node

    from provenance.queries.claims import Claim
    from provenance.rdf.listings import ArticleRow, SourceRow
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

SHOWN = 50
START = Parameter("start", "How many are passed over.", 0, most=100_000)


@dataclass(frozen=True, slots=True)
class Found:
    """`more` says that there are others after these."""

    rows: Sequence[Any]
    start: int
    more: bool


def _page(rows: Sequence[Any], start: int) -> Found:
    """`rows` are those from `start` on, one more than is shown if there is one."""
    return Found(rows[:SHOWN], start, len(rows) > SHOWN)


def _claims(desk: Desk, asked: Asked) -> Found:
    start = asked["start"]

    def rows(library: Any) -> list[Claim]:
        return list(islice(library.claims(), start, start + SHOWN + 1))

    return _page(desk.once(("claims", start), rows), start)


def _articles(desk: Desk, asked: Asked) -> Found:
    rows: Sequence[ArticleRow] = desk.once("articles", lambda library: library.articles())
    return _page(rows[asked["start"] : asked["start"] + SHOWN + 1], asked["start"])


def _sources(desk: Desk, asked: Asked) -> Found:
    rows: Sequence[SourceRow] = desk.once("sources", lambda library: library.sources())
    return _page(rows[asked["start"] : asked["start"] + SHOWN + 1], asked["start"])


def record(found: Found) -> dict[str, Any]:
    return {"start": found.start, "more": found.more, "rows": [row_record(row) for row in found.rows]}


def as_turtle(_: Desk, found: Found, __: Asked) -> bytes:
    return turtle.of_triples(triple for row in found.rows for triple in _triples(row))


def _triples(row: Any) -> Iterator[tuple[str, str, Node]]:
    if text := getattr(row, "text", ""):
        yield row.id, RDF.type, URIRef(SCHEMA.Claim)
        yield row.id, SCHEMA.text, Literal(text)
    elif key := getattr(row, "key", ""):
        yield row.id, RDF.type, URIRef(SCHEMA.NewsArticle)
        yield row.id, SCHEMA.identifier, Literal(key)
    else:
        yield row.id, SCHEMA.name, Literal(row.name)


def _resource(name: str, says: str, ask: Any) -> Resource:
    return Resource(
        path=f"/{name}",
        says=says,
        template=f"{name}.html",
        ask=ask,
        told=lambda found, _: {"found": found, "step": SHOWN},
        record=record,
        turtle=as_turtle,
        parameters=(START,),
        schema={"type": "object", "required": ["start", "more", "rows"]},
    )


CLAIMS = _resource("claims", "Claims, those that most articles make first.", _claims)
ARTICLES = _resource("articles", "Articles by key.", _articles)
SOURCES = _resource("sources", "Whoever stands on a chain, those with most statements first.", _sources)

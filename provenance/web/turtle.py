"""What pages say as RDF 1.1 Turtle."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from rdflib import Graph, URIRef

from provenance.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

    from provenance.web.shelf import Desk


def of_article(desk: Desk, iri: str) -> bytes:
    return _exported(desk, article=iri)


def of_claim(desk: Desk, iri: str) -> bytes:
    return _exported(desk, claim=iri)


def of_articles(desk: Desk, iris: Iterable[str]) -> bytes:
    """Several in one file: a graph may be said twice, but no prefix."""
    graph = _empty()
    for iri in iris:
        graph.parse(data=of_article(desk, iri), format="turtle")
    return graph.serialize(format="turtle", encoding="utf8")


def of_triples(triples: Iterable[tuple[str, str, Node]]) -> bytes:
    graph = _empty()
    for subject, predicate, value in triples:
        graph.add((URIRef(subject), URIRef(predicate), value))
    return graph.serialize(format="turtle", encoding="utf8")


def described(desk: Desk, iris: Iterable[str]) -> bytes:
    """What the store's own graph says of `iris` (SPARQL 1.1, 16.4)."""
    return desk.library.query(f"DESCRIBE {' '.join(f'<{iri}>' for iri in iris)}").serialize(format="turtle") or b""


def _exported(desk: Desk, article: str | None = None, claim: str | None = None) -> bytes:
    stream = BytesIO()
    desk.library.export("turtle", stream, article=article, claim=claim)
    return stream.getvalue()


def _empty() -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph

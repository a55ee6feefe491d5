"""The store at a glance: search, what it holds, who cites whom, what is weak, what to fetch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rdflib import XSD, Literal, URIRef

from provenance.rdf.vocabulary import PREFIXES, RDF
from provenance.records import overview_record, row_record
from provenance.web import turtle
from provenance.web.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from provenance.queries.info import Info
    from provenance.queries.overview import Overview
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

VOID = "http://rdfs.org/ns/void#"
STORE = "urn:provenance:store"


@dataclass(frozen=True, slots=True)
class Found:
    """`overview` is None until it has been counted."""

    info: Info
    overview: Overview | None


def ask(desk: Desk, _: Asked) -> Found:
    return Found(desk.once("info", lambda library: library.info()), desk.glance(desk.revision))


def record(found: Found) -> dict[str, Any]:
    """Where the store lies is nothing for a page."""
    info = {name: value for name, value in row_record(found.info).items() if name != "store"}
    return {**info, "overview": overview_record(found.overview) if found.overview else None}


def as_turtle(_: Desk, found: Found, __: Asked) -> bytes:
    return turtle.of_triples(_triples(found.info))


def _triples(info: Info) -> Iterator[tuple[str, str, Node]]:
    """As a dataset of VoID (https://www.w3.org/TR/void/), which is asked at /sparql."""
    yield STORE, RDF.type, URIRef(f"{VOID}Dataset")
    yield STORE, f"{VOID}triples", Literal(info.quads, datatype=XSD.integer)
    yield STORE, f"{VOID}documents", Literal(info.articles, datatype=XSD.integer)
    yield STORE, f"{VOID}sparqlEndpoint", URIRef("sparql")
    for namespace in PREFIXES.values():
        yield STORE, f"{VOID}vocabulary", URIRef(namespace)


RESOURCE = Resource(
    path="/",
    api="/",
    says="What the store holds, and the store at a glance once that has been counted.",
    template="home.html",
    ask=ask,
    told=lambda found, _: {"found": found, "glance": found.overview},
    record=record,
    turtle=as_turtle,
    is_of_the_store=False,  # the glance comes when it is counted
    schema={"type": "object", "required": ["version", "articles", "statements", "overview"]},
)

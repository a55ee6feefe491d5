"""RDF in W3C's formats, written by Oxigraph.

N-Quads, TriG and JSON-LD are written graph by graph, so that only one graph is held in memory. Turtle, N-Triples and
RDF/XML have no named graphs: all triples are gathered and each is written once. Characters that could steer a terminal
are written as escapes in all of them.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from provenance.exports.steering import referenced, steered
from provenance.rdf.vocabulary import PREFIXES, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Triple

    from provenance.exports.material import Material

_NOT_IN_XML = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def turtle(material: Material, stream: BinaryIO) -> None:
    """Turtle (W3C, RDF 1.1 Turtle)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_once(material), steered(stream), format=RdfFormat.TURTLE, prefixes=PREFIXES)


def ntriples(material: Material, stream: BinaryIO) -> None:
    """N-Triples (W3C, RDF 1.1 N-Triples)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_once(material), steered(stream), format=RdfFormat.N_TRIPLES)


def rdfxml(material: Material, stream: BinaryIO) -> None:
    """RDF/XML (W3C, RDF 1.1 XML Syntax).

    A character that XML 1.0 cannot hold is written as U+FFFD, and its readers take a carriage return for a line feed.
    """
    from pyoxigraph import RdfFormat, serialize

    serialize(map(_in_xml, _once(material)), steered(stream, referenced), format=RdfFormat.RDF_XML, prefixes=PREFIXES)


def trig(material: Material, stream: BinaryIO) -> None:
    """TriG (W3C, RDF 1.1 TriG)."""
    written(material.quads(), stream, PREFIXES)


def written(quads: Iterable[Quad], stream: BinaryIO, prefixes: dict[str, str]) -> None:
    """`quads` as TriG, graph by graph."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_ordered(quads), steered(stream), format=RdfFormat.TRIG, prefixes=prefixes)


def nquads(material: Material, stream: BinaryIO) -> None:
    """N-Quads (W3C, RDF 1.1 N-Quads)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_ordered(material.quads()), steered(stream), format=RdfFormat.N_QUADS)


def jsonld(material: Material, stream: BinaryIO) -> None:
    """Expanded JSON-LD (W3C, JSON-LD 1.1): every name is a full IRI."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_ordered(material.quads()), steered(stream), format=RdfFormat.JSON_LD)


def _once(material: Material) -> list[Triple]:
    return sorted({quad.triple for quad in material.quads()}, key=_order)


def _in_xml(triple: Triple) -> Triple:
    from pyoxigraph import Literal, Triple

    said = triple.object
    if not isinstance(said, Literal) or not _NOT_IN_XML.search(said.value):
        return triple
    value = _NOT_IN_XML.sub("\ufffd", said.value)
    if said.language:
        return Triple(triple.subject, triple.predicate, Literal(value, language=said.language))
    return Triple(triple.subject, triple.predicate, Literal(value, datatype=said.datatype))


def _ordered(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Each graph's quads in order, one graph after another."""
    for _, graph in groupby(quads, key=lambda quad: quad.graph_name):
        yield from sorted(graph, key=_order)


def _order(triple: Quad | Triple) -> tuple[str, bool, str, str]:
    """By subject, its type first."""
    predicate = str(triple.predicate)
    return str(triple.subject), predicate != f"<{RDF.type}>", predicate, str(triple.object)

"""RDF in W3C's formats, written by Oxigraph.

N-Quads, TriG and JSON-LD are written graph by graph, so that only one graph is held in memory. Turtle has no named
graphs: all triples are gathered and each is written once.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from provenance.rdf.vocabulary import PREFIXES, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Triple

    from provenance.exports.material import Material


def turtle(material: Material, stream: BinaryIO) -> None:
    """Turtle (W3C, RDF 1.1 Turtle)."""
    from pyoxigraph import RdfFormat, serialize

    triples = sorted({quad.triple for quad in material.quads()}, key=_order)
    serialize(triples, stream, format=RdfFormat.TURTLE, prefixes=PREFIXES)


def trig(material: Material, stream: BinaryIO) -> None:
    """TriG (W3C, RDF 1.1 TriG)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_ordered(material.quads()), stream, format=RdfFormat.TRIG, prefixes=PREFIXES)


def nquads(material: Material, stream: BinaryIO) -> None:
    """N-Quads (W3C, RDF 1.1 N-Quads)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_ordered(material.quads()), stream, format=RdfFormat.N_QUADS)


def jsonld(material: Material, stream: BinaryIO) -> None:
    """Expanded JSON-LD (W3C, JSON-LD 1.1): every name is a full IRI."""
    from pyoxigraph import RdfFormat, serialize

    serialize(_ordered(material.quads()), stream, format=RdfFormat.JSON_LD)


def _ordered(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Each graph's quads in order, one graph after another."""
    for _, graph in groupby(quads, key=lambda quad: quad.graph_name):
        yield from sorted(graph, key=_order)


def _order(triple: Quad | Triple) -> tuple[str, bool, str, str]:
    """By subject, its type first."""
    predicate = str(triple.predicate)
    return str(triple.subject), predicate != f"<{RDF.type}>", predicate, str(triple.object)

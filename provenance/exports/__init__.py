"""Formats to take the graph elsewhere: RDF, network files and tables.

Every exporter writes to a binary stream, in a fixed order: the same records give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import UsageError
from provenance.exports.network import gexf, graphml
from provenance.exports.prov import prov_json, prov_n
from provenance.exports.rdf import jsonld, nquads, ntriples, rdfxml, trig, turtle
from provenance.exports.tables import csv_chains, csv_hops

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.exports.material import Material

__all__ = ["ALIASES", "ENDINGS", "EXPORTERS", "Exporter", "exporter"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """`suffix` is what its files end with, `media_type` is registered with IANA where there is one."""

    description: str
    suffix: str
    media_type: str
    write: Callable[[Material, BinaryIO], None]


EXPORTERS = {
    "turtle": Exporter("RDF, all graphs as one", ".ttl", "text/turtle", turtle),
    "trig": Exporter("RDF, a named graph for each reading", ".trig", "application/trig", trig),
    "nquads": Exporter("RDF, a quad a line, for large stores", ".nq", "application/n-quads", nquads),
    "ntriples": Exporter("RDF, a triple a line, all graphs as one", ".nt", "application/n-triples", ntriples),
    "rdfxml": Exporter("RDF/XML, all graphs as one", ".rdf", "application/rdf+xml", rdfxml),
    "jsonld": Exporter("RDF as JSON (expanded JSON-LD)", ".jsonld", "application/ld+json", jsonld),
    "graphml": Exporter("network for yEd, Gephi, Cytoscape, igraph", ".graphml", "application/graphml+xml", graphml),
    "gexf": Exporter("network for Gephi", ".gexf", "application/gexf+xml", gexf),
    "prov-json": Exporter("W3C PROV-DM as PROV-JSON", ".json", "application/json", prov_json),
    "prov-n": Exporter("W3C PROV-DM as PROV-N", ".provn", "text/provenance-notation", prov_n),
    "csv-hops": Exporter("table, one hop of a chain a row", ".csv", "text/csv", csv_hops),
    "csv-chains": Exporter("table, one chain a row", ".csv", "text/csv", csv_chains),
}

ALIASES = {
    "ttl": "turtle",
    "nq": "nquads",
    "nt": "ntriples",
    "json-ld": "jsonld",
    "xml": "rdfxml",
    "provjson": "prov-json",
    "provn": "prov-n",
}
"""What people also type."""

ENDINGS = {one.suffix: name for name, one in EXPORTERS.items() if one.suffix != ".csv"}
"""Which format a file's ending asks for; a table is of hops or of chains, and does not say."""


def exporter(name: str) -> Exporter:
    """The one of that name, in upper or lower case. Raises UsageError where there is none."""
    asked = name.lower()
    try:
        return EXPORTERS[ALIASES.get(asked, asked)]
    except KeyError:
        raise UsageError(f"no export format '{name}': give one of {', '.join(EXPORTERS)}") from None

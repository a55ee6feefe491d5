"""Readings, links and claims as N-Quads, the same as a store of them exports (W3C, RDF 1.1 N-Quads)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from provenance.exports.steering import steered
from provenance.rdf import mapping
from provenance.rdf.mapping.claims import claim_quads

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from pyoxigraph import Quad

    from provenance.model import Link, Reading
    from provenance.runners.results import Claim


def of_reading(reading: Reading, at: datetime) -> str:
    """As read at that time. Raises InputError where RDF cannot carry it."""
    return _lines(mapping.quads(reading, at))


def of_link(link: Link) -> str:
    return _lines(mapping.link_quads(link))


def of_claim(claim: Claim) -> str:
    return _lines(claim_quads(claim.iri, sorted({passage for _, passage in claim.members})))


def check(reading: Reading, at: datetime) -> None:
    """Raise InputError where RDF cannot carry `reading`."""
    mapping.quads(reading, at)


def _lines(quads: Iterable[Quad]) -> str:
    from pyoxigraph import RdfFormat, serialize

    stream = BytesIO()
    serialize(quads, steered(stream), format=RdfFormat.N_QUADS)
    return stream.getvalue().decode().rstrip("\n")

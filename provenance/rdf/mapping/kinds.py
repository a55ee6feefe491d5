"""What a source is, as RDF classes and back: the first class of each row tells the kind, the last is PROV's base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model import Kind
from provenance.rdf.vocabulary import PROV, PV, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Collection

CLASSES: dict[Kind, tuple[str, ...]] = {
    Kind.WIRE: (PV.NewsAgency, SCHEMA.NewsMediaOrganization, PROV.Agent),
    Kind.OUTLET: (SCHEMA.NewsMediaOrganization, PROV.Agent),
    Kind.PERSON: (SCHEMA.Person, PROV.Agent),
    Kind.ORGANIZATION: (SCHEMA.Organization, PROV.Agent),
    Kind.GROUP: (PV.Group, PROV.Agent),
    Kind.DOCUMENT: (SCHEMA.CreativeWork, PROV.Entity),
    Kind.PLATFORM: (PV.Platform, PROV.Agent),
    Kind.UNSPECIFIED: (PV.UnspecifiedSource, PROV.Agent),
    Kind.ANONYMOUS: (PV.AnonymousSource, PROV.Agent),
}


def kind_of(classes: Collection[str]) -> Kind:
    """The first kind in the table whose telling class is among `classes`. Raises KeyError where none is."""
    for kind, (telling, *_) in CLASSES.items():
        if telling in classes:
            return kind
    raise KeyError(PROV.Agent)

"""Whether a graph is as the shapes that the project ships say (`data/shapes.ttl`, SHACL)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.errors import MissingExtraError
from provenance.resources import resource

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True)
class Validation:
    """`report` is pyshacl's, for people: each fault with its node, path and message."""

    conforms: bool
    report: str


def validate(data: Graph) -> Validation:
    """Check the union of all graphs in `data`, which may be a Dataset.

    Raises MissingExtraError where pyshacl is not installed.
    """
    try:
        from pyshacl import validate as pyshacl
    except ImportError:
        raise MissingExtraError("checking shapes needs pyshacl: pip install 'provenance-tracker[shacl]'") from None
    from rdflib import Dataset
    from rdflib import Graph as Plain

    union = data
    if isinstance(data, Dataset):
        union = Plain()
        for graph in data.graphs():
            union += graph
    shapes = Plain().parse(resource("shapes.ttl"), format="turtle")
    conforms, _, report = pyshacl(union, shacl_graph=shapes, inference="none")
    return Validation(bool(conforms), str(report))

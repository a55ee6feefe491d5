"""Whether a graph is as the shapes that the project ships say (`data/shapes.ttl`, SHACL)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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
    from rdflib import Dataset
    from rdflib import Graph as Plain

    union = data
    if isinstance(data, Dataset):
        union = Plain()
        for graph in data.graphs():
            union += graph
    conforms, _, report = _validated(union)
    return Validation(conforms, report)


def violations(data: Graph) -> list[str]:
    """What is not as the shapes say, each as the node and what is said of it. Raises as `validate`."""
    from rdflib.namespace import RDF, SH

    _, results, _ = _validated(data)
    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        messages = sorted(" ".join(str(message).split()) for message in results.objects(result, SH.resultMessage))
        found.append(f"{results.value(result, SH.focusNode)}: {' '.join(messages)}")
    return sorted(found)


def _validated(data: Graph) -> tuple[bool, Graph, str]:
    try:
        from pyshacl import validate as pyshacl
    except ImportError:
        raise MissingExtraError("checking shapes needs pyshacl: pip install 'provenance-tracker[shacl]'") from None
    conforms, results, report = pyshacl(data, shacl_graph=_shapes(), inference="none")
    return bool(conforms), results, str(report)


@cache
def _shapes() -> Graph:
    from rdflib import Graph as Plain

    return Plain().parse(resource("shapes.ttl"), format="turtle")

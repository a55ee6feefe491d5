"""The ontology (`data/ontology.ttl`, OWL 2) as plain values: what each of our terms is and means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from provenance.iris import VOCABULARY
from provenance.rdf.vocabulary import PREFIXES, RDF
from provenance.resources import resource

_OWL = "http://www.w3.org/2002/07/owl#"
_RDFS = PREFIXES["rdfs"]
_NAMES = {**PREFIXES, "owl": _OWL}


class Sort(StrEnum):
    CLASS = "class"
    LINK = "object property"
    FACT = "datatype property"
    VALUE = "value"


SORTS = {
    f"{_OWL}NamedIndividual": Sort.VALUE,
    f"{_OWL}ObjectProperty": Sort.LINK,
    f"{_OWL}DatatypeProperty": Sort.FACT,
    f"{_OWL}Class": Sort.CLASS,
}


@dataclass(frozen=True, slots=True)
class Term:
    """`name` is how the IRI ends; other terms are given as `prefix:name`.

    `above` are the classes or properties that it is one of, of a value its class; `domain` and `range` what a property
    leads from and to; `see` what is near to it elsewhere.
    """

    name: str
    sort: Sort
    label: str
    says: str
    above: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


def ontology() -> bytes:
    """RDF 1.1 Turtle."""
    return resource("ontology.ttl").read_bytes()


@cache
def terms() -> tuple[Term, ...]:
    """In the order of the ontology."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(ontology(), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(VOCABULARY):
            said[quad.subject.value][quad.predicate.value].append(getattr(quad.object, "value", ""))
    return tuple(_term(iri, facts) for iri, facts in said.items())


def _term(iri: str, facts: dict[str, list[str]]) -> Term:
    types = facts[RDF.type]
    sort = next(sort for owl, sort in SORTS.items() if owl in types)
    above = [*facts[f"{_RDFS}subClassOf"], *facts[f"{_RDFS}subPropertyOf"]]
    above += [one for one in types if sort is Sort.VALUE and not one.startswith(_OWL)]
    return Term(
        name=iri.removeprefix(VOCABULARY),
        sort=sort,
        label=facts[f"{_RDFS}label"][0],
        says=facts[f"{_RDFS}comment"][0],
        above=tuple(map(curie, above)),
        domain=tuple(map(curie, facts[f"{_RDFS}domain"])),
        range=tuple(map(curie, facts[f"{_RDFS}range"])),
        see=tuple(map(curie, facts[f"{_RDFS}seeAlso"])),
    )


def curie(iri: str) -> str:
    """`prefix:name` where the IRI is in a vocabulary that the graph is written with, else itself."""
    return next((f"{name}:{iri.removeprefix(one)}" for name, one in _NAMES.items() if iri.startswith(one)), iri)


def address(curie: str) -> str:
    """The IRI that `curie` shortened."""
    name, _, rest = curie.partition(":")
    return f"{_NAMES[name]}{rest}" if name in _NAMES else curie

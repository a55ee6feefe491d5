"""Our own terms, where an installation of the explorer resolves their IRIs: to read, or as Turtle."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from provenance.iris import VOCABULARY
from provenance.rdf.terms import address, ontology, terms
from provenance.web.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.rdf.terms import Term
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk


def _ask(_: Desk, __: Asked) -> Sequence[Term]:
    return terms()


def _told(found: Sequence[Term], _: Asked) -> Mapping[str, Any]:
    names = {curie for term in found for curie in (*term.above, *term.domain, *term.range, *term.see)}
    places = {name: f"#{name.removeprefix('pv:')}" if name.startswith("pv:") else address(name) for name in names}
    return {"terms": found, "namespace": VOCABULARY, "places": places}


def _record(found: Sequence[Term]) -> dict[str, Any]:
    return {"namespace": VOCABULARY, "terms": [asdict(term) for term in found]}


def _turtle(_: Desk, __: Sequence[Term], ___: Asked) -> bytes:
    return ontology()


RESOURCE = Resource(
    path="/ns",
    says="The vocabulary: every term of our own.",
    template="vocabulary.html",
    ask=_ask,
    told=_told,
    record=_record,
    turtle=_turtle,
    schema={"type": "object", "required": ["namespace", "terms"]},
)

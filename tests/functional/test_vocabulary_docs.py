"""docs/vocabulary.md explains each term of the ontology, with an example that is written so. `make docs` makes it."""

from __future__ import annotations

import re
import sys
from itertools import chain

from command import ROOT, run
from every_term import kept, triples
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from provenance.iris import BASE
from provenance.rdf.terms import Sort, curie, terms
from provenance.rdf.vocabulary import PV, RDF
from provenance.resources import resource
from provenance.views.vocabulary import markdown

PAGE = ROOT / "docs" / "vocabulary.md"
CODE = [path for path in (ROOT / "provenance").rglob("*.py") if path.name != "vocabulary.py"]
IN_CODE = re.compile(r"\bPV\.(\w+)")
BY_VALUE = {"Relation": "relation", "QuotationType": "quotation"}
"""Classes whose values the code finds by their names, and the property that gives them."""


def page() -> str:
    return markdown(examples())


def examples() -> dict[str, str]:
    """The first triple that each term occurs in: of properties as the predicate, else as the object."""
    found: dict[str, str] = {}
    for quad in chain(triples(), kept()):
        line = " ".join(map(short, quad.triple)) + " ."
        of_ours = [quad.predicate.value, getattr(quad.object, "value", "")]
        for iri in of_ours:
            if curie(iri).startswith("pv:"):
                found.setdefault(curie(iri).removeprefix("pv:"), line)
    return found


def short(term: NamedNode | Literal) -> str:
    """As in Turtle, names of content cut down to what can be read."""
    if isinstance(term, Literal):
        return (
            str(term) if curie(term.datatype.value) == "xsd:string" else f'"{term.value}"^^{curie(term.datatype.value)}'
        )
    if term.value == RDF.type:
        return "a"
    if term.value.startswith("ni:"):
        return f"<…{'#' + term.value.partition('#')[2] if '#' in term.value else ''}>"
    if term.value.startswith(BASE):
        return "id:" + re.sub(r"[0-9a-f]{20}", lambda digest: digest[0][:4], term.value.removeprefix(BASE)).replace(
            "/", r"\/"
        )
    return curie(term.value)


def test_the_page_is_what_the_ontology_says() -> None:
    assert PAGE.read_text("utf8") == page(), "run make docs"


def test_every_term_has_an_example() -> None:
    top = {term.above[0] for term in terms() if term.sort is Sort.VALUE}
    told = examples()
    assert {term.name for term in terms() if term.name not in told and f"pv:{term.name}" not in top} == set()


def test_every_reference_on_the_page_leads_to_a_term_of_it() -> None:
    headings = re.findall(r"^### (pv:\w+)$", page(), re.MULTILINE)
    assert headings == list(dict.fromkeys(headings))
    seen: dict[str, int] = {}
    anchors = set()
    for one in headings:
        name = one.replace(":", "").lower()
        anchors.add(f"#{name}-{seen[name]}" if name in seen else f"#{name}")
        seen[name] = seen.get(name, 0) + 1
    assert set(re.findall(r"\]\((#[^)]*)\)", page())) <= anchors


def test_the_code_uses_the_terms_that_are_declared_and_no_others() -> None:
    used = {name for path in CODE for name in IN_CODE.findall(path.read_text("utf8"))} & set(PV.__members__)
    by_value = {
        term.name for term in terms() if term.sort is Sort.VALUE and term.above[0].removeprefix("pv:") in BY_VALUE
    }
    classes = {term.above[0].removeprefix("pv:") for term in terms() if term.sort is Sort.VALUE}
    declared = {term.name for term in terms()}
    assert set(BY_VALUE.values()) <= used
    assert declared == used | by_value | classes


def test_the_command_prints_the_ontology() -> None:
    turtle = run("vocabulary").out
    assert turtle.encode() == resource("ontology.ttl").read_bytes()
    assert list(parse(turtle.encode(), format=RdfFormat.TURTLE))
    assert run("vocabulary", "--format", "markdown").out == markdown()


if __name__ == "__main__":
    sys.exit(not PAGE.write_text(page(), "utf8"))

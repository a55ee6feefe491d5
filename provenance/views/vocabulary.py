"""The ontology as a page in Markdown, in the manner of pyLODE and WIDOCO: each term with all that is said of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from provenance.iris import HOME, VOCABULARY
from provenance.rdf.terms import Sort, Term, address, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NONE: Mapping[str, str] = MappingProxyType({})
SECTIONS = {
    "Classes": (Sort.CLASS,),
    "Properties": (Sort.LINK, Sort.FACT),
    "Values": (Sort.VALUE,),
}
PARTS = {"above": "Under", "domain": "Of", "range": "Gives", "see": "See also"}


def markdown(examples: Mapping[str, str] = _NONE) -> str:
    """All terms, class by class and property by property; `examples` are lines of Turtle by the name of the term."""
    return "\n".join(_lines(examples)) + "\n"


def _lines(examples: Mapping[str, str]) -> Iterator[str]:
    yield from ("# The vocabulary", "")
    yield f"`pv:` is `{VOCABULARY}`. The ontology, `{HOME}/ns`, is `data/ontology.ttl`:"
    yield "`provenance vocabulary` prints it, and the explorer serves it at `/ns`, to read or as Turtle."
    yield "This page is made from it, the examples from an invented story. How these terms are used with those of"
    yield "PROV-O, schema.org, Web Annotation and GRaSP is told in [the graph](graph.md)."
    sections = {title: [term for term in terms() if term.sort in sorts] for title, sorts in SECTIONS.items()}
    places = _places(term for found in sections.values() for term in found)
    for title, found in sections.items():
        yield from ("", f"## {title}")
        for term in found:
            yield from _term(term, examples.get(term.name, ""), places)


def _places(found: Iterable[Term]) -> dict[str, str]:
    """Where each term stands on the page: of two that differ in capitals alone, the second is "-1" (GitHub's way)."""
    places: dict[str, str] = {}
    for term in found:
        place = f"#pv{term.name.lower()}"
        places[f"pv:{term.name}"] = f"{place}-1" if place in places.values() else place
    return places


def _term(term: Term, example: str, places: Mapping[str, str]) -> Iterator[str]:
    yield from ("", f"### pv:{term.name}", "", f"*{term.label}*, {term.sort}. {term.says}")
    parts = [(title, getattr(term, part)) for part, title in PARTS.items()]
    if told := [f"{title} {', '.join(_linked(one, places) for one in found)}." for title, found in parts if found]:
        yield from ("", " ".join(told))
    if example:
        yield from ("", "```turtle", example, "```")


def _linked(curie: str, places: Mapping[str, str]) -> str:
    return f"[`{curie}`]({places.get(curie, address(curie))})"

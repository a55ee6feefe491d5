"""The inferred graph: what the program concludes across articles, as links. It can be thrown away and made anew."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from provenance.identity import link_iri
from provenance.rdf.graph import is_iri
from provenance.rdf.mapping.links import JUDGEMENTS, link_quads, links
from provenance.rdf.vocabulary import INFERRED, PV, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.model import Judgement, Link
    from provenance.rdf.graph import Graph


def every(graph: Graph) -> Iterator[Link]:
    """By IRI."""
    return _read(graph, (fact.subject for fact in graph.facts(None, RDF.type, PV.Link, INFERRED)))


def judged(graph: Graph, judgement: Judgement) -> Iterator[Link]:
    """Those with one `judgement`, by IRI."""
    return _read(graph, (fact.subject for fact in graph.facts(None, PV.judgement, JUDGEMENTS[judgement], INFERRED)))


def of(graph: Graph, iri: str) -> Iterator[Link]:
    """Those with `iri` at one of their ends, by IRI."""
    if not is_iri(iri):
        return iter(())
    ends = chain.from_iterable(graph.facts(None, end, iri, INFERRED) for end in (PV.left, PV.right))
    return _read(graph, (fact.subject for fact in ends))


def named(graph: Graph, iri: str) -> Link | None:
    """The link that is called `iri`."""
    return next(_read(graph, [iri] if is_iri(iri) else []), None)


def replace(graph: Graph, gone: Iterable[str], new: Iterable[Link]) -> None:
    """Take out the links named `gone` and write `new` ones, each in the place of the one of its name; all or none."""
    links_by_iri = {link_iri(link): link for link in new}
    quads = [quad for link in links_by_iri.values() for quad in link_quads(link)]
    names = {*links_by_iri, *filter(is_iri, gone)}
    old = {quad for name in sorted(names) for quad in graph.quads(name, graph=INFERRED)}
    graph.amend(INFERRED, old.difference(quads), [quad for quad in quads if quad not in old])


def _read(graph: Graph, iris: Iterable[str]) -> Iterator[Link]:
    for iri in sorted(set(iris)):
        yield from links(graph.quads(iri, graph=INFERRED))

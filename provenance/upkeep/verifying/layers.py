"""Whether links, claims and decisions are whole, and links and claims of things that are there."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from provenance.decisions import iri_of
from provenance.errors import StoreCorruptError
from provenance.iris import cited_parts, link_iri
from provenance.rdf import inferred, reviewed
from provenance.rdf.mapping.decisions import decision_quads
from provenance.rdf.mapping.links import kept_link_quads, link_quads
from provenance.rdf.mapping.read import CREDITS
from provenance.rdf.vocabulary import INFERRED, PROV, PV, RDF, REVIEWED
from provenance.rdf.whole import as_kept
from provenance.upkeep.verifying.fault import LINKS, RESTORE, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.rdf.graph import Graph

ENDS = 100_000
"""The most ends of links that are kept at hand."""


def links(graph: Graph, current: Mapping[str, str]) -> Iterator[Fault]:
    """Of the inferred layer; `current` gives the articles by the graphs of their readings."""

    @lru_cache(ENDS)
    def is_there(iri: str) -> bool:
        return _is_there(graph, current, iri)

    try:
        for link in inferred.every(graph):
            iri = link_iri(link)
            held = set(graph.quads(iri, graph=INFERRED))
            if held != set(as_kept(kept_link_quads(link)).quads()) and held != set(as_kept(link_quads(link)).quads()):
                yield Fault(f"link between {link.left} and {link.right}: not as it is named", LINKS)
            for end in (link.left, link.right):
                if not is_there(end):
                    yield Fault(f"link {iri}: nothing in the store is called {end}", LINKS)
    except StoreCorruptError as error:
        yield Fault(str(error), LINKS)
    for fact in graph.facts(None, PV.expresses, None, INFERRED):
        if not is_there(fact.subject):
            yield Fault(f"claim {fact.value}: no article makes it at {fact.subject}", LINKS)
        if not graph.values(fact.value, RDF.type, INFERRED):
            yield Fault(f"claim {fact.value}: {fact.subject} makes it, and it is no claim", LINKS)


def _is_there(graph: Graph, current: Mapping[str, str], iri: str) -> bool:
    """Whether a current reading tells of `iri`; a statement also cites what its whole article was taken from."""
    if any(fact.graph in current for fact in chain(graph.facts(iri), graph.facts(None, PROV.entity, iri))):
        return True
    attribution, position = cited_parts(iri)
    runs = {fact.graph for fact in graph.facts(attribution, PV.quotation)} & current.keys()
    taken = (sum(1 for way in CREDITS for _ in graph.facts(current[run], way, None, run)) for run in runs)
    return position is not None and any(position < count for count in taken)


def decisions(graph: Graph) -> Iterator[Fault]:
    """Of the reviewed layer. A decision about what is not there now is none: it may come again."""
    try:
        held = reviewed.every(graph)
    except StoreCorruptError as error:
        yield Fault(str(error), RESTORE)
        return
    for one in held:
        if one.id != iri_of(one):
            yield Fault(f"decision {one.id}: not as it was taken", RESTORE)
    told = set(as_kept(quad for one in held for quad in decision_quads(one)).quads())
    for quad in set(graph.quads(graph=REVIEWED)) - told:
        yield Fault(f"decisions: {quad.subject} is of no decision", RESTORE)

"""The inferred graph: what the program concludes across articles, as links. It can be thrown away and made anew."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from provenance.iris import link_iri
from provenance.rdf.graph import Pattern, is_iri
from provenance.rdf.mapping.claims import kept_claim_quads
from provenance.rdf.mapping.links import JUDGEMENTS, KINDS, kept_link_quads, links
from provenance.rdf.vocabulary import INFERRED, PV, RDF

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from provenance.model import Judgement, Link, LinkKind
    from provenance.rdf.graph import Graph

_NONE: Mapping[str, Collection[str]] = {}


def every(graph: Graph) -> Iterator[Link]:
    """By IRI."""
    graph.ahead(lambda: [Pattern(graph=INFERRED)])
    return _read(graph, (fact.subject for fact in graph.facts(None, PV.judgement, None, INFERRED)))


def judged(graph: Graph, judgement: Judgement) -> Iterator[Link]:
    """Those with one `judgement`, by IRI."""
    names = [fact.subject for fact in graph.facts(None, PV.judgement, JUDGEMENTS[judgement], INFERRED)]
    graph.ahead(lambda: map(_node, names))
    return _read(graph, names)


def of(graph: Graph, iri: str) -> Iterator[Link]:
    """Those with `iri` at one of their ends, by IRI."""
    if not is_iri(iri):
        return iter(())
    ends = chain.from_iterable(graph.facts(None, end, iri, INFERRED) for end in (PV.left, PV.right))
    return _read(graph, (fact.subject for fact in ends))


def names_of(graph: Graph, ends: Iterable[str], kinds: Collection[LinkKind]) -> set[str]:
    """The IRIs of the links of `kinds` with one of `ends` at an end."""
    wanted = {KINDS[kind] for kind in kinds}
    ends = list(filter(is_iri, ends))
    graph.ahead(lambda: _at(ends), lambda: (Pattern(iri, RDF.type, None, INFERRED) for iri in _found(graph, ends)))
    return {iri for iri in _found(graph, ends) if not wanted.isdisjoint(graph.values(iri, RDF.type, INFERRED))}


def ahead(graph: Graph, ends: Callable[[], Iterable[str]]) -> None:
    """`of` will be asked of each of `ends`."""
    graph.ahead(lambda: _at(ends()), lambda: map(_node, _found(graph, filter(is_iri, ends()))))


def named(graph: Graph, iri: str) -> Link | None:
    """The link that is called `iri`."""
    return next(_read(graph, [iri] if is_iri(iri) else []), None)


def replace(
    graph: Graph,
    gone: Iterable[str],
    new: Iterable[Link],
    left: Iterable[str] = (),
    claims: Mapping[str, Collection[str]] = _NONE,
) -> None:
    """Take out the links named `gone` and write `new` ones, each in the place of the one of its name; all or none.

    In the same step the passages `left` make no claim any more, and those of `claims` make the claim they stand under
    and no other.
    """
    links_by_iri = {link_iri(link): link for link in new}
    quads = [quad for link in links_by_iri.values() for quad in kept_link_quads(link)]
    quads += [quad for claim in sorted(claims) for quad in kept_claim_quads(claim, sorted(claims[claim]))]
    passages = {*left, *chain.from_iterable(claims.values())}
    gone = set(filter(is_iri, gone))
    graph.ahead(
        lambda: (Pattern(name, PV.expresses, None, INFERRED) for name in passages),
        lambda: map(_node, {*links_by_iri, *gone, *passages, *_made(graph, passages).difference(claims)}),
        lambda: (Pattern(None, PV.expresses, claim, INFERRED) for claim in _made(graph, passages).difference(claims)),
    )
    changed = _made(graph, passages)
    names = {*links_by_iri, *gone, *passages, *changed.difference(claims)}
    old = {quad for name in sorted(names) for quad in graph.quads(name, graph=INFERRED)}
    kept = {made for claim in changed.difference(claims) for made in _kept(graph, claim, passages)}
    graph.amend(INFERRED, old.difference(quads, kept), [quad for quad in quads if quad not in old])


def clear(graph: Graph) -> None:
    """Throw it away, all at once."""
    if any(graph.quads(graph=INFERRED)):
        graph.drop([INFERRED])


def claim_of(graph: Graph, passage: str) -> str | None:
    """The claim that a passage makes; of several, which are made by its attributions, the first by IRI."""
    return min((fact.value for fact in graph.facts(passage, PV.expresses, None, INFERRED)), default=None)


def passages_of(graph: Graph, claim: str) -> list[str]:
    """The passages that make `claim`, in order."""
    return sorted(fact.subject for fact in graph.facts(None, PV.expresses, claim, INFERRED)) if is_iri(claim) else []


def _made(graph: Graph, passages: Iterable[str]) -> set[str]:
    """The claims that `passages` make."""
    return {fact.value for name in passages for fact in graph.facts(name, PV.expresses, None, INFERRED)}


def _kept(graph: Graph, claim: str, passages: Collection[str]) -> list[Quad]:
    """What says that `claim` is one, while a passage makes it that is not among `passages`."""
    made = any(name not in passages for name in passages_of(graph, claim))
    return list(graph.quads(claim, graph=INFERRED)) if made else []


def _read(graph: Graph, iris: Iterable[str]) -> Iterator[Link]:
    for iri in sorted(set(iris)):
        yield from links(graph.quads(iri, graph=INFERRED))


def _at(ends: Iterable[str]) -> Iterator[Pattern]:
    return (Pattern(None, end, iri, INFERRED) for iri in filter(is_iri, ends) for end in (PV.left, PV.right))


def _found(graph: Graph, ends: Iterable[str]) -> set[str]:
    """The names of the links with one of `ends` at an end."""
    facts = (graph.facts(None, end, iri, INFERRED) for iri in ends for end in (PV.left, PV.right))
    return {fact.subject for fact in chain.from_iterable(facts)}


def _node(name: str) -> Pattern:
    return Pattern(name, None, None, INFERRED)

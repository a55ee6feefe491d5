"""The claims that the program found: by links where statements were joined, else by the same words.

A claim is named by its first statement (`iris.claim_iri`), so that each statement names one claim or none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import attribution_iri, claim_iri, digest, snapshot_iri
from provenance.model import passage
from provenance.rdf import inferred, revisions
from provenance.rdf.graph import Pattern, is_iri
from provenance.rdf.index import Entry, Hit
from provenance.rdf.vocabulary import INFERRED, PROV, PV, SCHEMA
from provenance.text import plain_name, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from provenance.model import Reading
    from provenance.rdf.graph import Graph
    from provenance.rdf.index import Index

FEW_WORDS = 3
"""Content words that are too few to tell two wordings apart by."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Statements that make one claim; `text` is the surest one's."""

    id: str
    text: str
    statements: int
    articles: int


def entries(reading: Reading) -> Iterator[Entry]:
    """The statements of `reading` as the index knows them."""
    snapshot = snapshot_iri(reading.article)
    for attribution in reading.attributions:
        text = passage(reading.article.text, attribution.content)
        iri = attribution_iri(snapshot, attribution)
        yield Entry(iri, _wording(text), attribution.confidence, frozenset(words(text)))


def named(graph: Graph, iri: str) -> list[Hit]:
    """The attribution `iri`, or those of the statement `iri`, in current readings."""
    if not is_iri(iri):
        return []
    found = {(fact.value, fact.graph) for fact in graph.facts(iri, PROV.qualifiedDerivation)}
    found |= {(iri, fact.graph) for fact in graph.facts(iri, PV.quotation)}
    return [Hit(name, run, 1.0) for name, run in sorted(found) if revisions.is_current_run(graph, run)]


def ahead_of_named(graph: Graph, iris: Callable[[], Iterable[str]]) -> None:
    """`named` will be asked of each of `iris`."""
    graph.ahead(*_steps_of_named(graph, lambda: filter(is_iri, iris())))


def ahead_of_passages(graph: Graph, attributions: Iterable[str]) -> None:
    """`passages` will be asked of each of `attributions`, and of those in whatever graph."""
    graph.ahead(lambda: (Pattern(None, PROV.qualifiedDerivation, one) for one in attributions))


def ahead_of_claims(graph: Graph, index: Index, attributions: Callable[[], Iterable[str]]) -> None:
    """`claim_of` will be asked of each of `attributions`."""

    def alike() -> Iterator[str]:
        yield from filter(is_iri, attributions())
        yield from (one.attribution for each in attributions() for one in index.alike(claim_iri(each)))

    graph.ahead(*_steps_of_joined(graph, alike))


def ahead_of_made(graph: Graph, index: Index, claims: Callable[[], Iterable[str]]) -> None:
    """`made` will be asked of each of `claims`."""

    def joined() -> Iterator[str]:
        return (one for claim in claims() for one in inferred.passages_of(graph, claim))

    def alike() -> Iterator[str]:
        firsts = (index.naming(claim) for claim in claims() if not inferred.passages_of(graph, claim))
        return (one.attribution for first in firsts if first for one in index.alike(claim_iri(first)))

    graph.ahead(
        lambda: (Pattern(None, PV.expresses, claim, INFERRED) for claim in filter(is_iri, claims())),
        lambda: (Pattern(one, PV.expresses, None, INFERRED) for one in joined()),
        *_steps_of_named(graph, joined),
        *_steps_of_joined(graph, alike),
    )


def ahead_of_rows(graph: Graph) -> None:
    """`rows` will be asked for."""
    whole = (PROV.qualifiedDerivation, None), (PV.expresses, INFERRED), (SCHEMA.text, None)
    graph.ahead(lambda: (Pattern(None, predicate, None, name) for predicate, name in whole))


def passages(graph: Graph, attribution: str, run: str | None = None) -> list[str]:
    """The passage that `attribution` is for, once for each graph that says so, or in the graph `run` alone."""
    return [fact.subject for fact in graph.facts(None, PROV.qualifiedDerivation, attribution, run)]


def claim_of(graph: Graph, index: Index, attribution: str) -> str | None:
    """The claim that a current attribution makes; None where there is no such attribution."""
    joined = _joined(graph, attribution)
    return joined or next((claim_iri(first.attribution) for first in _alike(graph, index, attribution)), None)


def made(graph: Graph, index: Index, claim: str) -> list[Hit]:
    """The current attributions that make `claim`."""
    ahead_of_made(graph, index, lambda: [claim])
    joined = [one for one in inferred.passages_of(graph, claim) if inferred.claim_of(graph, one) == claim]
    if joined:
        return [one for each in joined for one in named(graph, each)]
    first = index.naming(claim)
    alike = _alike(graph, index, first) if first and _joined(graph, first) is None else []
    return alike if alike and alike[0].attribution == first else []


def rows(graph: Graph, index: Index, without: Collection[str] = ()) -> Iterator[ClaimRow]:
    """By IRI; the surest statement's words are looked up as each is asked for.

    The attributions `without` are left out.
    """
    ahead_of_rows(graph)
    joined: dict[str, list[tuple[str, str]]] = defaultdict(list)
    alone: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for wording, attribution, run in index.wordings():
        [statement] = passages(graph, attribution, run)
        claim = inferred.claim_of(graph, statement)
        if claim is None:
            alone[wording].append((attribution, statement, run))
        elif attribution not in without:
            joined[claim].append((statement, run))
    for members in alone.values():
        kept = [(statement, run) for attribution, statement, run in members if attribution not in without]
        if kept:
            joined[claim_iri(min(attribution for attribution, _, _ in members))] = kept
    for claim in sorted(joined):
        surest, run = joined[claim][0]
        [text] = graph.values(surest, SCHEMA.text, run)
        yield ClaimRow(claim, text, len(joined[claim]), len({run for _, run in joined[claim]}))


def _steps_of_named(graph: Graph, iris: Callable[[], Iterable[str]]) -> Iterator[Callable[[], Iterator[Pattern]]]:
    def runs() -> set[str]:
        asked = ((iri, predicate) for iri in iris() for predicate in (PROV.qualifiedDerivation, PV.quotation))
        return {fact.graph for iri, predicate in asked for fact in graph.facts(iri, predicate)}

    yield lambda: (Pattern(iri, PROV.qualifiedDerivation) for iri in iris())
    yield lambda: (
        Pattern(one, PV.quotation)
        for iri in iris()
        for one in (iri, *(fact.value for fact in graph.facts(iri, PROV.qualifiedDerivation)))
    )
    yield from revisions.steps(graph, runs)


def _steps_of_joined(
    graph: Graph, attributions: Callable[[], Iterable[str]]
) -> Iterator[Callable[[], Iterator[Pattern]]]:
    yield lambda: (Pattern(None, PROV.qualifiedDerivation, one) for one in attributions())
    yield lambda: (
        Pattern(said, PV.expresses, None, INFERRED) for one in attributions() for said in passages(graph, one)
    )


def _joined(graph: Graph, attribution: str) -> str | None:
    """The claim of an attribution that was joined to others."""
    said = passages(graph, attribution)
    return inferred.claim_of(graph, said[0]) if said else None


def _alike(graph: Graph, index: Index, attribution: str) -> list[Hit]:
    """Those of the same words as `attribution` that were not joined, by IRI."""
    return [one for one in index.alike(claim_iri(attribution)) if _joined(graph, one.attribution) is None]


def _wording(text: str) -> str:
    """The same for the same content words in order; for all the same words where few say much."""
    content = words(text)
    return digest(*(content if len(content) >= FEW_WORDS else plain_name(text).split() or (text,)))

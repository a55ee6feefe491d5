"""What the current graphs hold, as rows: found by their terms, without making readings of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.identity import BASE, activity_iri
from provenance.rdf import inferred
from provenance.rdf.mapping.kinds import kind_of
from provenance.rdf.vocabulary import GRASP, PROV, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from provenance.model import Kind
    from provenance.rdf.graph import Fact, Graph
    from provenance.rdf.index import Index

ATTRIBUTION = f"{BASE}attribution/"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article by its IRI; `run` is the graph of its current reading, `statements` the number it attributes."""

    id: str
    run: str
    key: str
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Someone who is named; `statements` counts those on whose chain, `articles` also those taken over whole."""

    id: str
    name: str
    kind: Kind
    role: str
    anonymous: bool
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Statements that make one claim; `text` is the surest one's."""

    id: str
    text: str
    statements: int
    articles: int


def articles(graph: Graph, sizes: dict[str, int], runs: Iterable[str]) -> list[ArticleRow]:
    """By key; `sizes` tells how many statements each run has."""
    rows = (_article(graph, run, sizes.get(run, 0)) for run in runs)
    return sorted(rows, key=lambda row: (row.key, row.id))


def _article(graph: Graph, run: str, statements: int) -> ArticleRow:
    [snapshot] = graph.values(activity_iri(run), PROV.used, run)
    [article] = graph.values(snapshot, PROV.specializationOf, run)
    said = {fact.predicate: fact.value for fact in graph.facts(article, graph=run)}
    publisher = said.get(SCHEMA.publisher)
    return ArticleRow(
        id=article,
        run=run,
        key=said[SCHEMA.identifier],
        publisher=graph.values(publisher, SCHEMA.name, run)[0] if publisher else None,
        published=said.get(SCHEMA.datePublished),
        title=said.get(SCHEMA.headline),
        url=said.get(SCHEMA.url),
        statements=statements,
    )


def sources(graph: Graph, runs: Collection[str]) -> list[SourceRow]:
    """Those with most statements first, then by name."""
    roles = {fact.subject: fact.value for fact in graph.facts(None, PV.role)}
    named: dict[str, list[Fact]] = defaultdict(list)
    for fact in graph.facts(None, GRASP.wasAttributedTo):
        if fact.graph in runs:
            named[fact.value].append(fact)
    rows = []
    for source, relays in named.items():
        chains = {relay.subject.partition("/hop/")[0] for relay in relays if relay.subject.startswith(ATTRIBUTION)}
        names = Counter(graph.values(source, SCHEMA.name))
        classes = graph.values(source, RDF.type)
        rows.append(
            SourceRow(
                id=source,
                name=min(names, key=lambda name: (-names[name], name)),
                kind=kind_of(classes),
                role=max((roles.get(relay.subject, "") for relay in relays), key=lambda role: (len(role), role)),
                anonymous=PV.AnonymousSource in classes,
                statements=len(chains),
                articles=len({relay.graph for relay in relays}),
            )
        )
    return sorted(rows, key=lambda row: (-row.statements, row.name, row.id))


def claims(graph: Graph, index: Index) -> Iterator[ClaimRow]:
    """By IRI; the surest statement's words are looked up as each is asked for.

    What no link has been made for yet makes a claim with those of the same words.
    """
    grouped: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for words, attribution, run in index.claims():
        [statement] = graph.values(attribution, GRASP.isAttributionFor, run)
        grouped[inferred.claim_of(graph, statement) or words].append((statement, run))
    for claim in sorted(grouped):
        members = grouped[claim]
        [text] = graph.values(members[0][0], SCHEMA.text, members[0][1])
        yield ClaimRow(claim, text, len(members), len({run for _, run in members}))

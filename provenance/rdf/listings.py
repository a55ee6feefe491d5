"""What the current graphs hold, as rows: found by their terms, without making readings of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from provenance.iris import activity_iri, is_attribution, relay_parts
from provenance.rdf import revisions
from provenance.rdf.graph import Pattern
from provenance.rdf.mapping.kinds import kind_of
from provenance.rdf.vocabulary import GRASP, PROV, PV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from provenance.model import Hop, Kind
    from provenance.rdf.graph import Fact, Graph


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article by its IRI; `run` is the graph of its current reading, `statements` the number it attributes.

    `unread` says why it was not read (`model.Reading`).
    """

    id: str
    run: str
    key: str
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None
    language: str | None
    statements: int
    unread: str


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


class Named(NamedTuple):
    """One hop of the attribution `chain`, in the graph `run`: whom it names, and as what."""

    chain: str
    run: str
    source: str
    hop: Hop


def articles(graph: Graph, sizes: dict[str, int], runs: Iterable[str]) -> list[ArticleRow]:
    """By key; `sizes` tells how many statements each run has."""
    runs = list(runs)
    graph.ahead(*_steps(graph, runs))
    rows = (_article(graph, run, sizes.get(run, 0)) for run in runs)
    return sorted(rows, key=lambda row: (row.key, row.id))


def _steps(graph: Graph, runs: Sequence[str]) -> Iterator[Callable[[], Iterator[Pattern]]]:
    """What `_article` asks of each of `runs` (`Graph.ahead`)."""
    names = (PROV.used, PROV.specializationOf, SCHEMA.publisher, PV.unread)
    kept = frozenset(runs)

    def found(predicate: str) -> Iterator[Fact]:
        return (fact for fact in graph.facts(None, predicate) if fact.graph in kept)

    yield lambda: (Pattern(None, predicate) for predicate in names)
    yield lambda: (Pattern(fact.value, None, None, fact.graph) for fact in found(PROV.specializationOf))
    yield lambda: (Pattern(fact.value, SCHEMA.name, None, fact.graph) for fact in found(SCHEMA.publisher))


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
        language=said.get(SCHEMA.inLanguage),
        statements=statements,
        unread="".join(graph.values(activity_iri(run), PV.unread, run)),
    )


def reviewed(graph: Graph) -> list[tuple[str, str]]:
    """What fact checks of current articles are of, each with the graph that has it, in order."""
    facts = {(fact.graph, fact.value) for fact in graph.facts(None, SCHEMA.claimReviewed)}
    graph.ahead(*revisions.steps(graph, lambda: {run for run, _ in facts}))
    current = {run: revisions.is_current_run(graph, run) for run in {run for run, _ in facts}}
    return sorted(one for one in facts if current[one[0]])


def agent(graph: Graph, iri: str) -> tuple[str, Kind] | None:
    """The name that most current readings give someone, and the kind; None where none names it."""
    graph.ahead(*revisions.steps(graph, lambda: {fact.graph for fact in graph.facts(iri, SCHEMA.name)}))
    names = Counter(fact.value for fact in graph.facts(iri, SCHEMA.name) if revisions.is_current_run(graph, fact.graph))
    try:
        return min(names, key=lambda name: (-names[name], name)), kind_of(graph.values(iri, RDF.type))
    except (KeyError, ValueError):
        return None


def runs_naming(graph: Graph, iri: str) -> list[str]:
    runs = {fact.graph for fact in graph.facts(None, GRASP.wasAttributedTo, iri)}
    graph.ahead(*revisions.steps(graph, lambda: runs))
    return sorted(run for run in runs if revisions.is_current_run(graph, run))


def runs_published_by(graph: Graph, iri: str) -> list[str]:
    runs = {fact.graph for fact in graph.facts(None, SCHEMA.publisher, iri)}
    graph.ahead(*revisions.steps(graph, lambda: runs))
    return sorted(run for run in runs if revisions.is_current_run(graph, run))


def sources(graph: Graph, runs: Collection[str], more: Iterable[Named] = ()) -> list[SourceRow]:
    """Whom `runs`, and `more`, name: those with most statements first, then by name."""
    graph.ahead(lambda: (Pattern(None, predicate) for predicate in (PV.role, GRASP.wasAttributedTo)))
    roles = {fact.subject: fact.value for fact in graph.facts(None, PV.role)}
    told: dict[str, list[_Telling]] = defaultdict(list)
    for fact in graph.facts(None, GRASP.wasAttributedTo):
        chain = relay_parts(fact.subject)[0]
        if fact.graph in runs:
            told[fact.value].append(_Telling(chain, fact.graph, roles.get(fact.subject, "")))
    graph.ahead(lambda: (Pattern(source, predicate) for source in told for predicate in (SCHEMA.name, RDF.type)))
    hops: dict[str, Hop] = {}
    for named in more:
        hops.setdefault(named.source, named.hop)
        told[named.source].append(_Telling(named.chain, named.run, named.hop.role))
    rows = [_source(graph, source, tellings, hops.get(source)) for source, tellings in told.items()]
    return sorted(rows, key=lambda row: (-row.statements, row.name, row.id))


class _Telling(NamedTuple):
    """`chain` is an attribution, or a derivation of the whole article."""

    chain: str
    run: str
    role: str


def _source(graph: Graph, iri: str, tellings: Sequence[_Telling], hop: Hop | None) -> SourceRow:
    """`hop` tells of one whom a person decided upon, or whom no article names so."""
    names = Counter(graph.values(iri, SCHEMA.name))
    if hop and (hop.agent or not names):
        names = Counter([hop.name])
    else:
        hop = None
    classes = graph.values(iri, RDF.type)
    return SourceRow(
        id=iri,
        name=min(names, key=lambda name: (-names[name], name)),
        kind=hop.kind if hop else kind_of(classes),
        role=max((telling.role for telling in tellings), key=lambda role: (len(role), role)),
        anonymous=hop.anonymous if hop else PV.AnonymousSource in classes,
        statements=len({telling.chain for telling in tellings if is_attribution(telling.chain)}),
        articles=len({telling.run for telling in tellings}),
    )

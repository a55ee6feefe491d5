"""Records as one NetworkX graph, for a claim's own part or for a whole store.

Nodes, by `kind`:

- "statement": what an article attributes, at its place in the text (`iris.passage_iri`);
- "cited": a report or saying that an article points to, one for each attribution that points to it
  (`iris.cited_iri`), so that two statements taken from one outlet never cross;
- "source": who said it, wrote it or publishes it;
- "article": a document that was read.

Edges lead from what was told to where it was taken from. By `kind`: "relay" (with the `relation` and the words
that show it), "resolved" (a cited report is a statement of an article that was read, or a statement was copied from
it), "within" (statement to article), "by" (to publisher, author or outlet) and "derived" (the whole article was taken
from an outlet).

Of edges, `made_by` says which pass found the hop (`Hop.made_by`), and `undecided` that a hop or a statement is less
sure than one half; of sources, that only such hops name them.

A cited report has the `url` that the text or metadata gives for it, where one does.

Nodes and edges are the values of `nodes`. As attributes, in the NetworkX graph that is given out, they are strings,
whole numbers, floats or Booleans, never None, so that every NetworkX writer takes them.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from provenance.documents.credits.agencies import author
from provenance.iris import (
    agent_iri,
    article_iri,
    attribution_iri,
    cited_iri,
    passage_iri,
    snapshot_iri,
)
from provenance.model import RELAYS, Hop, Kind, Relation, is_undecided, passage
from provenance.trace.adding import (
    LABEL_WIDTH,
    UNKNOWN_PUBLISHER,
    Place,
    add_agent,
    add_node,
    add_publisher,
    add_source,
    edge_of,
)
from provenance.trace.links import Link, credit, credits_above, hops
from provenance.trace.nodes import PUBLISHED_BY, ArticleNode, CitedNode, Edge, EdgeKind, StatementNode
from provenance.trace.result import RESOLVED
from provenance.trace.traced import TraceGraph
from provenance.trace.wording import legible, one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from provenance.model import Attribution, Reading, Resolution, Statement

_NONE: Mapping[str, str] = MappingProxyType({})


def build(
    readings: Iterable[Reading], resolutions: Iterable[Resolution] = (), same: Mapping[str, str] = _NONE
) -> nx.MultiDiGraph[str]:
    """What `gathered` makes, as a NetworkX graph with attributes."""
    return gathered(readings, resolutions, same).network


def gathered(
    readings: Iterable[Reading], resolutions: Iterable[Resolution] = (), same: Mapping[str, str] = _NONE
) -> TraceGraph:
    """The graph of `readings`; a resolution is left out where its ends are not both among them.

    `same` gives for agents that are one with another, by IRI, that other one.
    """
    graph = TraceGraph()
    statements: dict[str, str] = {}
    for reading in readings:
        place = Place(graph, reading, article_iri(reading.article), snapshot_iri(reading.article), same)
        _add_article(place)
        for attribution in reading.attributions:
            iri = attribution_iri(place.snapshot, attribution)
            statements[iri] = _add_attribution(place, iri, attribution)
    for resolution in resolutions:
        if resolution.position is None:
            tail, relation = statements.get(resolution.citing, ""), str(Relation.REPUBLISHED)
        else:
            tail, relation = cited_iri(resolution.citing, resolution.position), RESOLVED
        if tail in graph and resolution.cited in statements:
            _add_resolution(graph, tail, statements[resolution.cited], relation, resolution)
    return graph


def cut(statements: Iterable[Statement]) -> tuple[Reading, ...]:
    """The readings of `statements`, each with only the attributions that were asked for."""
    chosen: dict[int, tuple[Reading, list[Attribution]]] = {}
    for statement in statements:
        chosen.setdefault(id(statement.reading), (statement.reading, []))[1].append(statement.attribution)
    return tuple(replace(reading, attributions=tuple(dict.fromkeys(kept))) for reading, kept in chosen.values())


def _add_article(place: Place) -> None:
    article = place.reading.article
    publisher = article.publisher
    add_node(
        place.graph,
        place.article,
        ArticleNode(
            label=shortened(one_line(article.title or article.key), LABEL_WIDTH),
            article_key=one_line(article.key),
            title=one_line(article.title or ""),
            publisher=one_line(publisher.name) if publisher else UNKNOWN_PUBLISHER,
            publisher_kind=publisher.kind if publisher else Kind.OUTLET,
            published=one_line(article.published or ""),
            byline=one_line(article.byline or ""),
            url=one_line(article.url or ""),
            language=one_line(article.language or ""),
            helped_by=_helpers(place.reading),
        ),
    )
    place.graph.join(place.article, add_publisher(place), Edge(EdgeKind.BY, PUBLISHED_BY))
    if article.byline:
        named = author(article.byline)
        writer = agent_iri(*named)
        add_source(place.graph, writer, Hop(*named, Relation.WROTE))
        place.graph.join(place.article, writer, Edge(EdgeKind.BY, "written by"))
    for link in credit(place.reading):
        place.graph.join(place.article, add_agent(place, link), edge_of(place, link, EdgeKind.DERIVED))


def _helpers(reading: Reading) -> str:
    """Who gave a part of the article, by name; empty where nobody did."""
    return ", ".join(dict.fromkeys(one_line(one.name) for one in reading.derivations if not one.is_whole))


def _add_attribution(place: Place, iri: str, attribution: Attribution) -> str:
    """The statement and its way up: the credited outlets side by side, then hop after hop.

    What a page that was taken over lays to nobody is what the credited outlet says.
    """
    chain = hops(place.reading, attribution)
    credited = credits_above(place.reading, chain)
    if credited and [link.hop.kind for link in chain] == [Kind.UNSPECIFIED]:
        credited = tuple(replace(link, assertion=attribution.assertion) for link in credited)
        chain = ()
    statement = _add_statement(place, iri, attribution, len(attribution.chain) - len(chain))
    tails = [_add_cited(place, iri, link, [statement]) for link in credited] or [statement]
    for link in chain:
        if link is chain[-1] and link.hop.kind not in RELAYS:
            _add_relay(place, iri, link, tails, add_agent(place, link))
        else:
            tails = [_add_cited(place, iri, link, tails)]
    if tails == [statement] and not chain:
        _add_own_reporting(place, iri, attribution, statement)
    return statement


def _add_statement(place: Place, iri: str, attribution: Attribution, silent: int) -> str:
    """`silent` counts the first hops of the chain that are no edges: the statement is no surer than they are."""
    sure = min([attribution.confidence, *(hop.confidence for hop in attribution.chain[:silent])])
    article = place.reading.article
    text = legible(passage(article.text, attribution.content))
    node = passage_iri(place.snapshot, attribution.content)
    said = StatementNode(shortened(text, LABEL_WIDTH), text, attribution.content, place.article)
    add_node(place.graph, node, said)
    edge = Edge(
        EdgeKind.WITHIN,
        "appears in",
        evidence=text,
        spans=attribution.content,
        told_in=one_line(article.key),
        confidence=float(attribution.confidence),
        date=one_line(article.published or ""),
        attribution=iri,
        quotation=attribution.quotation,
        undecided=is_undecided(sure),
    )
    place.graph.join(node, place.article, edge)
    return node


def _add_cited(place: Place, iri: str, link: Link, tails: list[str]) -> str:
    """The report or saying that `tails` were taken from, and who made it."""
    node = cited_iri(iri, link.position)
    agent = add_agent(place, link)
    cited = CitedNode(
        label=shortened(one_line(link.hop.name), LABEL_WIDTH),
        name=one_line(link.hop.name),
        agent=agent,
        agent_kind=link.hop.kind,
        anonymous=link.hop.anonymous,
        position=link.position,
        url=one_line(link.hop.url),
    )
    add_node(place.graph, node, cited)
    place.graph.join(node, agent, Edge(EdgeKind.BY, "attributed to"))
    _add_relay(place, iri, link, tails, node)
    return node


def _add_relay(place: Place, iri: str, link: Link, tails: list[str], head: str) -> None:
    for tail in tails:
        place.graph.join(tail, head, edge_of(place, link, EdgeKind.RELAY, iri))


def _add_own_reporting(place: Place, iri: str, attribution: Attribution, statement: str) -> None:
    """A statement that no one but its article's publisher stands behind."""
    shown = next((hop.evidence for hop in attribution.chain if hop.evidence), attribution.cue)
    edge = Edge(
        EdgeKind.RELAY,
        str(Relation.REPORTED),
        evidence=legible(passage(place.reading.article.text, shown)),
        spans=shown,
        told_in=one_line(place.reading.article.key),
        attribution=iri,
        made_by=one_line(next((hop.made_by for hop in attribution.chain), "")),
        assertion=attribution.assertion,
    )
    place.graph.join(statement, add_publisher(place), edge)


def _add_resolution(graph: TraceGraph, tail: str, statement: str, relation: str, resolution: Resolution) -> None:
    """From a cited report, or a statement that was copied, to the statement of an article that was read."""
    article = graph.article(graph.statement(statement).article)
    cited = graph[tail]
    if isinstance(cited, CitedNode):
        graph.put(tail, replace(cited, retrieved=max(cited.retrieved, article.article_key)))
    edge = Edge(
        EdgeKind.RESOLVED,
        relation,
        evidence=legible(resolution.evidence),
        confidence=float(resolution.confidence),
        date=article.published,
        attribution=resolution.cited if resolution.position is not None else resolution.citing,
    )
    graph.join(tail, statement, edge)

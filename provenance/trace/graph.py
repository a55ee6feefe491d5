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

Attributes are strings, whole numbers, floats or Booleans, never None, so that every NetworkX writer takes them.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.documents.credits.agencies import author
from provenance.iris import (
    agent_iri,
    anonymous_iri,
    article_iri,
    attribution_iri,
    cited_iri,
    digest,
    passage_iri,
    snapshot_iri,
    source_iri,
)
from provenance.model import RELAYS, Hop, Kind, Relation, Span, Spans, passage
from provenance.trace.links import Link, credit, credits_above, hops
from provenance.trace.result import RESOLVED
from provenance.trace.wording import legible, one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from provenance.model import Attribution, Reading, Resolution, Statement

LABEL_WIDTH = 80
_NONE: Mapping[str, str] = MappingProxyType({})
UNKNOWN_PUBLISHER = "unknown publisher"


class _Place(NamedTuple):
    """Where words stand and where they go: a reading, the names of its article and snapshot, the graph."""

    graph: nx.MultiDiGraph[str]
    reading: Reading
    article: str
    snapshot: str
    same: Mapping[str, str]


def build(
    readings: Iterable[Reading], resolutions: Iterable[Resolution] = (), same: Mapping[str, str] = _NONE
) -> nx.MultiDiGraph[str]:
    """The graph of `readings`; a resolution is left out where its ends are not both among them.

    `same` gives for agents that are one with another, by IRI, that other one.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    statements: dict[str, str] = {}
    for reading in readings:
        place = _Place(graph, reading, article_iri(reading.article), snapshot_iri(reading.article), same)
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


def written(spans: Spans) -> str:
    """Spans as an attribute: "12-30 41-50"."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def spans(attribute: str) -> Spans:
    """Spans as `written`."""
    return tuple(Span(*map(int, part.split("-"))) for part in attribute.split())


def _add_article(place: _Place) -> None:
    article = place.reading.article
    publisher = article.publisher
    _add_node(
        place.graph,
        place.article,
        label=shortened(one_line(article.title or article.key), LABEL_WIDTH),
        kind="article",
        article_key=one_line(article.key),
        title=one_line(article.title or ""),
        publisher=one_line(publisher.name) if publisher else UNKNOWN_PUBLISHER,
        publisher_kind=str(publisher.kind if publisher else Kind.OUTLET),
        published=one_line(article.published or ""),
        byline=one_line(article.byline or ""),
        url=one_line(article.url or ""),
        language=one_line(article.language or ""),
        **_helpers(place.reading),
    )
    _add_edge(place.graph, place.article, _add_publisher(place), kind="by", relation="published by")
    if article.byline:
        named = author(article.byline)
        writer = agent_iri(*named)
        _add_source(place.graph, writer, Hop(*named, Relation.WROTE))
        _add_edge(place.graph, place.article, writer, kind="by", relation="written by")
    for link in credit(place.reading):
        _add_edge(place.graph, place.article, _add_agent(place, link), kind="derived", **_shown(place, link))


def _helpers(reading: Reading) -> dict[str, str]:
    """Who gave a part of the article, as an attribute of its node; none where nobody did."""
    names = dict.fromkeys(one_line(one.name) for one in reading.derivations if not one.is_whole)
    return {"helped_by": ", ".join(names)} if names else {}


def _add_attribution(place: _Place, iri: str, attribution: Attribution) -> str:
    """The statement and its way up: the credited outlets side by side, then hop after hop.

    What a page that was taken over lays to nobody is what the credited outlet says.
    """
    statement = _add_statement(place, iri, attribution)
    chain = hops(place.reading, attribution)
    credited = credits_above(place.reading, chain)
    if credited and [link.hop.kind for link in chain] == [Kind.UNSPECIFIED]:
        credited = tuple(replace(link, assertion=attribution.assertion) for link in credited)
        chain = ()
    tails = [_add_cited(place, iri, link, [statement]) for link in credited] or [statement]
    for link in chain:
        if link is chain[-1] and link.hop.kind not in RELAYS:
            _add_relay(place, iri, link, tails, _add_agent(place, link))
        else:
            tails = [_add_cited(place, iri, link, tails)]
    if tails == [statement] and not chain:
        _add_own_reporting(place, iri, attribution, statement)
    return statement


def _add_statement(place: _Place, iri: str, attribution: Attribution) -> str:
    article = place.reading.article
    text = legible(passage(article.text, attribution.content))
    where = written(attribution.content)
    node = passage_iri(place.snapshot, attribution.content)
    label = shortened(text, LABEL_WIDTH)
    _add_node(place.graph, node, label=label, kind="statement", text=text, spans=where, article=place.article)
    _add_edge(
        place.graph,
        node,
        place.article,
        kind="within",
        relation="appears in",
        evidence=text,
        spans=where,
        told_in=one_line(article.key),
        confidence=float(attribution.confidence),
        date=one_line(article.published or ""),
        attribution=iri,
        quotation=str(attribution.quotation),
    )
    return node


def _add_cited(place: _Place, iri: str, link: Link, tails: list[str]) -> str:
    """The report or saying that `tails` were taken from, and who made it."""
    node = cited_iri(iri, link.position)
    agent = _add_agent(place, link)
    _add_node(
        place.graph,
        node,
        label=shortened(one_line(link.hop.name), LABEL_WIDTH),
        kind="cited",
        name=one_line(link.hop.name),
        agent=agent,
        agent_kind=str(link.hop.kind),
        anonymous=link.hop.anonymous,
        position=link.position,
        retrieved="",
    )
    _add_edge(place.graph, node, agent, kind="by", relation="attributed to")
    _add_relay(place, iri, link, tails, node)
    return node


def _add_relay(place: _Place, iri: str, link: Link, tails: list[str], head: str) -> None:
    for tail in tails:
        _add_edge(place.graph, tail, head, kind="relay", attribution=iri, **_shown(place, link))


def _add_own_reporting(place: _Place, iri: str, attribution: Attribution, statement: str) -> None:
    """A statement that no one but its article's publisher stands behind."""
    shown = next((hop.evidence for hop in attribution.chain if hop.evidence), attribution.cue)
    _add_edge(
        place.graph,
        statement,
        _add_publisher(place),
        kind="relay",
        relation=str(Relation.REPORTED),
        evidence=legible(passage(place.reading.article.text, shown)),
        spans=written(shown),
        told_in=one_line(place.reading.article.key),
        assertion=str(attribution.assertion),
        role="",
        reason="",
        attribution=iri,
    )


def _add_resolution(
    graph: nx.MultiDiGraph[str], tail: str, statement: str, relation: str, resolution: Resolution
) -> None:
    """From a cited report, or a statement that was copied, to the statement of an article that was read."""
    article = graph.nodes[graph.nodes[statement]["article"]]
    if graph.nodes[tail]["kind"] == "cited":
        graph.nodes[tail]["retrieved"] = max(graph.nodes[tail]["retrieved"], article["article_key"])
    _add_edge(
        graph,
        tail,
        statement,
        kind="resolved",
        relation=relation,
        evidence=legible(resolution.evidence),
        confidence=float(resolution.confidence),
        date=article["published"],
        attribution=resolution.cited if resolution.position is not None else resolution.citing,
    )


def _shown(place: _Place, link: Link) -> dict[str, Any]:
    """What an edge says of a link."""
    return {
        "relation": str(link.hop.relation),
        "evidence": legible(link.evidence),
        "spans": written(link.spans),
        "told_in": one_line(place.reading.article.key),
        "confidence": float(link.hop.confidence),
        "date": one_line(link.date),
        "assertion": str(link.assertion),
        "role": one_line(link.hop.role),
        "reason": one_line(link.hop.reason),
    }


def _add_publisher(place: _Place) -> str:
    publisher = place.reading.article.publisher
    if publisher:
        node = _one(place, agent_iri(publisher.name, publisher.kind))
        _add_source(place.graph, node, Hop(publisher.name, publisher.kind, Relation.PUBLISHED))
    else:
        node = anonymous_iri(place.snapshot, UNKNOWN_PUBLISHER, ())
        _add_source(place.graph, node, Hop(UNKNOWN_PUBLISHER, Kind.OUTLET, Relation.PUBLISHED))
    return node


def _add_agent(place: _Place, link: Link) -> str:
    hop = link.hop
    node = _one(place, source_iri(place.snapshot, hop, link.through))
    _add_source(place.graph, node, hop)
    return node


def _one(place: _Place, agent: str) -> str:
    """The agent that `agent` is one with, else itself."""
    return place.same.get(agent, agent)


def _add_source(graph: nx.MultiDiGraph[str], node: str, hop: Hop) -> None:
    _add_node(
        graph,
        node,
        label=shortened(one_line(hop.name), LABEL_WIDTH),
        kind="source",
        agent_kind=str(hop.kind),
        anonymous=hop.anonymous or hop.kind == Kind.ANONYMOUS,
        name=one_line(hop.name),
        role=one_line(hop.role),
        reason=one_line(hop.reason),
    )


def _add_node(graph: nx.MultiDiGraph[str], node: str, **attributes: Any) -> None:
    """Where a node is met again, the fullest wording of each attribute stays, whatever the order of meeting."""
    if node not in graph:
        graph.add_node(node, **attributes)
        return
    known = graph.nodes[node]
    for name, value in attributes.items():
        known[name] = max(value, known[name], key=lambda one: (len(one), one) if isinstance(one, str) else one)


def _add_edge(graph: nx.MultiDiGraph[str], tail: str, head: str, **attributes: Any) -> None:
    said = {"evidence": "", "spans": "", "told_in": "", "confidence": 1.0, "date": "", "attribution": ""} | attributes
    edge = "e" + digest(tail, head, *said.values())
    graph.add_edge(tail, head, key=edge, id=edge, **said)

"""How nodes and edges are added to the traced graph: see `graph`."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.iris import agent_iri, anonymous_iri, source_iri
from provenance.model import Hop, Kind, Relation, is_undecided
from provenance.trace.nodes import Edge, SourceNode
from provenance.trace.wording import legible, one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.model import Reading
    from provenance.trace.links import Link
    from provenance.trace.nodes import ArticleNode, CitedNode, EdgeKind, Node, StatementNode
    from provenance.trace.traced import TraceGraph

LABEL_WIDTH = 80
UNKNOWN_PUBLISHER = "unknown publisher"


class Place(NamedTuple):
    """Where words stand and where they go: a reading, the names of its article and snapshot, the graph."""

    graph: TraceGraph
    reading: Reading
    article: str
    snapshot: str
    same: Mapping[str, str]


def edge_of(place: Place, link: Link, kind: EdgeKind, attribution: str = "") -> Edge:
    """What an edge says of a link."""
    return Edge(
        kind,
        str(link.hop.relation),
        evidence=legible(link.evidence),
        spans=link.spans,
        told_in=one_line(place.reading.article.key),
        confidence=float(link.hop.confidence),
        date=one_line(link.date),
        attribution=attribution,
        made_by=one_line(link.hop.made_by),
        undecided=is_undecided(link.hop.confidence),
        assertion=link.assertion,
        role=one_line(link.hop.role),
        reason=one_line(link.hop.reason),
    )


def add_publisher(place: Place) -> str:
    publisher = place.reading.article.publisher
    if publisher:
        node = _one(place, agent_iri(publisher.name, publisher.kind))
        add_source(place.graph, node, Hop(publisher.name, publisher.kind, Relation.PUBLISHED))
    else:
        node = anonymous_iri(place.snapshot, UNKNOWN_PUBLISHER, ())
        add_source(place.graph, node, Hop(UNKNOWN_PUBLISHER, Kind.OUTLET, Relation.PUBLISHED))
    return node


def add_agent(place: Place, link: Link) -> str:
    hop = link.hop
    node = _one(place, source_iri(place.snapshot, hop, link.through))
    add_source(place.graph, node, hop, undecided=link.is_doubted)
    return node


def _one(place: Place, agent: str) -> str:
    """The agent that `agent` is one with, else itself."""
    return place.same.get(agent, agent)


def add_source(graph: TraceGraph, iri: str, hop: Hop, *, undecided: bool = False) -> None:
    """What is `undecided` of a source, its name and role too, stands only where nothing decided names it."""
    said = SourceNode(
        label=shortened(one_line(hop.name), LABEL_WIDTH),
        agent_kind=hop.kind,
        anonymous=hop.anonymous or hop.kind == Kind.ANONYMOUS,
        name=one_line(hop.name),
        role=one_line(hop.role),
        reason=one_line(hop.reason),
        undecided=undecided,
    )
    known = graph.get(iri)
    if not isinstance(known, SourceNode):
        graph.put(iri, said)
        return
    if hop.kind == Kind.PERSON:
        said, known = _named(said, known), _named(known, said)
    if known.undecided and not undecided:
        graph.put(iri, said)
    else:
        graph.put(iri, _fullest(known, said) if known.undecided == undecided else known)


def _named(one: SourceNode, other: SourceNode) -> SourceNode:
    """Whoever is also called by an office, "mayor of Tarsk", is shown by the name."""
    if one.name[:1].islower() and other.name[:1].isupper():
        return replace(one, name=other.name, label=other.label)
    return one


def add_node(graph: TraceGraph, iri: str, node: ArticleNode | StatementNode | CitedNode) -> None:
    """Where a node is met again, the fullest wording of each attribute stays, whatever the order of meeting."""
    graph.put(iri, _fullest(graph[iri], node) if iri in graph else node)


def _fullest(known: Node, said: Node) -> Node:
    """Of two sightings of one node; a longer word is fuller."""
    values: dict[str, Any] = {
        field.name: max(getattr(said, field.name), getattr(known, field.name), key=_fullness) for field in fields(known)
    }
    return replace(known, **values)


def _fullness(value: Any) -> Any:
    return (len(value), value) if isinstance(value, str) else value

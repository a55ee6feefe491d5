"""The nodes and edges of the traced graph, and how they are added: see `graph`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.iris import agent_iri, anonymous_iri, digest, source_iri
from provenance.model import Hop, Kind, Relation, Span, Spans, is_undecided
from provenance.trace.wording import legible, one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from provenance.model import Reading
    from provenance.trace.links import Link

LABEL_WIDTH = 80
NOT_NAMING = frozenset({"made_by", "undecided"})
"""What an edge says beside what names it."""
UNKNOWN_PUBLISHER = "unknown publisher"


class Place(NamedTuple):
    """Where words stand and where they go: a reading, the names of its article and snapshot, the graph."""

    graph: nx.MultiDiGraph[str]
    reading: Reading
    article: str
    snapshot: str
    same: Mapping[str, str]


def written(spans: Spans) -> str:
    """Spans as an attribute: "12-30 41-50"."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def spans(attribute: str) -> Spans:
    """Spans as `written`."""
    return tuple(Span(*map(int, part.split("-"))) for part in attribute.split())


def shown(place: Place, link: Link) -> dict[str, Any]:
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
        "made_by": one_line(link.hop.made_by),
        "undecided": is_undecided(link.hop.confidence),
    }


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


def add_source(graph: nx.MultiDiGraph[str], node: str, hop: Hop, *, undecided: bool = False) -> None:
    """What is `undecided` of a source, its name and role too, stands only where nothing decided names it."""
    said = {
        "label": shortened(one_line(hop.name), LABEL_WIDTH),
        "kind": "source",
        "agent_kind": str(hop.kind),
        "anonymous": hop.anonymous or hop.kind == Kind.ANONYMOUS,
        "name": one_line(hop.name),
        "role": one_line(hop.role),
        "reason": one_line(hop.reason),
        "undecided": undecided,
    }
    if hop.kind == Kind.PERSON and node in graph:
        _keep_name(graph.nodes[node], said)
    known = graph.nodes[node]["undecided"] if node in graph else undecided
    if known and not undecided:
        graph.add_node(node, **said)
    elif known == undecided:
        add_node(graph, node, **said)


def _keep_name(known: dict[str, Any], said: dict[str, Any]) -> None:
    """Whoever is also called by an office, "mayor of Tarsk", is shown by the name."""
    for kept, other in ((known, said), (said, known)):
        if kept["name"][:1].isupper() and other["name"][:1].islower():
            other |= {"name": kept["name"], "label": kept["label"]}


def add_node(graph: nx.MultiDiGraph[str], node: str, **attributes: Any) -> None:
    """Where a node is met again, the fullest wording of each attribute stays, whatever the order of meeting."""
    if node not in graph:
        graph.add_node(node, **attributes)
        return
    known = graph.nodes[node]
    for name, value in attributes.items():
        known[name] = max(value, known[name], key=lambda one: (len(one), one) if isinstance(one, str) else one)


def add_edge(graph: nx.MultiDiGraph[str], tail: str, head: str, **attributes: Any) -> None:
    said = {"evidence": "", "spans": "", "told_in": "", "confidence": 1.0, "date": "", "attribution": ""}
    said |= {"made_by": "", "undecided": False} | attributes
    edge = "e" + digest(tail, head, *(value for name, value in said.items() if name not in NOT_NAMING))
    graph.add_edge(tail, head, key=edge, id=edge, **said)

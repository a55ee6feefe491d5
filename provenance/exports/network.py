"""The graph for network programs. What it holds: see `trace.graph`."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from provenance.exports.appearance import looks

if TYPE_CHECKING:
    import networkx as nx

    from provenance.exports.material import Material


def graphml(material: Material, stream: BinaryIO) -> None:
    """GraphML 1.0 with typed attributes, and an id on every edge.

    `x`, `y`, `size`, `r`, `g` and `b` of a node are what Gephi's GraphML calls places, sizes and colours.
    """
    import networkx as nx

    graph = _ordered(material.graph())
    for node, look in looks(graph).items():
        graph.nodes[node].update(x=look.x, y=look.y, size=look.size, **look.colour)
    for _, _, edge in graph.edges(data=True):
        edge["key"] = edge.pop("id")  # igraph gives each edge an attribute `id`, and not its own
    nx.write_graphml_lxml(graph, stream)


def gexf(material: Material, stream: BinaryIO) -> None:
    """GEXF 1.2; an edge is labelled with its relation, and the file does not say when it was written.

    It bears places, colours, sizes and a timeline (`appearance`), so that Gephi shows it at once.
    """
    from networkx.readwrite.gexf import GEXFWriter

    graph = _ordered(material.graph())
    graph.graph["mode"] = "dynamic"
    for node, look in looks(graph).items():
        place = {"x": look.x, "y": look.y, "z": 0.0}
        graph.nodes[node]["viz"] = {"position": place, "size": look.size, "color": {**look.colour, "a": 1.0}}
        if look.start:
            graph.nodes[node]["start"] = look.start
    for _, _, edge in graph.edges(data=True):
        edge["label"] = edge["relation"]
    writer = GEXFWriter(graph, version="1.2draft")
    meta = writer.xml.find("meta")
    meta.attrib.clear()
    meta.find("creator").text = "provenance"
    writer.write(stream)


def _ordered(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy whose nodes and edges stand in the order of their names."""
    import networkx as nx

    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    copy.add_nodes_from(sorted(graph.nodes(data=True), key=lambda node: node[0]))
    for tail, head, key in sorted(graph.edges(keys=True)):
        copy.add_edge(tail, head, key=key, **graph.edges[tail, head, key])
    return copy

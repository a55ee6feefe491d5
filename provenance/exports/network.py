"""The graph for network programs. What it holds: see `trace.graph`."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from provenance.exports.appearance import shown

if TYPE_CHECKING:
    import networkx as nx

    from provenance.exports.material import Material


def graphml(material: Material, stream: BinaryIO) -> None:
    """GraphML 1.0 with typed attributes, and an id on every edge."""
    import networkx as nx

    nx.write_graphml_lxml(_ordered(material.graph()), stream, edge_id_from_attribute="id")


def gexf(material: Material, stream: BinaryIO) -> None:
    """GEXF 1.2; an edge is labelled with its relation, and the file does not say when it was written.

    It bears places, colours, sizes and a timeline (`appearance`), so that Gephi shows it at once.
    """
    from networkx.readwrite.gexf import GEXFWriter

    graph = shown(_ordered(material.graph()))
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

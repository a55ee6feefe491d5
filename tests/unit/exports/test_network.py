"""GraphML and GEXF as networkx and lxml read them."""

from io import BytesIO

import networkx as nx
import pytest
from corpus import STORY, material
from lxml import etree

from provenance.exports import EXPORTERS
from provenance.exports.appearance import first_day, looks
from provenance.exports.material import Material
from provenance.trace.graph import gathered

ADDED = {"viz", "start", "x", "y", "size", "r", "g", "b", "key"}
"""What is for those who draw, and the name of an edge."""


def exported(name: str, what: Material) -> bytes:
    stream = BytesIO()
    EXPORTERS[name].write(what, stream)
    return stream.getvalue()


def test_graphml_comes_back_whole() -> None:
    graph = material().graph()
    back = nx.read_graphml(BytesIO(exported("graphml", material())), force_multigraph=True)
    assert isinstance(back, nx.MultiDiGraph)
    assert nodes(back) == dict(graph.nodes(data=True))
    assert edges(back) == edges(graph)


def test_gexf_comes_back_whole() -> None:
    graph = material().graph()
    back = nx.read_gexf(BytesIO(exported("gexf", material())))
    assert nodes(back) == dict(graph.nodes(data=True))
    assert {(u, v): edge["relation"] for u, v, edge in back.edges(data=True)} == {
        (u, v): edge["relation"] for u, v, edge in graph.edges(data=True)
    }
    assert all(edge["label"] == edge["relation"] for *_, edge in back.edges(data=True))


def test_gexf_shows_itself_in_order_of_time() -> None:
    back = nx.read_gexf(BytesIO(exported("gexf", material())))
    articles = [data for _, data in back.nodes(data=True) if data["kind"] == "article" and data["published"]]
    assert all(data["start"] == data["published"] for data in articles)
    by_day = sorted((data["published"], data["viz"]["position"]["x"]) for data in articles)
    assert [x for _, x in by_day] == sorted(x for _, x in by_day)
    assert len(
        {(place["x"], place["y"]) for _, data in back.nodes(data=True) for place in [data["viz"]["position"]]}
    ) == len(back)
    days = nx.get_node_attributes(back, "start")
    for _, data in back.nodes(data=True):
        if data["kind"] == "statement":
            assert data.get("start", "") == days.get(data["article"], "")
    wire = [node for node, data in back.nodes(data=True) if data["label"] == "Kestrel Wire"]
    assert {days[node] for node in wire} == {"2031-02-03", "2031-02-04"}  # the wire, and what each who cites it cites
    [officials] = [data for _, data in back.nodes(data=True) if data["label"] == "two water ministry officials"]
    assert officials["viz"]["color"] == {"r": 0x55, "g": 0x55, "b": 0x55, "a": 1.0}


@pytest.mark.parametrize(
    ("published", "day"),
    [("2031-02-03", "2031-02-03"), ("2031-02", "2031-02-01"), ("2031", "2031-01-01"), ("", ""), ("Monday", "")],
)
def test_a_day_of_the_timeline_is_a_whole_date(published: str, day: str) -> None:
    assert first_day(published) == day


def test_whoever_is_cited_stands_before_who_cites() -> None:
    graph = material().graph()
    seen = looks(graph)
    for tail, head, kind in graph.edges(data="kind"):
        if kind in ("relay", "by"):
            assert seen[head].x < seen[tail].x


def nodes(graph: nx.MultiDiGraph) -> dict[str, dict[str, object]]:
    return {node: {key: one for key, one in data.items() if key not in ADDED} for node, data in graph.nodes(data=True)}


def edges(graph: nx.MultiDiGraph) -> dict[str, tuple[str, str, dict[str, object]]]:
    return {
        key: (tail, head, {name: value for name, value in edge.items() if name not in {"id", *ADDED}})
        for tail, head, key, edge in graph.edges(keys=True, data=True)
    }


def test_graphml_is_typed_and_its_edges_have_ids_of_their_own() -> None:
    root = etree.fromstring(exported("graphml", material()))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    types = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in root.iterfind("g:key", space)}
    assert types["node", "label"] == types["node", "kind"] == "string"
    assert types["node", "anonymous"] == "boolean"
    assert types["node", "position"] == "long"
    assert types["edge", "confidence"] == "double"
    assert types["edge", "relation"] == types["edge", "evidence"] == types["edge", "date"] == "string"
    ids = [edge.get("id") for edge in root.iterfind(".//g:edge", space)]
    assert len(ids) == len(set(ids)) == material().graph().number_of_edges()


def test_gexf_is_well_formed_and_undated() -> None:
    root = etree.fromstring(exported("gexf", material()))
    space = {"g": "http://www.gexf.net/1.2draft"}
    assert [dict(meta.attrib) for meta in root.iterfind("g:meta", space)] == [{}]
    ids = [edge.get("id") for edge in root.iterfind(".//g:edge", space)]
    assert len(ids) == len(set(ids)) == material().graph().number_of_edges()


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_the_same_records_give_the_same_bytes(name: str) -> None:
    backwards = Material(material().quads, lambda: gathered(reversed(STORY)))
    forwards = Material(material().quads, lambda: gathered(STORY))
    assert exported(name, backwards) == exported(name, forwards)


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_the_graph_given_is_left_as_it_was(name: str) -> None:
    graph = material().traced()
    exported(name, Material(material().quads, lambda: graph))
    assert nx.utils.graphs_equal(graph.network, material().graph())


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_an_empty_store_is_an_empty_graph(name: str) -> None:
    etree.fromstring(exported(name, material(())))

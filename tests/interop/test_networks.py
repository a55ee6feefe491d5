"""GraphML and GEXF as programs that draw and count networks read them: igraph, and graphology in Node.js.

graphology is the graph of Sigma.js and Gephi Lite, and its readers are theirs. `npm install --prefix tests/interop`
gets it; without it, those tests are skipped.
"""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from corpus import material

from provenance.exports import EXPORTERS
from provenance.exports.appearance import looks

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

HERE = Path(__file__).parent
PLACES = ("x", "y", "size")
COLOUR = ("r", "g", "b")


def exported(name: str) -> bytes:
    stream = BytesIO()
    EXPORTERS[name].write(material(), stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    return material().graph()


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Any:
    igraph = pytest.importorskip("igraph", reason="igraph is not installed: pip install igraph")
    path = tmp_path_factory.mktemp("igraph") / "story.graphml"
    path.write_bytes(exported("graphml"))
    return igraph.Graph.Read_GraphML(str(path))


@pytest.fixture(scope="module")
def node() -> str:
    node = shutil.which("node")
    if not node:
        pytest.skip("Node.js is not installed")
    if not (HERE / "node_modules" / "graphology").is_dir():
        pytest.skip("graphology is not installed: npm install --prefix tests/interop")
    return node


def told(data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what a reader puts where a node or an edge has no such attribute, the name of an edge, and its label."""
    return {name: value for name, value in data.items() if name not in ("id", "key") and not is_nothing(value)}


def is_nothing(value: Any) -> bool:
    return value in ("", False, None) or (isinstance(value, float) and math.isnan(value))


def edges(graph: nx.MultiDiGraph[str]) -> dict[str, tuple[str, str, dict[str, Any]]]:
    return {key: (tail, head, told(data)) for tail, head, key, data in graph.edges(keys=True, data=True)}


class TestIgraph:
    """GraphML, by the C library that R and Python share; a warning of its own would fail the test."""

    def test_nodes_with_their_attributes(self, back: Any, graph: nx.MultiDiGraph[str]) -> None:
        found = {node["id"]: node.attributes() for node in back.vs}
        assert {iri: told(strip(data)) for iri, data in found.items()} == {
            iri: told(data) for iri, data in graph.nodes(data=True)
        }

    def test_edges_with_their_attributes(self, back: Any, graph: nx.MultiDiGraph[str]) -> None:
        assert back.is_directed()
        found = {
            edge["key"]: (back.vs[edge.source]["id"], back.vs[edge.target]["id"], told(edge.attributes()))
            for edge in back.es
        }
        assert found == edges(graph)

    def test_places_sizes_and_colours(self, back: Any, graph: nx.MultiDiGraph[str]) -> None:
        expected = looks(graph)
        assert {len(expected), len({(node["x"], node["y"]) for node in back.vs})} == {len(graph)}
        for node in back.vs:
            look = expected[node["id"]]
            assert [node[name] for name in PLACES] == [getattr(look, name) for name in PLACES]
            assert {part: node[part] for part in COLOUR} == look.colour


def strip(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in (*PLACES, *COLOUR)}


class TestGraphology:
    def read(self, node: str, name: str) -> dict[str, Any]:
        answer = subprocess.run(
            [node, str(HERE / "graphology.cjs"), name],
            input=exported(name),
            capture_output=True,
            check=True,
            timeout=60,
        )
        assert answer.stderr == b""
        found: dict[str, Any] = json.loads(answer.stdout)
        return found

    @pytest.mark.parametrize("name", ["gexf", "graphml"])
    def test_nodes_and_edges_with_their_attributes(self, node: str, name: str, graph: nx.MultiDiGraph[str]) -> None:
        found = self.read(node, name)
        assert found["options"] == {"type": "directed", "multi": True, "allowSelfLoops": True}
        extra = {*PLACES, *COLOUR, "z", "color"}
        nodes = {one["key"]: one["attributes"] for one in found["nodes"]}
        assert {
            iri: told({name: value for name, value in data.items() if name not in extra}) for iri, data in nodes.items()
        } == {iri: told(data) for iri, data in graph.nodes(data=True)}
        ways = [
            (one["source"], one["target"], told({**one["attributes"], "label": "", "networkx_key": ""}))
            for one in found["edges"]
        ]
        assert sorted(ways, key=repr) == sorted(edges(graph).values(), key=repr)

    def test_gexf_has_places_sizes_colours_and_labels(self, node: str, graph: nx.MultiDiGraph[str]) -> None:
        expected, found = looks(graph), self.read(node, "gexf")
        for one in found["nodes"]:
            look, data = expected[one["key"]], one["attributes"]
            assert [data[name] for name in PLACES] == [getattr(look, name) for name in PLACES]
            assert data["color"] == "rgba({r},{g},{b},1.0)".format(**look.colour)
            assert data["label"] == graph.nodes[one["key"]]["label"]
        assert {one["attributes"]["label"] for one in found["edges"]} == {
            relation for *_, relation in graph.edges(data="relation")
        }

    def test_graphml_has_places_and_sizes(self, node: str, graph: nx.MultiDiGraph[str]) -> None:
        expected = looks(graph)
        for one in self.read(node, "graphml")["nodes"]:
            assert [one["attributes"][name] for name in PLACES] == [getattr(expected[one["key"]], n) for n in PLACES]

"""Every export of a store, an article and a claim, read again by somebody else's reader."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from command import CLAIM, run
from prov.model import ProvActivity, ProvAgent, ProvDerivation, ProvDocument, ProvEntity

from provenance.exports import EXPORTERS

SCOPES = {"store": [], "article": ["--article", "newsfold"], "claim": ["--claim", CLAIM]}


def export(store: Path, form: str, scope: str) -> str:
    answer = run("export", "--format", form, *SCOPES[scope], "--store", store)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of its own parts
@pytest.mark.parametrize("scope", SCOPES)
def test_rdf_is_the_same_graph_in_each_syntax(store: Path, scope: str) -> None:
    syntaxes = {
        "turtle": "turtle",
        "trig": "trig",
        "nquads": "nquads",
        "ntriples": "nt",
        "rdfxml": "xml",
        "jsonld": "json-ld",
    }
    graphs = {}
    for form, syntax in syntaxes.items():
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=export(store, form, scope), format=syntax)
        graphs[form] = {triple[:3] for triple in dataset.triples((None, None, None))}
    assert graphs["turtle"]
    assert all(graph == graphs["turtle"] for graph in graphs.values())


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize(("form", "reader"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_are_read_by_networkx(store: Path, scope: str, form: str, reader: object) -> None:
    graph = reader(BytesIO(export(store, form, scope).encode()))  # type: ignore[operator]
    assert graph.number_of_edges() > 0
    assert {"article", "source", "statement"} <= {kind for _, kind in graph.nodes(data="kind")}
    assert all(label for _, label in graph.nodes(data="label"))


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("form", ["csv-hops", "csv-chains"])
def test_tables_have_whole_rows(store: Path, scope: str, form: str) -> None:
    rows = list(csv.DictReader(StringIO(export(store, form, scope)), strict=True))
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("scope", SCOPES)
def test_prov_is_one_document_in_both_syntaxes(store: Path, scope: str) -> None:
    page = ProvDocument.deserialize(content=export(store, "prov-json", scope), format="json")
    assert page == ProvDocument.deserialize(content=export(store, "prov-n", scope), format="provn", profile="strict")
    assert {ProvEntity, ProvAgent, ProvActivity, ProvDerivation} <= {type(record) for record in page.get_records()}


@pytest.mark.parametrize(("file", "format_"), [("graph.provn", "prov-n"), ("graph.TTL", "turtle"), ("g.gexf", "gexf")])
def test_the_ending_says_the_format(store: Path, tmp_path: Path, file: str, format_: str) -> None:
    assert run("export", "--article", "newsfold", "--store", store, "-o", tmp_path / file).code == 0
    assert (tmp_path / file).read_text("utf8") == export(store, format_, "article")


@pytest.mark.parametrize("place", [[], ["-o", "table.csv"], ["-o", "graph"]])
def test_without_a_format_or_an_ending_that_says_it_nothing_is_written(store: Path, place: list[str]) -> None:
    answer = run("export", "--store", store, *place)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("provenance: which format? Give --format, or -o FILE that ends in one of .ttl,")
    assert not Path("table.csv").exists()


def test_a_claim_is_less_than_an_article_is_less_than_the_store(store: Path) -> None:
    sizes = {scope: len(export(store, "nquads", scope)) for scope in SCOPES}
    assert sizes["claim"] < sizes["store"] / 4
    assert sizes["article"] < sizes["store"] / 4


def test_no_format_is_left_untested() -> None:
    rdf = {"turtle", "trig", "nquads", "ntriples", "rdfxml", "jsonld"}
    assert set(EXPORTERS) == rdf | {"prov-json", "prov-n", "graphml", "gexf", "csv-hops", "csv-chains"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ttl", "turtle"),
        ("nt", "ntriples"),
        ("nq", "nquads"),
        ("xml", "rdfxml"),
        ("json-ld", "jsonld"),
        ("TTL", "turtle"),
    ],
)
def test_a_format_also_goes_by_what_people_type(store: Path, typed: str, name: str) -> None:
    assert export(store, typed, "article") == export(store, name, "article")


def test_a_file_appears_whole_or_not_at_all(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.nq"
    target.write_text("what stood here before")
    assert run("export", "--format", "nquads", "--article", "nowhere", "--store", store, "-o", target).code == 1
    assert target.read_text() == "what stood here before"
    assert run("export", "--format", "nquads", "--store", store, "-o", target).code == 0
    assert target.read_text("utf8") == export(store, "nquads", "store")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"]

"""SPARQL 1.1 Protocol, sections 2.1 and 2.2: how a query comes in, and how its answer goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

if TYPE_CHECKING:
    from starlette.testclient import TestClient

SELECT = "SELECT ?key { ?article a schema:NewsArticle ; schema:identifier ?key } ORDER BY ?key"


def test_by_get_and_both_forms_of_post(explorer: TestClient) -> None:
    answers = [
        explorer.get("/sparql", params={"query": SELECT}),
        explorer.post("/sparql", data={"query": SELECT}),
        explorer.post("/sparql", content=SELECT, headers={"content-type": "application/sparql-query"}),
    ]
    assert [one.status_code for one in answers] == [200] * 3
    assert answers[0].json() == answers[1].json() == answers[2].json()
    assert answers[0].headers["content-type"] == "application/sparql-results+json"
    assert [one["key"]["value"] for one in answers[0].json()["results"]["bindings"]][:2] == ["courier", "gazette"]


@pytest.mark.parametrize(
    ("media", "starts"),
    [("text/csv", "key\r\ncourier"), ("application/sparql-results+xml", "<?xml"), ("*/*", "{")],
)
def test_in_the_form_that_is_accepted(explorer: TestClient, media: str, starts: str) -> None:
    answer = explorer.get("/sparql", params={"query": SELECT}, headers={"accept": media})
    assert answer.text.startswith(starts)


def test_graphs_and_yes_or_no(explorer: TestClient) -> None:
    construct = "CONSTRUCT { ?a schema:identifier ?k } { ?a schema:identifier ?k }"
    turtle = explorer.get("/sparql", params={"query": construct}, headers={"accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert len(Graph().parse(data=turtle.text, format="turtle")) >= 10
    assert explorer.get("/sparql", params={"query": "ASK { ?s a pv:AnonymousSource }"}).json()["boolean"] is True


@pytest.mark.parametrize(
    "query",
    [
        "DROP ALL",
        "INSERT DATA { <a:b> <a:c> <a:d> }",
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT",
        "",
        "{" * 1000,
    ],
)
def test_what_is_no_query(explorer: TestClient, query: str) -> None:
    assert explorer.get("/sparql", params={"query": query}).status_code == 400
    assert explorer.post("/sparql", data={"query": query}).status_code == 400


def test_what_the_protocol_has_and_a_store_refuses(explorer: TestClient) -> None:
    assert explorer.get("/sparql", params={"query": SELECT, "default-graph-uri": "a:b"}).status_code == 400
    assert explorer.get(f"/sparql?query={SELECT}&query={SELECT}").status_code == 400
    assert explorer.post("/sparql", data={"update": "DROP ALL"}).status_code == 400
    assert explorer.post("/sparql", content="x", headers={"content-type": "text/plain"}).status_code == 400

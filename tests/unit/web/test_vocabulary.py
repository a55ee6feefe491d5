"""Our own terms at /ns: to read, as JSON, as Turtle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from provenance.rdf.terms import terms
from provenance.resources import resource

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_a_browser_gets_a_page_with_a_place_for_each_term(explorer: TestClient) -> None:
    answer = explorer.get("/ns", headers={"accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/html")
    for term in terms():
        assert f'<section id="{term.name}">' in answer.text


@pytest.mark.parametrize("asked", [{"headers": {"accept": "text/turtle"}}, {"params": {"format": "ttl"}}])
def test_a_program_gets_the_ontology(explorer: TestClient, asked: dict[str, dict[str, str]]) -> None:
    answer = explorer.get("/ns", **asked)  # type: ignore[arg-type]
    assert answer.headers["content-type"].startswith("text/turtle")
    assert "Accept" in answer.headers["vary"]
    assert answer.content == resource("ontology.ttl").read_bytes()


def test_or_the_terms_as_json(explorer: TestClient) -> None:
    told = explorer.get("/api/ns").json()
    assert [one["name"] for one in told["terms"]] == [term.name for term in terms()]

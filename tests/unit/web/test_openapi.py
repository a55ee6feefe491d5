"""What is served is what the description says, and no request of any kind makes the explorer fail (Schemathesis)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import schemathesis
from corpus import STORY
from explorer import served
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from provenance import Library
from provenance.iris import article_iri
from provenance.web import addresses
from provenance.web.openapi import description
from provenance.web.pages import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.testclient import TestClient

EXAMPLES = 20
"""Requests of each kind."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

schema = schemathesis.openapi.from_dict(description())


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("asked") / "store"
    with Library.open(path) as library:
        for reading in STORY[:3]:
            library.add(reading)
    with served(path) as address:
        yield address


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_request_makes_it_fail(case: schemathesis.Case, asked: str) -> None:
    case.call_and_validate(base_url=asked, checks=CHECKS)


def test_the_description_is_served_and_names_every_page(explorer: TestClient) -> None:
    served = explorer.get("/api/openapi.json").json()
    assert served == json.loads(json.dumps(description()))
    assert served["openapi"] == "3.1.0"
    for one in RESOURCES:
        assert f"/api{one.api or one.path}".replace(":path}", "}") in served["paths"]


def test_answers_are_of_the_schemas_that_are_described(explorer: TestClient) -> None:
    claim = addresses.name(explorer.get("/api/claims").json()["rows"][0]["id"])
    article = addresses.name(article_iri(STORY[0].article))
    given = {"claim": claim, "article": article, "room": "agent"}
    source = next(row["id"] for row in explorer.get("/api/sources").json()["rows"] if "/agent/" in row["id"])
    given["source"] = addresses.name(source)
    query = {"q": "dam", "left": "kestrel", "right": "sluice", "query": "ASK { ?s ?p ?o }"}
    for path, operations in description()["paths"].items():
        if "get" in operations:
            answer = explorer.get(path.format(**given), params=query)
            assert answer.status_code == 200, path
            content = operations["get"]["responses"]["200"]["content"]
            told = content[answer.headers["content-type"]]["schema"]
            Draft202012Validator(told).validate(answer.json())

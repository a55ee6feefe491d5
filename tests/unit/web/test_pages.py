"""What each page shows of the invented story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from rdflib import Graph

from provenance.iris import agent_iri, article_iri
from provenance.model import Kind
from provenance.web import addresses

if TYPE_CHECKING:
    from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def claim(explorer: TestClient) -> str:
    [first, *_] = explorer.get("/api/claims").json()["rows"]
    return addresses.address(first["id"])


def source(name: str, kind: Kind) -> str:
    return addresses.address(agent_iri(name, kind))


def pages(claim: str) -> list[str]:
    return [
        "/",
        "/search?q=Tarsk+dam",
        "/claims",
        claim,
        "/articles",
        "/article/kestrel",
        "/sources",
        source("Kestrel Wire", Kind.WIRE),
        "/compare?left=northgate&right=mirrorhub",
        "/review",
    ]


def test_every_page_is_html_json_and_turtle(explorer: TestClient, claim: str) -> None:
    for path in pages(claim):
        html = explorer.get(path, headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
        assert html.headers["content-type"].startswith("text/html"), path
        assert "<script>" not in html.text
        assert "style=" not in html.text
        assert explorer.get(path, headers={"accept": "application/json"}).json()
        turtle = explorer.get(path, headers={"accept": "text/turtle"})
        assert turtle.headers["content-type"].startswith("text/turtle"), path
        Graph().parse(data=turtle.text, format="turtle")
        join = "&" if "?" in path else "?"
        assert explorer.get(f"{path}{join}format=json").json() == explorer.get(f"{path}{join}format=json").json()
        assert explorer.get(f"{path}{join}format=ttl").text == turtle.text
        assert explorer.get(f"{path}{join}format=gif").status_code == 400


def test_the_api_gives_what_the_pages_give(explorer: TestClient, claim: str) -> None:
    for page, api in ((claim, f"/api{claim.replace('claim', 'claims')}"), ("/article/ostra", "/api/articles/ostra")):
        assert explorer.get(f"{page}?format=json").json() == explorer.get(api).json()


def test_home_tells_what_is_striking(explorer: TestClient) -> None:
    overview = explorer.get("/api/overview").json()
    [most, *_] = overview["citing"]
    assert (most["citing"], most["cited"]) in {
        (outlet, "Kestrel Wire") for outlet in ("Northgate Post", "Daily Sluice", "MirrorHub")
    }
    assert "Vantage Times" in {one["who"] for one in overview["to_fetch"]}
    unnamed = {one["outlet"]: (one["named"], one["unnamed"]) for one in overview["sourcing"]}
    assert unnamed["Kestrel Wire"] == (0, 1)
    assert unnamed["Radio Ostra"] == (1, 0)
    page = explorer.get("/").text
    assert "Vantage Times" in page
    assert "Who cites whom most" in page


def test_a_claim_tells_all_that_there_is(explorer: TestClient, claim: str) -> None:
    page = explorer.get(claim).text
    for part in ("<svg", "Ilse Maren", "Timeline", "2031-02-03", "Pair by pair", "What to fetch", "chain.png"):
        assert part in page
    assert "<style" not in page


def test_a_claim_as_of_a_day(explorer: TestClient, claim: str) -> None:
    page = explorer.get(f"{claim}?as_of=2031-02-03").text
    assert "Northgate Post" in page
    assert "The Lantern" not in page
    assert explorer.get(f"{claim}?as_of=soon").status_code == 400


@pytest.mark.parametrize(
    ("view", "starts"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("html", b"<!doctype html>")]
)
def test_downloads(explorer: TestClient, claim: str, view: str, starts: bytes) -> None:
    answer = explorer.get(f"{claim}/chain.{view}")
    assert answer.content.startswith(starts)
    assert answer.headers["content-disposition"].startswith("attachment")


def test_an_article_is_found_by_key_digest_and_iri(explorer: TestClient) -> None:
    iri = article_iri(STORY[5].article)
    told = [explorer.get(f"/article/{name}?format=json") for name in ("ostra", addresses.name(iri), iri)]
    assert [one.status_code for one in told] == [200, 200, 200]
    assert told[0].json() == told[1].json() == told[2].json()


def test_an_article_marks_who_says_what(explorer: TestClient, claim: str) -> None:
    page = explorer.get("/article/ostra").text
    assert '<mark class="content" data-of="1">The Tarsk dam will be drained before spring,</mark>' in page
    assert '<strong class="cue source" data-of="1">told</strong>' in page
    assert f'href="{claim}"' in page
    assert source("Ilse Maren", Kind.PERSON) in page


def test_a_source_first_and_passed_on(explorer: TestClient) -> None:
    wire = explorer.get(f"{source('Kestrel Wire', Kind.WIRE)}?format=json").json()
    assert {one["key"] for one in wire["originated"]} == {"sluice"}
    assert {one["key"] for one in wire["passed"]} == {"northgate", "mirrorhub"}
    assert {one["name"]: one["statements"] for one in wire["relayed_by"]} == {
        "Northgate Post": 1,
        "MirrorHub": 1,
        "Daily Sluice": 1,
    }
    assert {addresses.address(one["id"]) for one in wire["relayed_by"]} >= {source("Northgate Post", Kind.OUTLET)}
    assert [(one["name"], one["unnamed"]) for one in wire["told_by"]] == [("two water ministry officials", True)]
    radio = explorer.get(f"{source('Radio Ostra', Kind.OUTLET)}?format=json").json()
    assert [(one["name"], one["unnamed"]) for one in radio["told_by"]] == [("Ilse Maren", False)]
    assert "Without a name" in explorer.get(source("Kestrel Wire", Kind.WIRE)).text
    assert [(one["key"], one["unnamed"]) for one in wire["articles"]] == [("kestrel", 1)]
    post = explorer.get(f"{source('Northgate Post', Kind.OUTLET)}?format=json").json()
    assert [row["key"] for row in post["credited_by"]] == ["mirrorhub"]
    engineer = explorer.get(f"{source('Ilse Maren', Kind.PERSON)}?format=json").json()
    assert [one["key"] for one in engineer["originated"]] == ["ostra"]
    assert engineer["passed"] == []


def test_two_articles_side_by_side(explorer: TestClient) -> None:
    page = explorer.get("/compare?left=kestrel&right=sluice").text
    assert "Only in kestrel" in page
    assert explorer.get("/compare?left=kestrel&right=kestrel").status_code == 400
    assert explorer.get("/compare?left=kestrel&right=nobody").status_code == 404
    assert explorer.get("/compare").status_code == 200


def test_search_finds_claims_articles_and_sources(explorer: TestClient, claim: str) -> None:
    found = explorer.get("/search?q=Tarsk+dam&format=json").json()
    assert addresses.address(found["claims"][0]["claim"]) == claim
    assert [row["key"] for row in found["articles"]] == ["kestrel", "mirrorhub", "northgate"][: len(found["articles"])]
    by_name = explorer.get("/search?q=maren&format=json").json()
    assert [row["name"] for row in by_name["sources"]] == ["Ilse Maren"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/claim/0123456789abcdef0123", 404),
        ("/claim/zzz", 404),
        ("/article/nobody", 404),
        ("/source/agent/0123456789abcdef0123", 404),
        ("/source/elsewhere/0123456789abcdef0123", 404),
        ("/claims?start=-1", 400),
        ("/claims?start=x", 400),
        ("/sparql?query=nonsense", 400),
        ("/review?skip=999999999999", 400),
    ],
)
def test_what_is_not_there_or_makes_no_sense(explorer: TestClient, path: str, status: int) -> None:
    page = explorer.get(path, headers={"accept": "text/html"})
    assert page.status_code == status
    assert ("<h1>" in page.text) or path.startswith("/sparql")
    problem = explorer.get(path, headers={"accept": "application/json"})
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == status

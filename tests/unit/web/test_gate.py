"""Who may ask the explorer what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from explorer import AT, OWN
from starlette.testclient import TestClient

from provenance.web.application import application
from provenance.web.gate import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "a token of more than sixteen letters"  # noqa: S105 -- nobody's
DECIDED = {"link": "https://w3id.org/provenance-tracker/id/link/0", "answer": "same"}


@pytest.fixture
def guarded(told: Path) -> Iterator[TestClient]:
    with TestClient(application(told, names=["news.example"], token=TOKEN, any_address=True), AT) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/search?q=dam", "/nothing", "/static/site.css", "/api/claims", "/sparql"])
def test_every_answer_lets_nothing_run_but_files_of_the_explorers_own(explorer: TestClient, path: str) -> None:
    headers = explorer.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1", "localhost.evil.example:8017"])
def test_a_name_that_is_not_the_explorers_is_not_answered(explorer: TestClient, host: str) -> None:
    answer = explorer.get("/articles", headers={"host": host})
    assert answer.status_code == 421
    assert "Tarsk" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8017", "127.0.0.1", "[::1]:80", "LOCALHOST"])
def test_its_own_names_are_answered_on_any_port(explorer: TestClient, host: str) -> None:
    assert explorer.get("/articles", headers={"host": host}).status_code == 200


def test_a_served_network_is_answered_by_address_and_by_the_names_given(guarded: TestClient) -> None:
    bearer = {"authorization": f"Bearer {TOKEN}"}
    for host, status in (("192.0.2.7:8017", 200), ("news.example", 200), ("other.example", 421)):
        assert guarded.get("/articles", headers={"host": host, **bearer}).status_code == status


@pytest.mark.parametrize(
    "told_by",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": AT},
        {},
    ],
)
@pytest.mark.parametrize("path", ["/review", "/review/undo", "/read", "/api/decisions", "/api/articles"])
def test_no_other_site_writes(explorer: TestClient, path: str, told_by: dict[str, str]) -> None:
    assert explorer.post(path, data=DECIDED, headers=told_by).status_code == 403


def test_what_no_page_can_send_needs_no_origin(explorer: TestClient) -> None:
    """A JSON body from another site would be asked for first (CORS), and is refused."""
    assert explorer.post("/api/decisions", json={"link": "x", "answer": "same"}).status_code == 400
    assert explorer.options("/api/decisions", headers={"origin": "https://evil.example"}).status_code == 405


def test_a_picture_on_another_site_costs_nothing(explorer: TestClient) -> None:
    embedded = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    framed = followed | {"sec-fetch-dest": "iframe"}
    assert explorer.get("/articles", headers=embedded).status_code == 403
    assert explorer.get("/articles", headers=framed).status_code == 403
    assert explorer.get("/articles", headers=followed).status_code == 200


def test_without_the_token_nothing_is_shown(guarded: TestClient) -> None:
    for path in ("/", "/articles", "/api/claims", "/sparql?query=ASK%20%7B%7D", "/api/openapi.json"):
        answer = guarded.get(path)
        assert answer.status_code == 401
        assert "Tarsk" not in answer.text
    assert guarded.get("/static/site.css").status_code == 200
    assert guarded.get("/articles", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get("/articles", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_the_token_is_asked_for_once(guarded: TestClient) -> None:
    assert guarded.post("/enter", data={"token": "wrong"}, headers=OWN).status_code == 401
    assert guarded.get("/articles").status_code == 401
    entered = guarded.post("/enter", data={"token": TOKEN}, headers=OWN, follow_redirects=False)
    cookie = entered.headers["set-cookie"]
    assert TOKEN not in cookie
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert guarded.get("/articles").status_code == 200


def test_what_is_too_large_is_refused_whether_it_says_so_or_not(explorer: TestClient) -> None:
    def flood() -> Iterator[bytes]:
        for _ in range(LARGEST // 2**20 + 2):
            yield b"x" * 2**20

    headers = OWN | {"content-type": "application/json"}
    assert explorer.post("/api/extract", content=b"x" * (LARGEST + 1), headers=headers).status_code == 413
    assert explorer.post("/api/extract", content=flood(), headers=headers).status_code == 413
    form = OWN | {"content-type": "multipart/form-data; boundary=b"}
    assert explorer.post("/read", content=flood(), headers=form).status_code in (400, 413)

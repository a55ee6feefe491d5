"""What the explorer writes: texts that are given, and decisions."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from explorer import AT, OWN
from served import Site, serving
from served import page as fetched
from starlette.testclient import TestClient

from provenance import Library
from provenance.iris import agent_iri, link_iri
from provenance.model import Judgement, Kind, Link, LinkKind
from provenance.rdf.store import Store
from provenance.web.application import application

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "“The weir will hold,” Ada Brunt, an engineer, said on Monday.\n\nAccording to the ministry, the dam is safe."
TOLD = {"text": TEXT, "title": "Weir will hold", "publisher": "Sluice Weekly", "published": "2031-02-07"}

PAGE = f"<html><head><title>Weir will hold</title></head><body><article><h1>Weir will hold</h1><p>{TEXT}</p></article>"


def keys(explorer: TestClient) -> set[str]:
    return {row["key"] for row in explorer.get("/api/articles").json()["rows"]}


def test_a_pasted_text_is_read_and_not_stored(writable: TestClient) -> None:
    before = keys(writable)
    page = writable.post("/read", data=TOLD | {"do": "read"}, headers=OWN)
    assert page.status_code == 200
    assert "Weir will hold" in page.text
    assert "Ada Brunt" in page.text
    assert "not stored" in page.text
    assert keys(writable) == before


def test_a_pasted_text_is_stored(writable: TestClient) -> None:
    page = writable.post("/read", data=TOLD | {"do": "store"}, headers=OWN)
    assert page.status_code == 200
    assert page.url.path.startswith("/article/")
    assert "Sluice Weekly" in page.text
    assert len(keys(writable)) == 3


def test_a_file_is_read_whatever_its_name(writable: TestClient) -> None:
    page = b"<html><head><title>Weir</title></head><body><article><p>" + TEXT.encode() + b"</p></article></body></html>"
    for name in ("weir.html", "../../weir.html", "C:\\texts\\weir.html"):
        answer = writable.post("/api/extract", files={"file": (name, page, "text/html")}, headers=OWN)
        assert answer.status_code == 200
        [record] = answer.json()
        assert record["key"] == "weir"
    assert len(keys(writable)) == 2


def held(page: str) -> str:
    """What a page of something that was read names it by."""
    [name] = re.findall(r'name="held" value="([^"]+)"', page)
    return str(name)


def test_a_file_is_stored_after_it_was_read(writable: TestClient) -> None:
    html = f"<html><head><title>Weir</title></head><body><article><p>{TEXT}</p></article></body></html>".encode()
    read = writable.post("/read", files={"file": ("weir.html", html)}, data={"do": "read"}, headers=OWN)
    assert len(keys(writable)) == 2
    kept = writable.post("/read", data={"held": held(read.text), "do": "store"}, headers=OWN)
    assert kept.url.path == "/article/weir"
    assert len(keys(writable)) == 3


def test_what_is_no_longer_at_hand_is_asked_for_once_more(writable: TestClient) -> None:
    answer = writable.post("/read", data={"held": "nothing/weir.html", "do": "store"}, headers=OWN)
    assert answer.status_code == 422
    assert "give it once more" in answer.text


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.replies["/weir"] = fetched(PAGE)
        yield site


@pytest.fixture
def fetching(tmp_path: Path, site: Site) -> Iterator[TestClient]:
    """An explorer that may fetch from `site`, though that is on loopback."""
    Library.open(tmp_path / "store").close()
    made = application(tmp_path / "store", extractor="rules", private=frozenset({site.host}))
    with TestClient(made, AT) as client:
        yield client


def test_an_address_is_fetched_read_and_then_stored(fetching: TestClient, site: Site) -> None:
    told = {"text": f" {site.address('/weir')}\n"}
    read = fetching.post("/read", data=told | {"do": "read"}, headers=OWN)
    assert "Ada Brunt" in read.text
    assert "Store it" in read.text
    assert keys(fetching) == set()
    kept = fetching.post("/read", data=told | {"do": "store"}, headers=OWN)
    assert kept.url.path.startswith("/article/")
    assert site.address("/weir") in kept.text
    assert site.paths() == ["/weir", "/weir"]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1:9/secret", "not on the public network"),
        ("http://[::1]/secret", "not on the public network"),
        ("http://169.254.169.254/latest/meta-data/", "not on the public network"),
        ("file:///etc/passwd", "only http and https"),
        ("http://user:word@weir.example/", "a user name or password"),
        ("http://", "malformed"),
    ],
)
def test_no_address_leads_into_the_network_or_to_files(writable: TestClient, address: str, why: str) -> None:
    for do in ("read", "store"):
        answer = writable.post("/read", data={"text": address, "do": do}, headers=OWN | {"accept": "text/html"})
        assert answer.status_code == 422
        assert why in answer.text
    assert len(keys(writable)) == 2


def test_a_redirect_leads_nowhere_else(fetching: TestClient, site: Site) -> None:
    site.replies["/away"] = fetched("", status="302 Found", Location="http://127.0.0.2:9/secret")
    answer = fetching.post("/read", data={"text": site.address("/away"), "do": "read"}, headers=OWN)
    assert answer.status_code == 422
    assert "not on the public network" in answer.text


def test_no_other_site_has_an_address_fetched(fetching: TestClient, site: Site) -> None:
    told = {"text": site.address("/weir"), "do": "read"}
    for headers in ({"origin": "http://elsewhere.example"}, {"sec-fetch-site": "cross-site"}, {}):
        assert fetching.post("/read", data=told, headers=headers).status_code == 403
    assert site.asked == []


def test_without_the_extra_a_clear_word(writable: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "provenance.fetching.fetcher", None)
    assert "pip install &#39;provenance-tracker[fetch]&#39;" in writable.get("/read").text
    answer = writable.post("/read", data={"text": "https://weir.example/", "do": "read"}, headers=OWN)
    assert answer.status_code == 501
    assert "provenance-tracker[fetch]" in answer.text


def test_with_the_extra_nothing_is_said_of_it(writable: TestClient) -> None:
    assert "provenance-tracker[fetch]" not in writable.get("/read").text


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.exe", b"MZ\x00\x00"), ("x.txt", b"\x00\x01\x02" * 50), ("x.jsonl", b"{]"), ("..", b"\x00"), ("x.html", b"")],
)
def test_what_cannot_be_read_says_why(writable: TestClient, name: str, content: bytes) -> None:
    answer = writable.post("/api/extract", files={"file": (name, content, "text/html")}, headers=OWN)
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert "/tmp" not in answer.json()["detail"]  # noqa: S108 -- where a file lay is nothing for a page


@pytest.mark.parametrize("body", ["[]", "{", '{"text": 1}', '{"text": ""}', "{}", "[" * 10_000])
def test_json_that_is_no_text(writable: TestClient, body: str) -> None:
    answer = writable.post("/api/extract", content=body, headers=OWN | {"content-type": "application/json"})
    assert answer.status_code == 422


def test_programs_store_too(writable: TestClient) -> None:
    answer = writable.post("/api/articles", json=TOLD)
    assert answer.status_code == 201
    [kept] = answer.json()
    assert kept["outcome"] == "added"
    assert writable.post("/api/articles", json=TOLD).json()[0]["outcome"] == "unchanged"


@pytest.fixture
def undecided(writable: TestClient, tmp_path: Path) -> str:
    """Of a link that waits for a decision."""
    ends = sorted((agent_iri("Kestrel Wire", Kind.WIRE), agent_iri("Northgate Post", Kind.OUTLET)))
    link = Link(LinkKind.SAME_AGENT, *ends, Judgement.UNDECIDED, "by hand", 0.5, 0.5, "both are named")
    with Store.open(tmp_path / "store") as store:
        store.write_links([link])
    writable.app.app.state.shelf.renew()  # type: ignore[attr-defined]
    return link_iri(link)


def test_review_decides_and_undoes(writable: TestClient, undecided: str, tmp_path: Path) -> None:
    waiting = writable.get("/api/review").json()
    assert undecided in {one["id"] for one in waiting["links"]}
    page = writable.post("/review", data={"link": undecided, "answer": "different"}, headers=OWN)
    assert page.status_code == 200
    assert "Undo" in page.text
    after = writable.get("/api/review").json()
    assert undecided not in {one["id"] for one in after["links"]}
    [decision] = after["recent"]
    assert (decision["by"], decision["action"]) == ("Ada", "reject")
    with Library.open(tmp_path / "store", mode="r") as library:
        [held] = library.review.decisions()
        assert held.decision.id == decision["id"]
    assert writable.post("/review/undo", data={"decision": decision["id"]}, headers=OWN).status_code == 200
    again = writable.get("/api/review").json()
    assert undecided in {one["id"] for one in again["links"]}
    assert again["recent"] == []


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"link": "x", "answer": "same"}, 400),
        ({"link": "https://w3id.org/provenance-tracker/id/link/00", "answer": "perhaps"}, 400),
        ({"link": "https://w3id.org/provenance-tracker/id/link/00", "answer": "same"}, 404),
        ({}, 400),
    ],
)
def test_no_such_decision(writable: TestClient, given: dict[str, str], status: int) -> None:
    assert writable.post("/review", data=given | {"skip": "0"}, headers=OWN).status_code == status
    assert writable.post("/api/decisions", json=given).status_code == status
    assert writable.post("/api/decisions/undo", json={"decision": "x"}).status_code == 400


def test_a_store_that_another_process_writes_is_said_to_be_busy(writable: TestClient, tmp_path: Path) -> None:
    with Library.open(tmp_path / "store"):
        busy = writable.post("/read", data=TOLD | {"do": "store"}, headers=OWN | {"accept": "text/html"})
        assert busy.status_code == 503
        assert busy.headers["retry-after"]
        assert "another process is writing" in busy.text
        assert writable.get("/articles").status_code == 200

"""Words that try to be more than words do nothing in any view."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from corpus import STORY
from explorer import AT, OWN
from hostile import PAYLOADS, STEERING, TITLE, attacking
from starlette.testclient import TestClient

from provenance import Library
from provenance.iris import article_iri
from provenance.web import addresses
from provenance.web.application import application

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.model import Reading

SCRIPT = "\"><script>alert(2)</script><svg onload=alert(3)>{{7*7}}{% raw %}' onclick='alert(4)"
LEFT = ("script", "img", "iframe", "object", "embed", "base", "style")


def hostile(reading: Reading, number: int) -> Reading:
    words = STEERING.sub(" ", f"{SCRIPT} said the dam will be drained {PAYLOADS[number % len(PAYLOADS)]}")
    return attacking(reading, SCRIPT, words, number, number % 2, f"https://{number}.example/?q={'%3Cscript%3E'}")


class Elements(HTMLParser):
    """What stands in a page, by name and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("attacked") / "store"
    with Library.open(path) as library:
        for number, reading in enumerate(STORY[:4]):
            library.add(hostile(reading, number))
    with TestClient(application(path, extractor="rules", reviewer=SCRIPT), AT) as client:
        yield client


def check(page: str, path: str) -> None:
    elements = Elements()
    elements.feed(page)
    for tag, attributes in elements.found:
        if tag == "script":
            assert attributes.get("src", "").startswith("/static/") or attributes.get("type") == "application/json", (
                path
            )
        else:
            assert tag not in LEFT, (path, tag)
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (path, attributes)
        for name in ("href", "src", "action"):
            address = attributes.get(name) or ""
            assert address.startswith(("/", "#", "?", "http://", "https://")) or not address, (path, address)
    assert "49" not in page.partition("<main")[2].partition("alert(3)")[2][:20]
    assert not STEERING.search(page), path


def test_no_page_lets_them_run(attacked: TestClient) -> None:
    claims = [addresses.address(row["id"]) for row in attacked.get("/api/claims").json()["rows"]]
    sources = [addresses.address(row["id"]) for row in attacked.get("/api/sources").json()["rows"]]
    articles = attacked.get("/api/articles").json()["rows"]
    keys = [addresses.article(row["key"]) for row in articles]
    assert claims
    assert sources
    assert len(keys) == 4
    both = f"/compare?left={addresses.name(articles[0]['id'])}&right={addresses.name(articles[1]['id'])}"
    attacked.get("/api/overview")
    pages = ["/", "/claims", "/articles", "/sources", "/review", both, *claims, *sources, *keys]
    for path in [*pages, f"/search?q={SCRIPT}", "/search?q=drained", f"/{SCRIPT}", f"/article/{SCRIPT}"]:
        answer = attacked.get(path, headers={"accept": "text/html"})
        assert answer.status_code in (200, 404), path
        check(answer.text, path)
    for path in claims:
        check(attacked.get(f"{path}/chain.svg").text.replace("<style>", ""), path)


def test_what_is_read_without_storing_it_does_not_run_either(attacked: TestClient) -> None:
    told = {"text": f"“{SCRIPT} is safe,” said {TITLE}.", "title": TITLE, "publisher": SCRIPT, "do": "read"}
    page = attacked.post("/read", data=told, headers=OWN)
    assert page.status_code == 200
    check(page.text, "/read")
    refused = attacked.post("/read", data=told | {"url": "javascript:alert(1)"}, headers=OWN)
    assert refused.status_code == 422
    check(refused.text, "/read")


def test_an_address_that_is_no_address_is_no_link(attacked: TestClient) -> None:
    text = b'{"text": "The dam is safe, the ministry said.", "url": "javascript:alert(1)", "title": "x"}'
    answer = attacked.post("/read", files={"file": ("x.jsonl", text)}, data={"do": "read"}, headers=OWN)
    check(answer.text, "/read")


def test_a_link_leads_to_the_article_that_it_names(attacked: TestClient) -> None:
    for number in range(4):
        key = f"{TITLE}{number}"
        told = attacked.get(f"{addresses.article(key)}?format=json").json()
        assert told["key"] == key
        assert told["article"]["id"] == article_iri(hostile(STORY[number], number).article)

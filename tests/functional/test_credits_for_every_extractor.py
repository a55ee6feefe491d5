"""Whatever reads an article, its credits are the same."""

from __future__ import annotations

import json
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import EntryPoint, EntryPoints
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from provenance.extraction import extractor, reading_of, registry
from provenance.library import Extracted, Ingested, Library, extract
from provenance.model import Article, Derivation, Extractor, Kind, Reading, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = (
    "The dam at Harl\n\nBy Mira Holt, AP\n\n3 March 2031\n\nThe dam is old, two officials told the Harl Courier.\n\n"
    "With files from Reuters"
)
OWN = Derivation("Harl Courier", Kind.OUTLET, Relation.REPORTED, declared_in="its own look at the page")


class Curt:
    """Finds nothing but an origin of its own, and one that the page credits."""

    identity = Extractor("curt", "1")

    def read(self, article: Article) -> Reading:
        assert article.published == "2031-03-03"
        return Reading(article, self.identity, (OWN, replace(OWN, name="The Associated Press")))


class Silent(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps({"choices": [{"message": {"content": '{"statements": []}'}}]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The page as a file, with a plug-in installed and an endpoint on loopback."""
    points = EntryPoints([EntryPoint("curt", f"{__name__}:Curt", registry.GROUP)])
    monkeypatch.setattr(registry, "entry_points", lambda group: points.select(group=group))
    registry.extractor.cache_clear()
    server = HTTPServer(("127.0.0.1", 0), Silent)
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("PROVENANCE_ENDPOINT", f"http://127.0.0.1:{server.server_port}/v1")
    file = tmp_path / "dam.txt"
    file.write_text(TEXT, encoding="utf8")
    yield file
    server.shutdown()
    thread.join()
    server.server_close()
    registry.extractor.cache_clear()


def read(page: Path, name: str) -> Reading:
    (item,) = extract(page, name)
    assert isinstance(item, Extracted)
    return item.reading


def test_extract_gives_the_same_credits_by_every_extractor(page: Path) -> None:
    rules = read(page, "rules")
    assert [(one.name, one.relation) for one in rules.derivations] == [
        ("Associated Press", "republished"),
        ("Reuters", "contributed"),
    ]
    assert (rules.article.byline, rules.article.published) == ("Mira Holt", "2031-03-03")
    for name in ("endpoint", "model"):
        assert (read(page, name).article, read(page, name).derivations) == (rules.article, rules.derivations)
    curt = read(page, "curt")
    assert (curt.article, curt.derivations) == (rules.article, (*rules.derivations, replace(OWN, made_by="curt/1")))


@pytest.mark.parametrize("name", ["rules", "endpoint"])
def test_ingest_keeps_them(page: Path, name: str) -> None:
    with Library.memory() as library:
        (item,) = library.ingest(page, name)
        assert isinstance(item, Ingested)
        names = {(row.name, row.kind) for row in library.sources()}
    assert {("Associated Press", Kind.WIRE), ("Reuters", Kind.WIRE)} <= names


def test_no_extractor_reads_credits_itself() -> None:
    article = Article("a", TEXT)
    assert extractor("rules").read(article).derivations == ()
    assert reading_of(article, extractor("rules")).derivations != ()

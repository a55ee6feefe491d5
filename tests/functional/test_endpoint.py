"""The extractor on an OpenAI-compatible endpoint, against a stub of one on loopback."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from provenance.errors import ExtractorError
from provenance.extraction.endpoint import Endpoint
from provenance.model import Article, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "The dam is old, two officials told the Harl Courier."
CHAIN = [
    {"name": "Harl Courier", "kind": "outlet", "relation": "reported"},
    {"name": "two officials", "kind": "anonymous", "relation": "told"},
]
GOOD = {"content": "The dam is old", "cue": "told", "source": "two officials", "chain": CHAIN}


class Stub(HTTPServer):
    """Answers every question with `answer`; keeps what it was asked."""

    answer: object = {"statements": [GOOD]}
    status = 200
    asked: dict[str, Any]


class Handler(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        self.server.asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.server.answer
        content = answer if isinstance(answer, str) else json.dumps(answer)
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    server = Stub(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("PROVENANCE_ENDPOINT", f"http://127.0.0.1:{server.server_port}/v1")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_answers_become_statements(stub: Stub) -> None:
    (found,) = Endpoint().read(Article("a", TEXT)).attributions
    assert found.content == (Span(0, 14),)
    assert found.source == (Span(16, 29),)
    assert [(hop.name, hop.anonymous) for hop in found.chain] == [("Harl Courier", False), ("two officials", True)]
    assert stub.asked["messages"][1]["content"] == TEXT


def test_words_that_the_article_does_not_hold_are_dropped(stub: Stub) -> None:
    stub.answer = {"statements": [GOOD | {"content": "The dam will burst"}, GOOD | {"source": "the mayor"}]}
    (found,) = Endpoint().read(Article("a", TEXT)).attributions
    assert found.source == ()


@pytest.mark.parametrize(
    "answer",
    ["no JSON", [], {"statements": 1}, {"statements": [{"content": "The dam is old"}]},
     {"statements": [GOOD | {"chain": [{"name": "x", "kind": "oracle", "relation": "said"}]}]}],
)  # fmt: skip
def test_answers_not_as_asked_are_one_clear_error(stub: Stub, answer: object) -> None:
    stub.answer = answer
    with pytest.raises(ExtractorError, match=r"/v1: the answer on 'a' is not as asked"):
        Endpoint().read(Article("a", TEXT))


def test_an_endpoint_that_fails(stub: Stub) -> None:
    stub.status = 500
    with pytest.raises(ExtractorError, match="does not answer"):
        Endpoint().read(Article("a", TEXT))


def test_no_endpoint_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROVENANCE_ENDPOINT", raising=False)
    with pytest.raises(ExtractorError, match="set PROVENANCE_ENDPOINT"):
        Endpoint()

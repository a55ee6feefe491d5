"""A server that is down, slow, closed, or answers nonsense: one line each, which names the address and the remedy."""

from __future__ import annotations

import socket
import time
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from graph_servers import JSON, free_port, own

from provenance.errors import StoreError, StoreLockedError, UsageError
from provenance.rdf.server.address import address
from provenance.rdf.server.client import Client

if TYPE_CHECKING:
    from collections.abc import Iterable

ASK = "SELECT ?s WHERE { ?s ?p ?o }"


def fault(place: str, seconds: float = 5.0, most: int = 1 << 20) -> str:
    client = Client(address(place), seconds)
    with closing(client), pytest.raises((StoreError, UsageError)) as caught:
        client.ask(ASK, most=most)
    said = str(caught.value)
    assert said.startswith(f"{place}: ")
    assert "\n" not in said
    assert len(said) < 400
    return said


def answered(status: int, kind: str, content: bytes) -> str:
    with own(before=lambda _path, _text: (status, kind, content)) as site:
        return fault(site.address)


def test_one_that_is_down() -> None:
    assert "start it, or check the address" in fault(f"http://127.0.0.1:{free_port()}/query")


@pytest.mark.parametrize(
    ("status", "kind", "content", "told"),
    [
        (200, "text/html", b"<html><title>Welcome</title></html>", "answers with text/html"),
        (200, "", b"", "answers with nothing"),
        (200, JSON, b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type"', "or not all of them"),
        (200, JSON, b"[]", "or not all of them"),
        (200, JSON, b"\xff\xfe", "or not all of them"),
        (400, "text/plain", b"error at\n1:3 \x1b[31m<b>bold</b>", "does not take the query (error at 1:3"),
        (401, "text/plain", b"who?", "a login"),
        (403, "text/plain", b"no", "a login"),
        (404, "text/html", b"<h1>not here</h1>", "check the address"),
        (500, "text/plain", b"<pre>disk\nfull</pre>", "the server failed (500: disk full)"),
        (502, "text/html", b"", "look at its log"),
        (206, JSON, b'{"head": {"vars": []}, "results": {"bindings": []}}', "half way"),
    ],
)
def test_one_that_answers_something_else(status: int, kind: str, content: bytes, told: str) -> None:
    assert told in answered(status, kind, content)


def test_one_that_is_busy_may_be_tried_again() -> None:
    with (
        own(before=lambda _path, _text: (503, "text/plain", b"")) as site,
        closing(Client(address(site.address))) as client,
        pytest.raises(StoreLockedError, match="try again later"),
    ):
        client.ask(ASK)


def test_no_redirect_is_followed() -> None:
    with own() as other:
        said = sent(b"HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n" % other.address.encode())
        assert f"sends on to {other.address}, which is not followed" in said
        assert other.asked == []


def test_one_that_answers_too_much_is_not_heard_out() -> None:
    with own(before=lambda _path, _text: (200, JSON, b" " * (3 << 20))) as site:
        assert "more than 1 MiB" in fault(site.address)


def test_one_that_never_ends() -> None:
    endless = [b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n" % JSON.encode(), *[b" ", 0.1] * 100]
    began = time.monotonic()
    assert "not answered within 0.5 seconds" in sent(endless, seconds=0.5)
    assert time.monotonic() - began < 5


def test_one_that_says_nothing() -> None:
    assert "not answered within 0.3 seconds" in sent([1.5], seconds=0.3)


def test_one_whose_answer_breaks_off() -> None:
    half = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 1000\r\n\r\n{" % JSON.encode()
    assert "breaks off" in sent(half)


def test_one_that_speaks_no_http() -> None:
    assert "breaks off" in sent(b"220 mail.example ESMTP\r\n")


def test_a_connection_that_was_closed_meanwhile_is_opened_anew() -> None:
    whole = b'{"head": {"vars": ["s"]}, "results": {"bindings": []}}'
    head = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (JSON.encode(), len(whole))
    with listening([[head + whole], [head + whole]]) as place, closing(Client(address(place), 5)) as client:
        assert client.ask(ASK).rows == []
        time.sleep(0.2)
        assert client.ask(ASK).rows == []


def sent(script: bytes | Iterable[bytes | float], seconds: float = 5.0) -> str:
    one = [script] if isinstance(script, bytes) else list(script)
    with listening([one, one]) as place:
        return fault(place, seconds)


class listening:  # noqa: N801 -- used as a function
    """A server that answers one connection after the other by the `scripts`, each of bytes and of pauses in seconds."""

    def __init__(self, scripts: list[list[bytes | float]]) -> None:
        self._scripts = scripts
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(5)
        self._thread = Thread(target=self._serve)

    def __enter__(self) -> str:
        self._thread.start()
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/query"

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        for script in self._scripts:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.settimeout(5)
                    connection.recv(65536)
                    for part in script:
                        if isinstance(part, bytes):
                            connection.sendall(part)
                        else:
                            time.sleep(part)
                except OSError:
                    pass

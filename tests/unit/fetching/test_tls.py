"""TLS with the host that was asked for, at the network address that was checked."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from served import page

from provenance.errors import InputError
from provenance.fetching import exchange
from provenance.fetching.addresses import checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="OpenSSL makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of tarsk.example, signed by itself."""
    path = tmp_path_factory.mktemp("tls")
    new = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=tarsk.example"
    names = ["-addext", "subjectAltName=DNS:tarsk.example", "-keyout", path / "key.pem", "-out", path / "own.pem"]
    subprocess.run([*new.split(), *names], check=True, capture_output=True)
    return path


@contextmanager
def secured(certificate: Path, named: list[str | None]) -> Iterator[int]:
    """The port of a server that answers one question, and keeps which host it was asked for in the handshake."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "own.pem", certificate / "key.pem")
    context.sni_callback = lambda _socket, name, _context: named.append(name)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)

        def answer() -> None:
            with suppress(OSError):
                plain, _ = listening.accept()
                plain.settimeout(5)
                with context.wrap_socket(plain, server_side=True) as connection:
                    connection.recv(65536)
                    connection.sendall(page("here"))

        answering = Thread(target=answer)
        answering.start()
        yield listening.getsockname()[1]
        answering.join()


def asked(host: str, port: int) -> bytes:
    def resolve(_host: str, _port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    return exchange.ask(checked(f"https://{host}:{port}/"), {}, frozenset({host}), 5, resolve).content


def test_a_certificate_that_nobody_vouches_for(certificate: Path) -> None:
    with secured(certificate, []) as port, pytest.raises(InputError) as caught:
        asked("tarsk.example", port)
    assert str(caught.value) == (
        "the server's certificate is not trusted (self-signed certificate): check the address"
    ).replace("self-signed", "self-signed" if "self-signed" in str(caught.value) else "self signed")


def test_the_name_that_was_asked_for_is_the_one_that_is_checked(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted = ssl.create_default_context(cafile=certificate / "own.pem")
    monkeypatch.setattr(exchange, "_trusted", lambda: trusted)
    named: list[str | None] = []
    with secured(certificate, named) as port:
        assert asked("tarsk.example", port) == b"here"
    with secured(certificate, named) as port, pytest.raises(InputError, match=r"^the server's certificate is not trus"):
        asked("quay.example", port)
    assert named == ["tarsk.example", "quay.example"]

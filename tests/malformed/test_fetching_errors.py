"""Servers that misbehave: each has its one line, in bounded time, and what it sends is bounded too."""

from __future__ import annotations

import gzip
import time
import zlib
from typing import TYPE_CHECKING

import pytest
from served import page, serving

from provenance.errors import InputError
from provenance.fetching.bodies import LIMIT
from provenance.fetching.fetcher import Fetcher
from provenance.fetching.waiting import Turns
from provenance.fetching.web import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from served import Asked, Reply, Script, Site

SECONDS = 1.0
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def rests() -> list[float]:
    return []


@pytest.fixture
def fetcher(site: Site, rests: list[float]) -> Fetcher:
    return Fetcher(frozenset({site.host}), Turns(rest=rests.append), SECONDS)


def refused(fetcher: Fetcher, address: str) -> str:
    """The one line, which came in time."""
    began = time.monotonic()
    with pytest.raises(InputError) as caught:
        list(documents(address, fetcher.page(address)))
    assert time.monotonic() - began < SECONDS + 2
    said = str(caught.value)
    assert said.isprintable()
    return said


def slow_head(_: Asked) -> Script:
    yield b"HTTP/1.1 200 OK\r\nX-Slow: "
    while True:
        yield 0.05
        yield b"a"


def silent(_: Asked) -> Script:
    yield 30.0


def slow_body(_: Asked) -> Script:
    yield OK + b"Content-Length: 100000\r\n\r\n"
    while True:
        yield 0.05
        yield b"a"


def endless(_: Asked) -> Script:
    yield OK + b"\r\n"
    while True:
        yield b"a" * 65536


def endless_chunks(_: Asked) -> Script:
    yield OK + b"Transfer-Encoding: chunked\r\n\r\n"
    while True:
        yield b"10000\r\n" + b"a" * 65536 + b"\r\n"


def closed(_: Asked) -> Script:
    return iter(())


def bomb(coding: str, packed: bytes) -> bytes:
    return OK + f"Content-Encoding: {coding}\r\nContent-Length: {len(packed)}\r\n\r\n".encode() + packed


def moved(to: str) -> bytes:
    return page("", status="302 Found", Location=to)


TIME = "not answered in full within 1 s: try again later, or save the page"
SIZE = "larger than 16 MiB, the most a page may have: save its text as .txt"
NULS = bytes(256 << 20)
SHORT = OK + b"Content-Length: 5000\r\n\r\n<p>The quay is closed.</p>"
TWO_LENGTHS = OK + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\nhello"

REPLIES: dict[str, tuple[Reply, str]] = {
    "silent": (silent, TIME),
    "slow head": (slow_head, TIME),
    "slow body": (slow_body, TIME),
    "endless body": (endless, SIZE),
    "endless chunks": (endless_chunks, SIZE),
    "a great length": (OK + b"Content-Length: 99999999999\r\n\r\n", SIZE),
    "gzip bomb": (bomb("gzip", gzip.compress(NULS)), SIZE),
    "deflate bomb": (bomb("deflate", zlib.compress(NULS)), SIZE),
    "no gzip": (
        bomb("gzip", b"<p>The quay is closed.</p>"),
        (
            "damaged: not gzip as it claims (Error -3 while decompressing data: incorrect header check): "
            "try again, or save it"
        ),
    ),
    "half a gzip": (
        bomb("gzip", gzip.compress(b"<p>The quay is closed.</p>" * 99)[:-12]),
        "cut off before its compressed end: try again, or save the page",
    ),
    "a coding not asked for": (
        bomb("br", b"\x0b\x02\x80hello\x03"),
        "sent in the coding 'br', which was not asked for: save the page",
    ),
    "shorter than it says": (
        SHORT,
        (
            "the server does not keep to HTTP (peer closed connection without sending complete message body "
            "(received 26 bytes, expected 5000)): try again, or save the page"
        ),
    ),
    "longer than it says": (
        OK + b"Content-Length: 10\r\n\r\n<p>The quay is closed.</p>",
        "the server sends more than the 10 bytes that it declares: save the page",
    ),
    "broken chunks": (
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
        "the server does not keep to HTTP (illegal chunk header: bytearray(b'zz\\r\\n')): try again, or save the page",
    ),
    "two lengths": (
        TWO_LENGTHS,
        "the server does not keep to HTTP (conflicting Content-Length headers): try again, or save the page",
    ),
    "no HTTP": (
        b"220 mail.example ready\r\n\r\n",
        (
            "the server does not keep to HTTP (illegal status line: bytearray(b'220 mail.example ready')): "
            "try again, or save the page"
        ),
    ),
    "closed at once": (
        closed,
        (
            "the server does not keep to HTTP (Server disconnected without sending a response.): "
            "try again, or save the page"
        ),
    ),
    "a picture": (
        page(b"\x89PNG\r\n", "image/png"),
        "no reader for 'image/png': give the address of an article's page",
    ),
    "to 169.254.169.254": (
        moved("http://169.254.169.254/latest/meta-data/"),
        (
            "it leads on to http://169.254.169.254/latest/meta-data/: 169.254.169.254 is not on the public network: "
            "if it is meant, say so with --allow-private 169.254.169.254:80"
        ),
    ),
    "to loopback": (
        moved("http://127.0.0.1:1/"),
        (
            "it leads on to http://127.0.0.1:1/: 127.0.0.1 is not on the public network: if it is meant, say so with "
            "--allow-private 127.0.0.1:1"
        ),
    ),
    "to loopback, written otherwise": (
        moved("http://[::ffff:7f00:1]:1/"),
        (
            "it leads on to http://[::ffff:7f00:1]:1/: ::ffff:7f00:1 (::ffff:127.0.0.1) is not on the public network: "
            "if it is meant, say so with --allow-private ::ffff:7f00:1:1"
        ),
    ),
    "to a file": (
        moved("file:///etc/hosts"),
        "it leads on to what is not fetched: file: only http and https addresses are fetched",
    ),
    "to one with a password": (
        moved("http://ada:pw@x.example/"),
        (
            "it leads on to what is not fetched: a user name or password stands in the address: nothing is fetched "
            "with one; leave it out"
        ),
    ),
    "to nowhere": (
        page("", status="301 Moved"),
        "it leads on (HTTP 301) and does not say where: save the page",
    ),
    "not found": (page("", status="404 Not Found"), "HTTP 404: there is no such page: check the address"),
    "refused": (
        page("", status="403 Forbidden"),
        "HTTP 403: the server refuses it to programs: save it from your browser",
    ),
    "no change of nothing": (page("", status="304 Not Modified"), "HTTP 304: no page is there: check the address"),
    "busy for an hour": (
        page("", status="429 Too Many Requests", Retry_After="3600"),
        "the server asks to be left alone for 3,600 s: try again then",
    ),
}


@pytest.mark.parametrize("kind", REPLIES)
def test_what_is_said(kind: str, site: Site, fetcher: Fetcher) -> None:
    site.replies["/page"], said = REPLIES[kind]
    assert refused(fetcher, site.address("/page")) == said


def test_a_circle(site: Site, fetcher: Fetcher) -> None:
    site.replies |= {"/a": moved("/b"), "/b": moved("/a")}
    assert refused(fetcher, site.address("/a")) == "it leads on in a circle: check the address"
    assert site.paths() == ["/a", "/b"]


def test_on_and_on(site: Site, fetcher: Fetcher) -> None:
    site.replies |= {f"/{number}": moved(f"/{number + 1}") for number in range(99)}
    assert refused(fetcher, site.address("/0")) == "it leads on more than 5 times: check the address"
    assert len(site.paths()) == 6


@pytest.mark.parametrize(("status", "header"), [("500 Broken", "2"), ("429 Too Many", ""), ("503 Busy", "soon")])
def test_busy_for_good(status: str, header: str, site: Site, fetcher: Fetcher, rests: list[float]) -> None:
    site.replies["/page"] = page("", status=status, Retry_After=header)
    number = status.partition(" ")[0]
    said = refused(fetcher, site.address("/page"))
    assert said == f"the server is busy (HTTP {number}, 3 times): try again later"
    assert site.paths() == ["/page"] * 3
    assert [round(one) for one in rests] == ([2, 2] if header == "2" else [1, 2])


def test_busy_until_the_year_9999(site: Site, fetcher: Fetcher) -> None:
    site.replies["/page"] = page("", status="503 Busy", Retry_After="Fri, 31 Dec 9999 23:59:59 GMT")
    assert refused(fetcher, site.address("/page")).startswith("the server asks to be left alone for 25")
    assert site.paths() == ["/page"]


def test_no_tls_there(site: Site, fetcher: Fetcher) -> None:
    said = refused(fetcher, f"https://{site.host}/page")
    assert said.startswith(f"no TLS is spoken at 127.0.0.1:{site.host.partition(':')[2]} (")
    assert said.endswith("): check the address, or give http://")


def test_nobody_there() -> None:
    with serving() as gone:
        pass
    said = refused(Fetcher(frozenset({gone.host}), seconds=SECONDS), gone.address())
    assert (
        said == "the server cannot be reached ([Errno 111] Connection refused): check the address, or try again later"
    )


def test_a_charset_that_is_none_of_it(site: Site, fetcher: Fetcher) -> None:
    """UTF-8 is told from its bytes, whatever the header says; what is neither is refused."""
    words = "<p>The quay is closed — for good — said the harbour master of Tarsk, “until further notice”.</p>" * 3
    site.replies["/utf8"] = page(f"<html><body>{words}</body></html>".encode(), "text/html; charset=shift_jis")
    [found] = documents("", fetcher.page(site.address("/utf8")))
    assert "“until further notice”" in found.read().article.text  # type: ignore[union-attr]
    site.replies["/text"] = page("The quay — closed".encode("cp1252"), "text/plain; charset=utf-8")
    [found] = documents("", fetcher.page(site.address("/text")))
    assert found.read().reason.startswith("not UTF-8 (byte 10 is 0x97)")  # type: ignore[union-attr]


def test_little_is_held_of_a_bomb(site: Site, fetcher: Fetcher) -> None:
    import tracemalloc

    site.replies["/page"] = bomb("gzip", gzip.compress(NULS))
    tracemalloc.start()
    try:
        refused(fetcher, site.address("/page"))
        assert tracemalloc.get_traced_memory()[1] < 4 * LIMIT
    finally:
        tracemalloc.stop()

"""One question to a server and its answer: nothing is followed, tried again or kept here, and no cookie is."""

from __future__ import annotations

import ssl
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

import httpcore
import httpx

from provenance.errors import InputError
from provenance.fetching.bodies import ENCODINGS, LIMIT, body
from provenance.fetching.connection import Checked, Deadline
from provenance.fetching.hosts import resolved
from provenance.iris import HOME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from provenance.fetching.connection import Timed
    from provenance.fetching.hosts import Resolver

PRODUCT = "provenance-tracker"
"""By which robots.txt speaks to this program (RFC 9309, 2.2.1), and the distribution is called."""
USER_AGENT = f"{PRODUCT}/{version(PRODUCT)} (+{HOME})"
SECONDS = 30.0
"""The most that one answer may take, from the question to its last byte."""
ACCEPTED = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
MORE_WITHIN = 0.2
"""Seconds in which a server that said how much it sends may yet send more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered at `url`; `headers` as they came, of any case."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    content: bytes


def ask(
    url: httpx.URL,
    extra: Mapping[str, str],
    private: frozenset[str],
    seconds: float = SECONDS,
    resolve: Resolver = resolved,
) -> Answer:
    """GET `url`, with `extra` headers, from a public host or one of `private`, within `seconds`.

    The content of an answer that is none of 200 is left where it is. Raises InputError where the server cannot be
    reached, does not speak HTTP, or sends other, or more, than it says.
    """
    deadline = Deadline(seconds)
    backend = Checked(deadline, private, resolve)
    pool = httpcore.ConnectionPool(ssl_context=_trusted(), network_backend=backend)
    headers = {"Host": url.netloc.decode(), "User-Agent": USER_AGENT, "Accept": ACCEPTED, "Connection": "close"}
    headers |= {"Accept-Encoding": ENCODINGS, **extra}
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    try:
        with closing(pool), pool.stream("GET", target, headers=list(headers.items())) as answer:
            found = httpx.Headers(answer.headers)
            content = _content(found, answer.iter_stream(), backend) if answer.status == 200 else b""
            return Answer(url, answer.status, found, content)
    except httpcore.ConnectError as error:
        raise InputError(_unreachable(url, error)) from None
    except httpcore.TimeoutException:
        deadline.step()
        raise InputError("the server does not answer: try again later, or save the page") from None
    except httpcore.ProtocolError as error:
        raise InputError(f"the server does not keep to HTTP ({_told(error)}): try again, or save the page") from None
    except (httpcore.NetworkError, OSError) as error:
        raise InputError(f"the connection broke ({_told(error)}): try again, or save the page") from None


def _content(headers: httpx.Headers, parts: Iterator[bytes], backend: Checked) -> bytes:
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > LIMIT:
        raise InputError(f"larger than {LIMIT >> 20} MiB, the most a page may have: save its text as .txt")
    content = body(parts, headers.get("content-encoding", ""))
    stream = backend.stream and (backend.stream.secured or backend.stream)
    if declared.isdecimal() and "transfer-encoding" not in headers and stream:
        _refuse_more(stream, int(declared))
    return content


def _refuse_more(stream: Timed, declared: int) -> None:
    """InputError where more comes than the `declared` bytes: a page that was cut to them would be half a page."""
    try:
        more = stream.body_received > declared or bool(stream.read(1, MORE_WITHIN))
    except (httpcore.TimeoutException, httpcore.NetworkError):
        more = False
    if more:
        raise InputError(f"the server sends more than the {declared:,} bytes that it declares: save the page")


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities that certifi lists; nothing of the environment is asked."""
    return httpx.create_ssl_context(trust_env=False)


def _unreachable(url: httpx.URL, error: httpcore.ConnectError) -> str:
    reason = error.__context__ or error.__cause__ or error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"the server's certificate is not trusted ({reason.verify_message}): check the address"
    if isinstance(reason, ssl.SSLError) or "SSL" in str(error):
        return f"no TLS is spoken at {url.host}:{url.port or 443} ({_told(error)}): check the address, or give http://"
    return f"the server cannot be reached ({_told(error)}): check the address, or try again later"


def _told(error: Exception) -> str:
    """What the network says, on one line without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(error)).split())[:200] or type(error).__name__

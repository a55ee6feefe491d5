"""The explorer behind a socket."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from provenance.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AT_ONCE = 100
"""Connections that are answered at a time; others are told to come back."""
IDLE = 5
"""Seconds that a connection stays open with nothing asked."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the explorer is: a `host` and a `port`, 0 for a free one; `names` are others that it is reached by."""

    host: str
    port: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """Which `token` is asked for, if any; whose decisions are taken; which `private` hosts may be fetched from."""

    token: str
    reviewer: str
    private: frozenset[str] = frozenset()


def serve(store: str | Path, place: Place, manner: Manner, ready: Callable[[str], None]) -> None:
    """Serve the `store` until it is ended; `ready` is told the address once it can be asked.

    Where other machines can reach the host, any IP address is answered to. Raises MissingExtraError without the extra
    `web`, UsageError where the address cannot be had.
    """
    try:
        import uvicorn

        from provenance.web.application import LOOPBACK, application
    except ImportError as error:
        raise MissingExtraError(
            f"the explorer needs the extra 'web' ({error.name} is missing): pip install 'provenance-tracker[web]'"
        ) from None
    app = application(
        store,
        names={*LOOPBACK, place.host, *place.names},
        token=manner.token,
        reviewer=manner.reviewer,
        private=manner.private,
        any_address=not is_loopback(place.host),
    )
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=IDLE,
        lifespan="on",
        ws="none",
    )
    with _bound(place.host, place.port) as bound:
        shown = f"[{place.host}]" if ":" in place.host else place.host
        ready(f"http://{shown}:{bound.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[bound])


def is_loopback(host: str) -> bool:
    """Whether only this machine can ask there."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _bound(host: str, port: int) -> socket.socket:
    """Of which connections send what they have at once.

    Nagle's algorithm (RFC 896) would hold back a page until its headers are acknowledged, which browsers put off for 40
    ms. asyncio turns it off only on sockets that say which protocol they are of.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        bound = socket.create_server((host, port), family=family, backlog=AT_ONCE)
    except (OSError, OverflowError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such address"
        raise UsageError(f"cannot serve at {host}, port {port} ({reason}): give another --host or --port") from None
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound

"""Connections that go to the network address that was checked, and end when their time is over."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import httpcore

from provenance.errors import InputError
from provenance.fetching.hosts import allowed, within

if TYPE_CHECKING:
    import ssl
    from collections.abc import Collection, Iterable

    from provenance.fetching.hosts import Resolver

ONE_STEP = 10.0
"""Seconds that a server may take for one step: to accept, to shake hands, to send its next bytes."""
HEAD_LIMIT = 1 << 17
"""Bytes in which the head of an answer is looked for; httpcore refuses longer ones."""


class Deadline:
    """When all must be over, however little at a time a server sends."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = monotonic() + seconds

    def step(self) -> float:
        """Seconds for the next step. Raises InputError where none are left."""
        left = self._end - monotonic()
        if left <= 0:
            raise InputError(f"not answered in full within {self._seconds:g} s: try again later, or save the page")
        return min(left, ONE_STEP)


class Checked(httpcore.NetworkBackend):
    """Connects to public network addresses only, or those of the hosts `private`."""

    def __init__(self, deadline: Deadline, private: Collection[str], resolve: Resolver) -> None:
        self._deadline = deadline
        self._private = private
        self._resolve = resolve
        self._inner = httpcore.SyncBackend()
        self.stream: Timed | None = None

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        found = within(self._deadline.step(), self._resolve, host, port)
        place = allowed(host, port, found, self._private)
        stream = self._inner.connect_tcp(place, port, self._deadline.step(), local_address, socket_options)
        self.stream = Timed(stream, self._deadline)
        return self.stream


class Timed(httpcore.NetworkStream):
    """A stream that counts what it reads, and ends at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline
        self._start = b""
        self._received = 0
        self.secured: Timed | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        step = self._deadline.step()
        found = self._inner.read(max_bytes, min(step, step if timeout is None else timeout))
        self._received += len(found)
        if len(self._start) < HEAD_LIMIT:
            self._start += found
        return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._inner.write(buffer, self._deadline.step())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.step())
        self.secured = Timed(inner, self._deadline)
        return self.secured

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    @property
    def body_received(self) -> int:
        """Bytes that came after the head of the answer, those of interim answers (1xx, RFC 9110, 15.2) left out."""
        at, interim = 0, True
        while interim:
            interim = self._start.startswith(b"HTTP/1.1 1", at)
            end = self._start.find(b"\r\n\r\n", at)
            if end < 0:
                return 0
            at = end + 4
        return self._received - at

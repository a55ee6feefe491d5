"""A server on loopback that answers as tests want it to, byte by byte, and is gone when they are over."""

from __future__ import annotations

import socket
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.parser import BytesHeaderParser
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Script = Iterable[bytes | float]
    """What is sent, and for how many seconds nothing is."""
    Reply = bytes | Callable[["Asked"], Script]


@dataclass(frozen=True, slots=True)
class Asked:
    path: str
    headers: Mapping[str, str]


@dataclass
class Site:
    """`replies` by path; what is not among them is not there. `asked` is what came, in order, `when` at what times."""

    host: str = ""
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    when: list[float] = field(default_factory=list)

    def address(self, path: str = "/") -> str:
        return f"http://{self.host}{path}"

    def paths(self) -> list[str]:
        return [one.path for one in self.asked if one.path != "/robots.txt"]


def page(body: bytes | str, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **headers: str) -> bytes:
    """A whole and honest answer; `Retry_After` of `headers` is Retry-After."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(content)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + content


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """`host` is any of loopback's own: two of them are two sites."""
    site, over = Site(), Event()
    with socket.create_server((host, 0)) as listening:
        site.host = f"{host}:{listening.getsockname()[1]}"
        listening.settimeout(0.05)
        workers: list[Thread] = []

        def accept() -> None:
            while not over.is_set():
                with suppress(TimeoutError):
                    connection, _ = listening.accept()
                    workers.append(Thread(target=_answer, args=(site, connection, over)))
                    workers[-1].start()

        accepting = Thread(target=accept)
        accepting.start()
        try:
            yield site
        finally:
            over.set()
            for thread in (accepting, *workers):
                thread.join()


def _answer(site: Site, connection: socket.socket, over: Event) -> None:
    with connection, suppress(OSError):
        connection.settimeout(5)
        head = b""
        while b"\r\n\r\n" not in head:
            part = connection.recv(65536)
            head += part
            if not part or not head.startswith(b"GET "):
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
        first, _, rest = head.partition(b"\r\n")
        asked = Asked(first.split()[1].decode(), BytesHeaderParser().parsebytes(rest))
        site.asked.append(asked)
        site.when.append(time.monotonic())
        reply = site.replies.get(asked.path, page("not there", status="404 Not Found"))
        for part in [reply] if isinstance(reply, bytes) else reply(asked):
            if isinstance(part, bytes):
                connection.sendall(part)
            elif over.wait(part):
                return

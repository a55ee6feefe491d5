"""Answers as they were made: kept for as long as nothing newer needs their room, and known again by whoever has one."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Hashable

    from starlette.requests import Request

MOST = 64 * 2**20
"""Bytes of answers that are kept (64 MiB)."""


class Kept:
    """What was answered, by a name that says of which state of the store; `most` bytes of it, the last asked for."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._answers: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, name: Hashable) -> bytes | None:
        with self._lock:
            if name in self._answers:
                self._answers.move_to_end(name)
            return self._answers.get(name)

    def put(self, name: Hashable, answer: bytes) -> None:
        with self._lock:
            self._size += len(answer) - len(self._answers.pop(name, b""))
            self._answers[name] = answer
            while self._size > self._most:
                self._size -= len(self._answers.popitem(last=False)[1])


def response(request: Request, body: bytes, media: str, headers: dict[str, str]) -> Response:
    """`body`, or that it is still what the one who asks has (RFC 9110, sections 8.8.3 and 13.1.2)."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    told = headers | {"etag": tag}
    return Response(status_code=304, headers=told) if tag in known else Response(body, headers=told, media_type=media)

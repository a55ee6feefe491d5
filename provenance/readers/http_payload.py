"""An HTTP response as a crawler kept it (RFC 9112): its status, its headers, and its body as it was before transfer."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from provenance.errors import InputError, MissingExtraError
from provenance.readers.decode import LIMIT, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Mapping

_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(r"HTTP/\d(?:\.\d)? (\d{3})\b")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


@dataclass(frozen=True, slots=True)
class Response:
    """The names of `headers` are in lower case; `raw` is the body as it was sent."""

    status: int
    headers: Mapping[str, str]
    raw: bytes


def response(content: bytes) -> Response:
    """InputError where it is no HTTP response."""
    end = _EMPTY_LINE.search(content, 0, 2**20)
    head = content[: end.start()] if end else content[: 2**16]
    first, *lines = head.decode("latin-1").splitlines() or [""]
    status = _STATUS.match(first)
    if status is None:
        raise InputError("a response record without an HTTP status: get the archive again")
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return Response(int(status[1]), headers, content[end.end() :] if end else b"")


def body(answer: Response) -> bytes:
    """The document that was sent, no longer in chunks nor compressed; some crawlers undo both and keep the header.

    InputError where it is damaged, larger than a document may be, or compressed in a way that is not read.
    """
    told = answer.headers.get("transfer-encoding", "").lower()
    data = unchunked(answer.raw) if "chunked" in told and _CHUNK.match(answer.raw) else answer.raw
    if data is None:
        raise InputError("breaks off between its chunks: get the archive again")
    for coding in reversed(answer.headers.get("content-encoding", "").lower().split(",")):
        data = _decoded(data, coding.strip())
    if len(data) > LIMIT:
        raise InputError(TOO_LARGE)
    return data


def unchunked(raw: bytes) -> bytes | None:
    """RFC 9112, section 7.1; None where `raw` is not in chunks, or breaks off."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(raw, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(parts)
        part = raw[found.end() : found.end() + size]
        if len(part) < size:
            return None
        parts.append(part)
        at = found.end() + size
        at += 2 if raw[at : at + 2] == b"\r\n" else raw[at : at + 1] == b"\n"
    return None


def _decoded(data: bytes, coding: str) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return _inflated(data, 31) if data.startswith(b"\x1f\x8b") else data
    if coding == "deflate":
        return _inflated(data, 15 if data[:1] == b"\x78" else -15)
    if coding == "br":
        return _unbrotli(data)
    if coding in ("", "identity"):
        return data
    raise InputError(f"compressed as {coding[:20]}, which is not read: save the page itself")


def _inflated(data: bytes, window: int) -> bytes:
    """Of `deflate` that is none, the data: it was undone before. No more than a document may have."""
    undone = zlib.decompressobj(window)
    try:
        made = undone.decompress(data, LIMIT + 1)
    except zlib.error as error:
        if window < 0:
            return data
        raise InputError(f"damaged where it was compressed ({error}): get the archive again") from None
    return _whole(made, ended=undone.eof)


def _whole(made: bytes, *, ended: bool) -> bytes:
    """What was decompressed, where that is all or more than a document may have. InputError else."""
    if not ended and len(made) <= LIMIT:
        raise InputError("breaks off where it was compressed: get the archive again")
    return made


def _unbrotli(data: bytes) -> bytes:
    """RFC 7932 has no mark: what is no brotli, and is text, was undone before."""
    try:
        import brotli
    except ImportError:
        raise MissingExtraError(
            "compressed as br, and brotli is not installed: pip install 'provenance-tracker[warc]'"
        ) from None
    undone: Any = brotli.Decompressor()
    try:
        made = bytes(undone.process(data, output_buffer_limit=LIMIT + 1))
    except brotli.error:
        if not _is_text(data):
            raise InputError("damaged where it was compressed as br: get the archive again") from None
        return data
    return _whole(made, ended=undone.is_finished())


def _is_text(data: bytes) -> bool:
    """Whether `data` begins with a tag, or is UTF-8."""
    try:
        return data.lstrip().startswith(b"<") or bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False

"""Who may ask what: the name that the server is called by, where a request comes from, the token, and sizes.

Other sites can make a browser send requests here: by a name of their own that leads to this machine (DNS rebinding), or
by forms and images. So only known names are answered, and of what another site starts only that a link is followed
(Fetch Metadata, W3C; Origin, RFC 6454).
"""

from __future__ import annotations

import hmac
from hashlib import sha256
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request

from provenance.web.faults import Fault, fault

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 8 * 2**20
"""Bytes of a form or an upload (8 MiB)."""
COOKIE = "provenance"
OPEN = ("/enter", "/static/")
"""What is shown without the token: where it is asked for."""
READING = frozenset({"GET", "HEAD", "OPTIONS"})
ASKING = ("/sparql",)
"""What is asked by POST and writes nothing."""
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")
"""What any page can make a browser send anywhere (Fetch Standard, 2.2.2)."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Content Security Policy, level 3: nothing from elsewhere, no script or style but from files of the explorer's own."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


def pass_of(token: str) -> str:
    """What the cookie of whoever gave `token` says: not the token itself, which a browser should not keep."""
    return hmac.new(token.encode(), b"provenance serve", sha256).hexdigest()


def is_same(one: str, other: str) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(one.encode("utf8", "replace"), other.encode("utf8", "replace"))


class Gate:
    """`names` are those that the server answers to, without port; an IP address it answers to if `any_address`."""

    def __init__(self, app: ASGIApp, names: Collection[str], token: str, *, any_address: bool) -> None:
        self.app = app
        self._names = frozenset(name.lower() for name in names)
        self._token = token
        self._any_address = any_address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _Guarded(receive, send)
        request = Request(scope)
        refused = self._refused(request)
        answer = fault(request, refused) if refused else self.app
        await answer(scope, guarded.receive, guarded.send)

    def _refused(self, request: Request) -> Fault | None:
        headers = request.headers
        if not self._is_known(headers.get("host", "")):
            return Fault(421, "This server does not answer to that name.", "Give its name to 'serve' by --name.")
        if _is_foreign(request):
            return Fault(403, "Nothing shows that no other site asked for this.", "Do it from a page of the explorer.")
        if _length(headers) > LARGEST:
            return _too_large()
        if self._token and not request.url.path.startswith(OPEN) and not self._has_token(request):
            return Fault(401, "This explorer asks for a token.", "'provenance serve' printed it.")
        return None

    def _is_known(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self._names or (self._any_address and _is_address(name))

    def _has_token(self, request: Request) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and is_same(given.strip(), self._token):
            return True
        return is_same(request.cookies.get(COOKIE, ""), pass_of(self._token))


def _is_foreign(request: Request) -> bool:
    """Whether another site had a browser send it, or, where it may write, nothing shows that none did."""
    headers = request.headers
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = f"{request.url.scheme}://{headers.get('host', '')}"
    if request.method in READING:
        followed = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return site in ("cross-site", "same-site") and not followed
    if (site and site != "same-origin") or (origin and origin != own):
        return True
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    from_anywhere = not kind or kind in FORMS
    told = site or origin or headers.get("authorization")
    return not told and from_anywhere and request.url.path not in ASKING


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 20 else 0


def _too_large() -> Fault:
    return Fault(413, f"More than {LARGEST >> 20} MiB.", "Send less at once, or ingest the file from the command line.")


class _Guarded:
    """What comes in is counted, what goes out gets the headers of `HEADERS`."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._left = LARGEST

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, _too_large().what)
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "private, no-cache")
        await self._send(message)

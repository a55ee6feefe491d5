"""Addresses: which are fetched, in the one form in which they are asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from provenance.errors import InputError

if TYPE_CHECKING:
    import httpx

URL_LIMIT = 4096
"""Characters that an address may have."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_USER = re.compile(r"(?<=://)[^/?#]*@")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def is_address(source: object) -> bool:
    """Whether `source` is an address, of whatever scheme, and no path."""
    return isinstance(source, str) and bool(_SCHEME.match(source.strip()))


def checked(address: str, base: str = "") -> httpx.URL:
    """`address`, where it is relative at `base`, with its host in ASCII (RFC 5891) and without a fragment.

    Raises InputError for anything but http and https, for a user name or password in it, and for what is malformed.
    """
    import httpx

    if len(address) > URL_LIMIT:
        raise InputError(f"an address of more than {URL_LIMIT:,} characters is not fetched")
    try:
        url = httpx.URL(base).join(address.strip()) if base else httpx.URL(address.strip())
        scheme, host, port = url.scheme, url.host, url.port
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError(f"a malformed address ({_CONTROLS.sub(' ', str(error))}): correct it") from None
    if scheme not in ("http", "https"):
        raise InputError(f"{scheme or 'no scheme'}: only http and https addresses are fetched")
    if url.userinfo:
        raise InputError("a user name or password stands in the address: nothing is fetched with one; leave it out")
    if not host or "%" in host or (port is not None and not 0 < port < 1 << 16):
        raise InputError("a malformed address: it names no host and port to ask")
    return url.copy_with(fragment=None)


def shown(address: str) -> str:
    """`address` as it is told: without a user name and password."""
    return _USER.sub("", address.strip())


def authority(url: httpx.URL) -> str:
    """The host, and the port where it is not that of the scheme: whose robots.txt holds, and who is asked in turn."""
    return url.netloc.decode("ascii")


def name(address: str) -> str:
    """What an article at `address` is called where it does not say: its host and path."""
    from provenance.text import plain_url

    return plain_url(address).removeprefix("//") or urlsplit(address).netloc

"""From a host to the one network address that is connected to: checked, and then used as it is.

What is asked of the resolver once is what is connected to, so that a name cannot lead elsewhere after it was checked
(DNS rebinding). The networks are those of the IANA special-purpose registries (RFC 6890) as `ipaddress` has them, with
multicast, and addresses of IPv6 that hold one of IPv4.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from provenance.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    Address = IPv4Address | IPv6Address
    Resolver = Callable[[str, int], Sequence[str]]

NAT64 = IPv6Network("64:ff9b::/96")
"""The prefix by which networks without IPv4 reach it (RFC 6052)."""
NAT64_LOCAL = IPv6Network("64:ff9b:1::/48")
"""The same within one network (RFC 8215)."""


def resolved(host: str, port: int) -> Sequence[str]:
    """The network addresses of `host` as the system knows them. Raises OSError where it knows none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def within(seconds: float, resolve: Resolver, host: str, port: int) -> Sequence[str]:
    """What `resolve` answers in that time. Raises InputError where it does not, or knows no such host."""
    answered: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answered.put(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answered.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        found = answered.get(timeout=max(seconds, 0))
    except Empty:
        raise InputError(f"{host}: its address was not found in time: try again later") from None
    if isinstance(found, Exception) or not found:
        raise InputError(f"{host}: there is no such host: check the address, and the network")
    return found


def allowed(host: str, port: int, found: Sequence[str], private: Collection[str]) -> str:
    """The first of the network addresses `found` for `host`. Raises InputError where any of them is not public.

    `private` are hosts, with or without a port, that may be within a network.
    """
    if host not in private and f"{host}:{port}" not in private:
        for one in found:
            if not is_public(one):
                at = "" if one == host else f" ({one})"
                where = f"{host}{at} is not on the public network"
                raise InputError(f"{where}: if it is meant, say so with --allow-private {host}:{port}")
    return found[0]


def is_public(address: str) -> bool:
    """Whether a network address is one of the public network.

    An address that stands for one of IPv4 is as that: mapped (RFC 4291, 2.5.5.2) or by NAT64. Those of 6to4 (RFC 7526),
    of Teredo and of a NAT64 of one's own are not public.
    """
    try:
        found: Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.scope_id or found.sixtofour or found.teredo or found.is_site_local or found in NAT64_LOCAL:
            return False
        inner = IPv4Address(int(found) & 0xFFFFFFFF) if found in NAT64 else found.ipv4_mapped
        found = inner or found
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)

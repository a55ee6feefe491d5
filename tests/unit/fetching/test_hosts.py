"""Which network addresses are connected to: public ones, the very ones that were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from served import page, serving

from provenance.errors import InputError
from provenance.fetching.addresses import checked, is_address
from provenance.fetching.exchange import ask
from provenance.fetching.hosts import allowed, is_public, within

if TYPE_CHECKING:
    from collections.abc import Sequence

WITHIN = """
127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 239.1.1.1 240.0.0.1
255.255.255.255 198.18.0.1 192.0.2.1 ::1 :: ::ffff:127.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b:1::1
64:ff9b::a9fe:a9fe 2002:7f00:1:: 2002:808:808:: 2001:0:1::1 fe80::1 fe80::1%lo fec0::1 fc00::1 fd00::1 ff02::1
2001:db8::1 ::127.0.0.1 nonsense
""".split()


@pytest.mark.parametrize("address", WITHIN)
def test_what_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_what_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.1", "0x7f.0.0.1", "2130706433", "localhost"])
def test_loopback_by_other_names(host: str) -> None:
    with pytest.raises(InputError, match="is not on the public network"):
        ask(checked(f"http://{host}:9/"), {}, frozenset(), 5)


def test_one_address_within_is_enough_to_refuse() -> None:
    with pytest.raises(InputError, match=r"tarsk.example \(10.0.0.7\) is not on the public network"):
        allowed("tarsk.example", 80, ["8.8.8.8", "10.0.0.7"], frozenset())


def test_a_host_is_allowed_by_name_or_with_one_port() -> None:
    assert allowed("tarsk.example", 80, ["10.0.0.7"], {"tarsk.example"}) == "10.0.0.7"
    assert allowed("tarsk.example", 81, ["10.0.0.7"], {"tarsk.example:81"}) == "10.0.0.7"
    with pytest.raises(InputError):
        allowed("tarsk.example", 80, ["10.0.0.7"], {"tarsk.example:81"})


def test_what_was_checked_is_what_is_connected_to() -> None:
    """A name that leads elsewhere the second time it is asked (DNS rebinding) is asked once only."""
    answers = iter([["127.0.0.1"], ["10.255.255.1"]])

    def resolve(_host: str, _port: int) -> Sequence[str]:
        return next(answers)

    with serving() as site:
        site.replies["/a"] = page("here")
        port = site.host.partition(":")[2]
        found = ask(checked(f"http://tarsk.example:{port}/a"), {}, frozenset({"tarsk.example"}), 5, resolve)
        assert found.content == b"here"
        assert site.asked[0].headers["Host"] == f"tarsk.example:{port}"
    assert next(answers) == ["10.255.255.1"]


def test_a_resolver_that_does_not_answer() -> None:
    from threading import Event

    over = Event()
    try:
        with pytest.raises(InputError, match=r"tarsk.example: its address was not found in time"):
            within(0.05, lambda *_: [str(over.wait(30))], "tarsk.example", 80)
    finally:
        over.set()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://tarsk.example/", "ftp: only http and https addresses are fetched"),
        ("gopher://tarsk.example/", "gopher: only http and https addresses are fetched"),
        ("http://ada:pw@tarsk.example/", "a user name or password stands in the address: .*leave it out"),
        ("http://ada@tarsk.example/", "a user name or password stands in the address"),
        ("http:///a", "a malformed address: it names no host"),
        ("http://tarsk.example:0/", "a malformed address: it names no host and port to ask"),
        ("http://tarsk.example:99999/", "a malformed address"),
        ("http://[fe80::1%25lo]/", "a malformed address"),
        ("http://tarsk.example/\n", "a malformed address|^$"),
        ("http://" + "a" * 5000, "an address of more than 4,096 characters is not fetched"),
    ],
)
def test_addresses_that_are_none(address: str, said: str) -> None:
    if address.endswith("\n"):
        assert str(checked(address)) == "http://tarsk.example/"
        return
    with pytest.raises(InputError, match=said):
        checked(address)


def test_addresses_that_are_some() -> None:
    assert str(checked("HTTPS://Tärsk.example/ä b#c")) == "https://xn--trsk-loa.example/%C3%A4%20b"
    assert str(checked("../b?q=1", "https://tarsk.example/a/c/")) == "https://tarsk.example/a/b?q=1"
    assert is_address("https://tarsk.example/")
    assert is_address("file:///etc/hosts")
    assert not is_address("articles/http.txt")
    assert not is_address("-")

"""Whatever a server sends as a list of pages, and whatever is given as an address, ends in a value or one line."""

from __future__ import annotations

import zlib
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import InputError
from provenance.fetching.addresses import checked, shown
from provenance.fetching.bodies import LIMIT, body
from provenance.fetching.feeds import is_feed, items
from provenance.fetching.fetcher import Page
from provenance.fetching.hosts import is_public
from provenance.fetching.results import leads
from provenance.fetching.waiting import retry_after

PIECES = st.lists(
    st.sampled_from([
        b"<rss>", b"<feed>", b"<urlset>", b"<item>", b"<entry>", b"<url>", b"</item>", b"<link>", b"<link href='/a'/>",
        b"</link>", b"https://x.example/a", b"<loc>", b"</loc>", b"<title>", b"]]>", b"<![CDATA[", b"&nbsp;", b"\0",
        b"\xff", b"<pubDate>", b"Tue, 99 Foo 99999", b"<!DOCTYPE rss [", b"<!ENTITY a 'b'>", b"]>", b"<a href=",
        b"<?xml version='1.0'?>",
    ]),
    max_size=40,
).map(b"".join)  # fmt: skip


@given(PIECES)
def test_any_feed(content: bytes) -> None:
    is_feed(content)
    with suppress(InputError):
        for item in items(content, "https://x.example/feed"):
            assert str(checked(item.address)) == item.address
            assert item.words.isprintable()


@given(PIECES | st.binary(max_size=200))
def test_any_page_of_results(content: bytes) -> None:
    page = Page("https://x.example/?q=a", "", content, "text/html", "", "", "")
    with suppress(InputError):
        for item in leads(page):
            assert item.address.startswith(("http://", "https://"))


@given(st.text(max_size=60) | st.builds("http://{}/{}".format, st.text(max_size=20), st.text(max_size=20)))
def test_any_address(address: str) -> None:
    shown(address)
    with suppress(InputError):
        url = checked(address, "https://x.example/a")
        assert url.scheme in ("http", "https")
        assert not url.userinfo
        assert str(checked(str(url))) == str(url)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "", "br", "GZIP "]), st.integers(1, 50))
def test_any_body(data: bytes, coding: str, size: int) -> None:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    with suppress(InputError):
        assert len(body(parts, coding)) <= LIMIT


@given(st.binary(max_size=2000), st.integers(1, 100), st.booleans())
def test_deflate_with_and_without_a_frame(data: bytes, size: int, framed: bool) -> None:  # noqa: FBT001
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS if framed else -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    assert body([packed[at : at + size] for at in range(0, len(packed), size)], "deflate") == data


@given(st.text(max_size=40))
def test_any_header_and_any_host(value: str) -> None:
    seconds = retry_after(value)
    assert seconds is None or seconds >= 0
    is_public(value)

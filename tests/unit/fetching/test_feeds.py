"""Feeds and sitemaps as lists of pages."""

from __future__ import annotations

import pytest

from provenance.errors import InputError
from provenance.fetching.feeds import Item, is_feed, items

AT = "https://tarsk.example/feed.xml"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Tarsk Post</title><link>https://tarsk.example/</link>
<item><title>Quay &amp; harbour</title><link> /a </link><description>&lt;b&gt;Closed&lt;/b&gt; now</description>
<pubDate>Tue, 11 Mar 2031 08:00:00 GMT</pubDate></item>
<item><title>Same</title><link>/a</link></item>
<item><guid>https://tarsk.example/b</guid></item>
<item><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://tarsk.example/"/><entry><title>One</title>
<link rel="replies" href="/r"/><link href="/1"/><updated>2031-04-01T08:00:00Z</updated>
<published>2031-03-11T08:00:00Z</published></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><item><link>/1</link><dc:date>2031-03-11</dc:date></item></rdf:RDF>"""
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://tarsk.example/1</loc><news:news>
<news:publication_date>2031-03-11</news:publication_date><news:title>One</news:title></news:news></url></urlset>"""


def test_rss() -> None:
    first, second = items(RSS, AT)
    assert first == Item("https://tarsk.example/a", "Quay & harbour Closed now", "2031-03-11")
    assert second == Item("https://tarsk.example/b")


def test_atom() -> None:
    assert items(ATOM, AT) == [Item("https://tarsk.example/1", "One", "2031-03-11")]


def test_rss_1() -> None:
    assert items(RDF, AT) == [Item("https://tarsk.example/1", "", "2031-03-11")]


def test_a_sitemap() -> None:
    assert items(SITEMAP, AT) == [Item("https://tarsk.example/1", "One", "2031-03-11")]


@pytest.mark.parametrize("content", [RSS, ATOM, RDF, SITEMAP, b"\xef\xbb\xbf<!-- x --> <rss>"])
def test_what_is_a_feed(content: bytes) -> None:
    assert is_feed(content)


@pytest.mark.parametrize("content", [b"", b"<!doctype html><html>", b'<?xml version="1.0"?><html>', b"rss", b"<rs"])
def test_what_is_none(content: bytes) -> None:
    assert not is_feed(content)


def test_comments_without_end_are_no_feed() -> None:
    """A pattern that tried each way to part them would not end."""
    assert not is_feed(b"<!--a-->" * 400 + b"x")
    assert is_feed(b"<!--a-->" * 400 + b"<rss>")


def test_what_is_broken_is_read_as_far_as_it_goes() -> None:
    assert [one.address for one in items(RSS[: RSS.index(b"<item><guid>")] + b"<item><title>&nbsp;", AT)] == [
        "https://tarsk.example/a"
    ]


def test_an_index_of_sitemaps() -> None:
    index = b"<sitemapindex><sitemap><loc>https://tarsk.example/1.xml</loc></sitemap></sitemapindex>"
    with pytest.raises(
        InputError, match=r"^an index of sitemaps: give the address of one of them, such as https://tarsk"
    ):
        items(index, AT)


@pytest.mark.parametrize("content", [b"<rss></rss>", b"<rss><item><link>ftp://x.example/</link></item></rss>"])
def test_a_feed_that_leads_nowhere(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^a feed or sitemap that leads to no page"):
        items(content, AT)


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hosts">]>'
    feed = bomb + b"<rss><item><title>x&b;&c;y</title><link>/a</link></item></rss>"
    [found] = items(feed, AT)
    assert "a" not in found.words
    assert "localhost" not in found.words

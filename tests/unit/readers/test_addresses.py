"""The entries of feeds and sitemaps, by the one look at them that readers and fetching share."""

from __future__ import annotations

from lxml import etree

from provenance.readers.addresses import Address, listed

NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://tarn.example/quarry</loc><lastmod>2031-03-04</lastmod><news:news>
<news:publication><news:name>Tarn Herald</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2031-03-01T23:30:00-05:00</news:publication_date>
<news:title>Quarry &amp; trust</news:title></news:news>
<image:image><image:loc>https://tarn.example/quarry.jpg</image:loc>
<image:title>A quarry</image:title></image:image></url>
<url><loc>https://tarn.example/ferry</loc><lastmod>2031-02-28T10:00:00Z</lastmod></url>
<url><lastmod>2031-02-28T10:00:00Z</lastmod></url>
</urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://tarn.example/news.xml</loc><lastmod>2031-03-01</lastmod></sitemap></sitemapindex>"""
FEED = b"""<rss version="2.0"><channel><title>Tarn Herald</title><link>https://tarn.example/</link><image>
<url>https://tarn.example/logo.png</url></image><item><title>Quarry trust
&amp;amp; council &lt;i&gt;meet&lt;/i&gt;</title>
<link> /quarry </link><description>&lt;b&gt;Nothing&lt;/b&gt; signed</description>
<pubDate>Sat, 01 Mar 2031 23:30:00 -0500</pubDate></item><item><guid>https://tarn.example/ferry</guid></item>
<item><title>No link</title></item></channel></rss>"""


def entries(data: bytes) -> list[Address]:
    return list(listed(etree.fromstring(data)))


def test_a_page_came_out_when_it_was_published_and_not_when_it_was_changed() -> None:
    assert entries(NEWS) == [
        Address("https://tarn.example/quarry", "Quarry & trust", "Quarry & trust", "2031-03-01"),
        Address("https://tarn.example/ferry"),
    ]


def test_an_index_lists_lists() -> None:
    assert entries(INDEX) == [Address("https://tarn.example/news.xml", lists=True)]


def test_a_feed_lists_its_items_as_they_are_written() -> None:
    assert entries(FEED) == [
        Address("/quarry", "Quarry trust & council meet", "Quarry trust & council meet Nothing signed", "2031-03-01"),
        Address("https://tarn.example/ferry"),
    ]


def test_what_is_no_list_lists_nothing() -> None:
    assert entries(b"<html><body><a href='https://tarn.example/'>x</a></body></html>") == []

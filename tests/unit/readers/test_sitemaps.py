from __future__ import annotations

import gzip

import pytest
from files import reason

from provenance.readers import decode

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
<url><loc>ftp://tarn.example/old</loc></url>
</urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://tarn.example/news.xml</loc><lastmod>2031-03-01</lastmod></sitemap></sitemapindex>"""


@pytest.mark.parametrize("name", ["news.xml", "news.xml.gz"])
def test_a_sitemap_holds_no_article_and_names_what_to_fetch(name: str) -> None:
    data = gzip.compress(NEWS) if name.endswith("gz") else NEWS
    assert reason(name, data) == (
        "a sitemap holds addresses and no article: fetch the pages that it lists, "
        "https://tarn.example/quarry (Quarry & trust), https://tarn.example/ferry"
    )
    assert reason("i.xml", INDEX) == (
        "a sitemap holds addresses and no article: fetch the sitemaps that it lists, https://tarn.example/news.xml"
    )


def test_three_of_many_are_named() -> None:
    urls = b"".join(b"<url><loc>https://tarn.example/%d</loc></url>" % n for n in range(1203))
    assert reason("a.xml", b"<urlset>%s</urlset>" % urls).endswith("https://tarn.example/2 and 1,200 more")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<urlset></urlset>", "a sitemap that lists no web address: give the pages themselves"),
        (
            b"<urlset><url></urlset>",
            "malformed XML at line 1, column 16: mismatched tag; save the file again from where it came",
        ),
        (
            b"<catalogue/>",
            "no feed, sitemap, NewsML-G2, NITF or XHTML (it begins with <catalogue>): save the article's text as .txt",
        ),
        (
            b"nothing",
            "no feed, sitemap, NewsML-G2, NITF or XHTML (it begins with no element): save the article's text as .txt",
        ),
    ],
)
def test_xml_that_is_not_read(data: bytes, said: str) -> None:
    assert reason("a.xml", data) == said


def test_a_bomb_of_a_sitemap_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "COLLECTION_LIMIT", 2**20)
    said = "larger than 1 MiB, the most that is read at once: split it"
    assert reason("a.xml.gz", gzip.compress(b" " * (2**20 + 1))) == said
    assert reason("a.xml.gz", gzip.compress(NEWS)[:-20]) == (
        "damaged gzip file (Compressed file ended before the end-of-stream marker was reached): "
        "get it again, or compress it again"
    )

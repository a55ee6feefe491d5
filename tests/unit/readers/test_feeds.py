from __future__ import annotations

from hashlib import sha256

import pytest
from files import article, outcomes, reason, reasons

from provenance.model import Capture, Declaration, Publisher
from provenance.readers import Read, Skipped

BODY = "<p>The quarry trust met on Monday, Ada Brunt said, and signed nothing.</p><p>It meets again &amp; soon.</p>"
TEXT = "The quarry trust met on Monday, Ada Brunt said, and signed nothing.\n\nIt meets again & soon."
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tarn Herald</title><language>en-GB</language>{items}</channel></rss>"""
FULL = f"""<item><title>Quarry trust &amp;amp; council meet</title><link>https://tarn.example/quarry</link>
<guid isPermaLink="false">quarry-1</guid><pubDate>Sat, 01 Mar 2031 23:30:00 -0500</pubDate>
<dc:creator>Ada Brunt</dc:creator>
<description>The trust met.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item>"""
SHORT = """<item><title>Ferry late</title><link>https://tarn.example/ferry</link>
<description>The ferry was late again, and nobody said why, although everybody on the quay that
morning knew.</description></item>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Tarn Herald</title><id>urn:t</id>
<entry><title>Quarry trust meets</title><id>tag:tarn.example,2031:1</id><link href="https://tarn.example/quarry"/>
<published>2031-03-01T23:30:00-05:00</published><updated>2031-03-04T08:00:00Z</updated>
<author><name>Ada Brunt</name></author><author><name>Ilse Maren</name></author>
<source><title>Kestrel Wire</title><link href="https://kestrel.example/"/></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="".join(items)).encode()


def test_an_item_with_its_whole_text() -> None:
    data = rss(FULL)
    one = article("tarn.rss", data)
    assert (one.key, one.title, one.text) == ("quarry-1", "Quarry trust & council meet", TEXT)
    assert (one.url, one.byline, one.published) == ("https://tarn.example/quarry", "Ada Brunt", "2031-03-01")
    assert (one.publisher, one.language) == (Publisher("Tarn Herald"), "en-GB")
    assert one.capture == Capture(sha256(data).hexdigest())


def test_an_item_with_only_a_summary_names_what_to_fetch() -> None:
    found = outcomes("tarn.xml", rss(FULL, SHORT))
    assert [type(one) for one in found] == [Read, Skipped]
    assert found[1] == Skipped(
        "tarn.xml:2", "an item with only a summary, “Ferry late”: fetch https://tarn.example/ferry"
    )


@pytest.mark.parametrize(
    "end", ["[…]", "[...]", "…", '<a href="https://tarn.example/quarry">Read more</a>', "Continue reading →"]
)
def test_content_that_is_cut_off_is_a_summary(end: str) -> None:
    item = FULL.replace("</p>]]>", f" {end}</p>]]>")
    assert item != FULL
    assert reasons("a.rss", rss(item)) == [
        "an item with only a summary, “Quarry trust & council meet”: fetch https://tarn.example/quarry"
    ]


def test_what_a_platform_adds_under_an_item_is_no_text() -> None:
    footer = '<p>The post <a href="https://tarn.example/quarry">Quarry</a> appeared first on <a>Tarn Herald</a>.</p>'
    assert article("a.rss", rss(FULL.replace("]]>", f"{footer}]]>"))).text == TEXT


def test_atom() -> None:
    one = article("tarn.atom", ATOM.encode())
    assert (one.key, one.text, one.published) == ("tag:tarn.example,2031:1", TEXT, "2031-03-01")
    assert (one.byline, one.language) == ("Ada Brunt; Ilse Maren", "en")
    assert one.declared == (Declaration("feed source", "Kestrel Wire", "https://kestrel.example/"),)


def test_atom_that_only_points_to_its_content() -> None:
    data = ATOM.replace('type="xhtml"', 'src="https://tarn.example/q"').replace(f">{BODY}<", "><")
    assert reasons("a.atom", data.encode()) == [
        "an item with only a summary, “Quarry trust meets”: fetch https://tarn.example/quarry"
    ]


def test_rss_1_has_its_date_in_dublin_core() -> None:
    data = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>Tarn Herald</title></channel><item><title>Quarry</title><link>https://tarn.example/q</link>
        <dc:date>2031-03-01T12:00:00Z</dc:date><content:encoded><![CDATA[{BODY}]]></content:encoded></item></rdf:RDF>"""
    assert article("a.xml", data.encode()).published == "2031-03-01"


def test_a_feed_in_its_own_encoding() -> None:
    data = rss(FULL.replace("Ada Brunt", "Inés Peña")).decode().replace('"utf-8"', '"iso-8859-1"').encode("latin-1")
    assert article("a.rss", data).byline == "Inés Peña"


def test_a_malformed_feed_is_read_as_far_as_it_goes() -> None:
    first, cut_off = outcomes("a.rss", rss(FULL).replace(b"</channel></rss>", b"<item><title>Fe"))
    assert isinstance(first, Read)
    assert first.article.text == TEXT
    assert cut_off == Skipped(
        "a.rss:2", "an item in which the feed breaks off, without a title: it names no page to fetch either"
    )


@pytest.mark.parametrize("cut", range(20, 60, 8))
def test_an_item_in_which_the_feed_breaks_off_is_no_article(cut: int) -> None:
    """However much of its text there is."""
    whole = rss(FULL)
    first, second = outcomes("a.rss", whole.replace(b"</channel></rss>", FULL.encode()[:-cut]))
    assert isinstance(first, Read)
    assert isinstance(second, Skipped)
    assert second.reason.startswith("an item in which the feed breaks off, “Quarry trust & council meet”: fetch https")


@pytest.mark.parametrize("said", ["Sat, 01 Mar 0000 10:00:00 GMT", "203999-03-0999", "yesterday at 0012"])
def test_what_is_no_date_gives_none(said: str) -> None:
    whole = rss(FULL).replace(b"Sat, 01 Mar 2031 23:30:00 -0500", said.encode())
    assert article("a.rss", whole).published is None


def test_titles_are_no_markup_and_no_path() -> None:
    one = article("a.rss", rss(FULL.replace("Quarry trust", "&lt;b&gt;Quarry&lt;/b&gt;\n trust")))
    assert one.title == "Quarry trust & council meet"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rss(), "a feed without items: fetch it again, or give the pages themselves"),
        (
            b'<!DOCTYPE rss [<!ENTITY a "b">]>' + rss(FULL).split(b"\n", 1)[1],
            "XML that declares a DTD of its own, which is not read: remove what its DOCTYPE declares",
        ),
        (rss(SHORT * 10_001), "a feed of more than 10,000 items, or 300,000 tags: split it"),
        (b"<rss>\0</rss>", "binary: byte 6 is NUL; give plain text, HTML or JSON Lines"),
    ],
)
def test_what_is_no_feed(data: bytes, said: str) -> None:
    assert reason("a.rss", data) == said

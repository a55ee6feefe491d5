from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest
from files import article, outcomes, reason

from provenance.documents.credits import credited
from provenance.model import Capture, Declaration, Kind, Publisher, Relation
from provenance.readers import Read, Skipped

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
IN_BASE64 = b64encode(b"The trust met.\n\nIt left.").decode()
PARAGRAPHS = "<p>The quarry trust met on Monday, <person>Ada Brunt</person> said.</p><p>It signed nothing.</p>"
TEXT = "The quarry trust met on Monday, Ada Brunt said.\n\nIt signed nothing."
XHTML = f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>Not this</title></head><body>{PARAGRAPHS}</body></html></inlineXML>"""
NITF = f"""<nitf><head><title>Quarry</title><docdata>
<doc-id id-string="harl-7"/><date.issue norm="20310301T120000-0500"/>
</docdata></head><body><body.head><hedline><hl1>Quarry trust meets</hl1></hedline><byline>By Ada Brunt</byline>
<distributor>Reuters</distributor><dateline>HARL, March 1 (AP) -</dateline></body.head><body.content>{PARAGRAPHS}
<media media-type="image"><media-caption>A quarry.</media-caption></media></body.content>
<body.end><tagline>(Editing by Ilse Maren)</tagline></body.end></body></nitf>"""
META = """<creditline>Associated Press</creditline><dateline>HARL, March 1 (AP) -</dateline>
<by>By Ada Brunt</by><headline>Quarry trust meets</headline><language tag="en-GB"/>
<infosource uri="https://harl.example/"><name>Harl Town Council</name></infosource>
<contentCreated>2031-03-01T23:30:00-05:00</contentCreated>"""


def item(content: str, meta: str = META, status: str = "usable", guid: str = "urn:newsml:harl:1") -> str:
    return f"""<newsItem {NAR} guid="{guid}" version="2" standard="NewsML-G2" xml:lang="en"><itemMeta>
<provider qcode="nprov:REUTERS"><name>Reuters</name></provider><versionCreated>2031-03-02T08:00:00Z</versionCreated>
<pubStatus qcode="stat:{status}"/><title>Slug</title></itemMeta><contentMeta>{meta}</contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def test_a_news_item_with_xhtml() -> None:
    data = item(XHTML).encode()
    one = article("a.xml", data)
    assert (one.key, one.title, one.text) == ("urn:newsml:harl:1", "Quarry trust meets", TEXT)
    assert (one.byline, one.published, one.language) == ("Ada Brunt", "2031-03-01", "en-GB")
    assert one.publisher == Publisher("Reuters", Kind.WIRE)
    assert one.declared == (
        Declaration("NewsML-G2 creditline", "Associated Press"),
        Declaration("NewsML-G2 dateline", "Associated Press"),
        Declaration("NewsML-G2 infosource", "Harl Town Council", "https://harl.example/"),
    )
    assert one.capture == Capture(sha256(data).hexdigest())


def test_its_credits_become_derivations() -> None:
    told = {(one.name, one.relation) for one in credited(article("a.xml", item(XHTML).encode())).derivations}
    assert told == {("Associated Press", Relation.REPUBLISHED), ("Harl Town Council", Relation.REPORTED)}


def test_what_a_nitf_body_says_of_itself_stands_in_for_what_the_item_does_not() -> None:
    inline = f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>'
    one = article("a.xml", item(inline, meta="").encode())
    assert one.text == f"{TEXT}\n\n(Editing by Ilse Maren)"
    assert (one.title, one.byline, one.published) == ("Quarry trust meets", "Ada Brunt", "2031-03-02")
    assert one.declared == (Declaration("NITF dateline", "Associated Press"),)


def test_nitf_alone() -> None:
    one = article("a.xml", f'<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">{NITF}'.encode())
    assert (one.key, one.text) == ("harl-7", f"{TEXT}\n\n(Editing by Ilse Maren)")
    assert (one.publisher, one.published) == (Publisher("Reuters", Kind.WIRE), "2031-03-01")
    assert one.title == "Quarry trust meets"


@pytest.mark.parametrize(
    "data",
    [
        '<inlineData contenttype="text/plain">The trust met.\n\nIt left.</inlineData>',
        f'<inlineData contenttype="text/plain" encoding="base64">{IN_BASE64}</inlineData>',
        '<inlineData contenttype="text/html">&lt;p>The trust met.&lt;p>It left.</inlineData>',
    ],
)
def test_inline_data(data: str) -> None:
    assert article("a.xml", item(data).encode()).text == "The trust met.\n\nIt left."


def test_a_news_message_with_a_package() -> None:
    package = f"""<packageItem {NAR} guid="urn:p"><groupSet><group><itemRef residref="urn:newsml:harl:1"/>
<itemRef residref="urn:newsml:harl:2"/></group></groupSet></packageItem>"""
    items = item(XHTML) + item(XHTML, guid="https://tarn.example/2") + package
    found = outcomes("a.xml", f"<newsMessage {NAR}><header/><itemSet>{items}</itemSet></newsMessage>".encode())
    assert [one.article.key for one in found if isinstance(one, Read)] == [
        "urn:newsml:harl:1",
        "https://tarn.example/2",
    ]
    assert found[2] == Skipped(
        "a.xml:3", "a package, which only refers to items: give urn:newsml:harl:1, urn:newsml:harl:2"
    )


REMOTE = '<remoteContent href="https://tarn.example/a.jpg"/>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (item(XHTML, status="canceled"), "an item that its sender has marked canceled: ask the sender for what stands"),
        (item(REMOTE), "a news item without inline text: fetch https://tarn.example/a.jpg"),
        (item(""), "a news item without inline text: give the item that has it"),
        (f"<newsMessage {NAR}/>", "NewsML-G2 without a news item: there is nothing to read"),
        (
            item('<inlineData contenttype="text/plain" encoding="base64">a</inlineData>'),
            "inline data that is no base64: ask the sender for the text",
        ),
        ("<nitf><body/></nitf>", "NITF without a body: give the item that has one"),
        (
            f'<!DOCTYPE newsItem [<!ENTITY a "b">]>{item(XHTML)}',
            "XML that declares a DTD of its own, which is not read: remove what its DOCTYPE declares",
        ),
        (
            item(XHTML)[:-5],
            "malformed XML at line 8, column 178: unclosed token; save the file again from where it came",
        ),
    ],
)
def test_what_is_not_read(data: str, said: str) -> None:
    assert reason("a.xml", data.encode()) == said

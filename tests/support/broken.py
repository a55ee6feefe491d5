"""Files that were made wrong, one by one: what a format may state and should not."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pyarrow as pa
from backports import zstd
from pdfs import Words, pdf
from pyarrow import parquet
from samples import ADDRESS, FIRST, RECORD, TEXT, TITLE
from warcs import http, page, record

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN = page(more="Inés").decode().encode("cp1252")
BOMB = b" " * (80 * 2**20)
"""80 MB that compress to almost nothing."""


def linked(*nodes: object) -> bytes:
    """A page with these nodes of JSON-LD."""
    script = f'<script type="application/ld+json">{json.dumps(list(nodes))}</script>'
    return page().replace(b"</head>", f"{script}</head>".encode())


def html() -> Mapping[str, bytes]:
    news = {"@type": "NewsArticle", "headline": TITLE}
    circle = [{"@id": "#a", **news, "author": {"@id": "#b"}}, {"@id": "#b", "@type": "Person", "author": {"@id": "#a"}}]
    own: dict[str, object] = {"@id": "#a", **news, "isBasedOn": {"@id": "#a"}, "publisher": {"@id": "#a"}}
    return {
        "JSON-LD in a circle": linked(*circle),
        "JSON-LD that is based on itself": linked(own),
        "JSON-LD that is no JSON": page().replace(
            b"</head>", b'<script type="application/ld+json">{{,</script></head>'
        ),
        "JSON-LD of numbers": linked({**news, "author": 7, "publisher": 1.5, "datePublished": 20310301, "url": True}),
        "JSON-LD of lists in lists": linked(
            {**news, "author": [[[["Ada"]]]], "publisher": [[]], "@type": [["NewsArticle"]]}
        ),
        "JSON-LD of empty objects": linked({**news, "author": {}, "publisher": {}, "isBasedOn": [{}, {}]}),
        "JSON-LD in the year 9999": linked({**news, "datePublished": "9999-12-31T23:59:59-23:59"}),
        "JSON-LD in month 13": linked({**news, "datePublished": "2031-13-45"}),
        "JSON-LD of half surrogate pairs": linked({**news, "author": "\ud800", "headline": "\udfff"}),
        "JSON-LD that is nested 100,000 deep": page().replace(
            b"</head>", b'<script type="application/ld+json">' + b'{"@graph":[' * 100_000 + b"</script></head>"
        ),
        "a review that reviews itself": linked({"@id": "#r", "@type": "ClaimReview", "itemReviewed": {"@id": "#r"}}),
        "no body": b"<html><head><title>Quarry</title></head></html>",
        "frames": b"<html><frameset><frame src='a.html'></frameset></html>",
        "a comment that does not end": page().replace(b"<p>", b"<!-- <p>", 1),
        "a script that does not end": page().replace(b"<p>", b"<script><p>", 1),
        "an attribute that does not end": page().replace(b"<p>", b"<p class='", 1),
        "all of it hidden": page().replace(b"<article>", b"<article hidden style='display:none'>"),
        "all of it navigation": page().replace(b"<article>", b"<nav>"),
        "all of it in a heading": page().replace(b"</h1>", b""),
        "20,001 elements": page().replace(b"<p>", b"<p>" + b"<b></b>" * 20_001, 1),
        "1,001 attributes": page().replace(b"<p>", b"<p " + b" ".join(b"a%d" % n for n in range(1001)) + b">", 1),
        "entities for NULs and surrogates": page(more="&#0; &#xD800; &#x110000; &#99999999999; &bogus;"),
        "a charset that lies": PLAIN.replace(b"<title>", b"<meta charset=utf-8><title>"),
        "two charsets": PLAIN.replace(b"<title>", b"<meta charset=big5><meta charset=koi8-r><title>"),
        "a charset that is no text": PLAIN.replace(b"<title>", b"<meta charset=zlib_codec><title>"),
        "a base that is no address": page().replace(b"<title>", b"<base href='http://[::1'><title>"),
        "links that are no addresses": page(
            more="<a href='http://[::1'>a</a><a href='//'>b</a><a href='http://a:99999/'>c</a>"
        ),
        "a canonical address of 9 kB": page().replace(
            b"<title>", b"<link rel=canonical href='https://a.example/" + b"a" * 9000 + b"'><title>"
        ),
        "a language that is none": page().replace(b"lang='en'", b"lang='x-\xc3\xa9-9'"),
    }


def json_lines() -> Mapping[str, bytes]:
    return {
        "one id twice": b'{"id": "q", "text": "One."}\n{"id": "q", "text": "Two."}\n',
        "numbers that are none": b'{"text": "The trust met.", "a": NaN, "b": Infinity}',
        "a number of 5,000 digits": b'{"text": "The trust met.", "a": ' + b"9" * 5000 + b"}",
        "a field twice": b'{"text": "One.", "text": "The trust met."}',
        "two records on one line": b'{"text": "One."}{"text": "Two."}',
        "a record over lines": b'{\n"text":\n"One."\n}',
        "a comma at the end": b'{"text": "One.",}',
        "single quotation marks": b"{'text': 'One.'}",
        "half a surrogate pair, escaped": b'{"text": "The trust \\ud83d met."}',
        "a NUL, escaped": b'{"text": "The trust \\u0000 met."}',
        "every field of the wrong kind": b'{"id": [], "url": {}, "title": 1, "published": true, "text": "a"}',
        "a date of the year 10000": b'{"text": "One.", "published": "10000-01-01"}',
        "a text of spaces": b'{"text": "   "}',
        "10 MB on a line": b'{"text": "' + b"x" * (10 * 2**20) + b'"}',
        "a link that is out of the text": b'{"text": "One.", "links": [{"start": 5, "end": 99, "url": "https://a.example"}]}',
        "carriage returns": b'{"text": "One."}\r{"text": "Two."}\r',
    }


def warcs() -> Mapping[str, bytes]:
    whole = http(page())
    return {
        "a length that is negative": record(whole, Content_Length="-1"),
        "a length of words": record(whole, Content_Length="all of it"),
        "a length of twenty digits": record(whole, Content_Length="9" * 20),
        "a length that is too short": record(whole, Content_Length="40") + record(whole),
        "a length that is too long by 1": record(whole, Content_Length=str(len(whole) + 1)) + record(whole),
        "a length that is too long by 9,999": record(whole, Content_Length=str(len(whole) + 9999)) + record(whole),
        "a length of nothing": record(whole, Content_Length="0") + record(whole),
        "no length": record(whole).replace(b"Content-Length", b"X-Length"),
        "two lengths": record(whole).replace(b"WARC-Date", b"Content-Length: 3\r\nWARC-Date"),
        "no type": record(whole).replace(b"WARC-Type", b"X-Type"),
        "a type that is none": record(whole, WARC_Type="\x00none"),
        "no address": record(whole).replace(b"WARC-Target-URI", b"X-URI"),
        "an address that is none": record(whole, "tarn"),
        "no date": record(whole).replace(b"WARC-Date", b"X-Date"),
        "a date of the year 9999": record(whole, WARC_Date="9999-12-31T23:59:59-23:59"),
        "another version": record(whole).replace(b"WARC/1.1", b"WARC/9.9"),
        "no version": record(whole).replace(b"WARC/1.1", b"WAR"),
        "a header of 10 MB": record(whole, WARC_Note="x" * (10 * 2**20)),
        "100,000 headers": record(whole).replace(
            b"WARC-Date", b"".join(b"X-%d: a\r\n" % n for n in range(100_000)) + b"WARC-Date"
        ),
        "no empty line after its headers": record(whole).replace(b"\r\n\r\nHTTP", b"\r\nHTTP"),
        "a response that is no HTTP": record(page()),
        "a status of words": record(whole.replace(b"200 OK", b"fine")),
        "a page that was not found": record(http(page(), status="404 Not Found")),
        "a page that moved": record(http(b"", "Location: /b", status="301 Moved Permanently")),
        "a picture": record(http(b"\x89PNG", kind="image/png")),
        "a body of nothing": record(http(b"")),
        "chunks that break off": record(http(b"ffff\r\n" + page(), "Transfer-Encoding: chunked")),
        "chunks of a negative size": record(http(b"-5\r\n" + page(), "Transfer-Encoding: chunked")),
        "gzip that breaks off": record(http(gzip.compress(page())[:-30], "Content-Encoding: gzip")),
        "gzip that is none": record(http(page(), "Content-Encoding: gzip")),
        "gzip in gzip": record(http(gzip.compress(gzip.compress(page())), "Content-Encoding: gzip, gzip")),
        "a bomb": record(http(gzip.compress(BOMB), "Content-Encoding: gzip")),
        "deflate that is damaged": record(http(b"\x78\x9c" + page(), "Content-Encoding: deflate")),
        "brotli that is damaged": record(http(b"\x1b\xff" + page(), "Content-Encoding: br")),
        "a coding that is none": record(http(page(), "Content-Encoding: rot13")),
        "a digest that is wrong": record(whole, WARC_Payload_Digest="sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        "a digest that is none": record(whole, WARC_Payload_Digest="sha1:"),
        "a segment": record(whole, WARC_Segment_Number="1"),
        "a revisit of nothing": record(whole, WARC_Type="revisit"),
        "an address twice": record(whole) + record(whole),
        "a record between damage": b"\x00" * 99 + record(whole) + b"\xff" * 99 + record(whole),
        "no record at all": b"WARC/1.1\r\n",
    }


def feeds() -> Mapping[str, bytes]:
    def rss(items: str, head: str = "") -> bytes:
        channel = f"<channel><title>Herald</title>{items}</channel>"
        return f'<?xml version="1.0"?>{head}<rss version="2.0">{channel}</rss>'.encode()

    item = f"<item><title>{TITLE}</title><link>{ADDRESS}</link><description>{FIRST}</description>{{}}</item>"
    bomb = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    return {
        "no items": rss(""),
        "an item of nothing": rss("<item/>"),
        "1,000 items of nothing": rss("<item/>" * 1000),
        "no channel": b'<rss version="2.0"/>',
        "a date of the year 9999": rss(item.format("<pubDate>Fri, 31 Dec 9999 23:59:59 -2359</pubDate>")),
        "a date of the year 0": rss(item.format("<pubDate>Sat, 01 Jan 0000 00:00:00 GMT</pubDate>")),
        "a date on 45 March": rss(item.format("<pubDate>Sat, 45 Mar 2031 12:00:00 GMT</pubDate>")),
        "an offset of 99 hours": rss(item.format("<pubDate>Sat, 01 Mar 2031 12:00:00 +9999</pubDate>")),
        "an address that is none": rss(item.replace(ADDRESS, "http://[::1").format("")),
        "entities within entities": rss(item.format("&a11;"), f"<!DOCTYPE rss [<!ENTITY a0 'x'>{bomb}]>"),
        "an entity from a file": rss(item.format("&a;"), "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
        "a doctype from elsewhere": rss(item.format(""), "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/a.dtd'>"),
        "a tag that does not end": rss(item.format("<guid")),
        "tags in the wrong order": rss(item.format("<a><b></a></b>")),
        "a prefix that stands for nothing": rss(item.format("<x:y/>")),
        "an encoding that lies": rss(item.format("")).replace(b"?>", b" encoding='utf-16'?>", 1),
        "an encoding that is none": rss(item.format("")).replace(b"?>", b" encoding='x-none'?>", 1),
        "XML 9.9": rss(item.format("")).replace(b"1.0", b"9.9"),
        "text before its declaration": b"feed: " + rss(item.format("")),
        "two roots": rss(item.format("")) * 2,
        "a root that is another": b"<opml><body/></opml>",
        "a sitemap of nothing": b"<urlset/>",
        "a sitemap of what is no address": b"<urlset><url><loc>tarn</loc><lastmod>9999-99-99</lastmod></url></urlset>",
        "a news item of nothing": b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>",
        "a news message of nothing": b"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'/>",
        "a NITF of nothing": b"<nitf/>",
        "a NITF without a body": f"<nitf><head><title>{TITLE}</title></head></nitf>".encode(),
        "an Atom of nothing": b"<feed xmlns='http://www.w3.org/2005/Atom'/>",
        "an Atom entry of binary": b"<feed xmlns='http://www.w3.org/2005/Atom'>"
        b"<entry><content type='image/png'>AAAA</content></entry></feed>",
    }


def wires() -> Mapping[str, bytes]:
    """Ninjs (IPTC) and other JSON."""
    return {
        "a number": b"7",
        "a string": b'"The trust met."',
        "a list of nothing": b"[]",
        "a list of numbers": b"[1, 2, 3]",
        "an object of nothing": b"{}",
        "an item without a body": json.dumps({"uri": ADDRESS, "headline": TITLE}).encode(),
        "a body that is a list": json.dumps({"uri": ADDRESS, "body_text": [TEXT]}).encode(),
        "a body that is an object": json.dumps({"uri": ADDRESS, "body_xhtml": {"a": TEXT}}).encode(),
        "bodies of nothing": json.dumps({"uri": ADDRESS, "bodies": [None, {}, 7]}).encode(),
        "a byline that is an object": json.dumps({"uri": ADDRESS, "body_text": TEXT, "byline": {"a": 1}}).encode(),
        "a date that is a number": json.dumps({"uri": ADDRESS, "body_text": TEXT, "versioncreated": 1}).encode(),
        "a date of the year 9999": json.dumps(
            {"uri": ADDRESS, "body_text": TEXT, "versioncreated": "9999-12-31T23:59:59-23:59"}
        ).encode(),
        "an item in itself 900 deep": b'{"items":[' * 900 + b"]}" * 900,
        "an uri that is none": json.dumps({"uri": "\ud800", "body_text": TEXT}).encode(),
    }


def mails() -> Mapping[str, bytes]:
    def mail(body: str, kind: str = "text/plain; charset=utf-8", more: str = "") -> bytes:
        head = f"From: Ada <ada@harl.example>\nSubject: {TITLE}\n{more}MIME-Version: 1.0\nContent-Type: {kind}\n"
        return f"{head}\n{body}".encode()

    parts = f"--b\nContent-Type: text/plain\n\n{TEXT}\n"
    return {
        "no body": mail(""),
        "no headers": TEXT.encode(),
        "headers alone": b"From: a@b.example\nSubject: a",
        "a boundary that is not there": mail(TEXT, 'multipart/mixed; boundary="b"'),
        "no boundary": mail(parts, "multipart/mixed"),
        "a boundary that does not end": mail(parts, 'multipart/mixed; boundary="b"'),
        "a boundary of 10 kB": mail(parts, f'multipart/mixed; boundary="{"b" * 10_000}"'),
        "parts in parts, 500 deep": mail(
            "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(500)),
            "multipart/mixed; boundary=b0",
        ),
        "2,000 parts": mail(parts * 2000, "multipart/mixed; boundary=b"),
        "base64 that is none": mail("%%%", more="Content-Transfer-Encoding: base64\n"),
        "a coding that is none": mail(TEXT, more="Content-Transfer-Encoding: rot13\n"),
        "quoted-printable that is none": mail("=ZZ=\n=", more="Content-Transfer-Encoding: quoted-printable\n"),
        "a charset that is none": mail("In\u00e9s", "text/plain; charset=x-none"),
        "a charset with a NUL": mail(TEXT + " \u00e9", "text/plain; charset=u\0tf-8").replace(b"\xc3\xa9", b"\xe9"),
        "a charset that is no text": mail(TEXT, "text/plain; charset=zlib_codec"),
        "a kind that is none": mail(TEXT, "text"),
        "a kind of punctuation": mail(TEXT, ";;==;\"'"),
        "a date of the year 9999": mail(TEXT, more="Date: Fri, 31 Dec 9999 23:59:59 -2359\n"),
        "a date that is none": mail(TEXT, more="Date: \x00\n"),
        "words that are encoded wrongly": mail(TEXT, more="X: =?utf-8?b?%%?= =?none?q?a?=\n").replace(
            TITLE.encode(), b"=?x-none?b?AAAA?= =?utf-8?q?=ZZ?="
        ),
        "a sender of brackets": mail(TEXT).replace(b"Ada <ada@harl.example>", b"<<<>>>(((@" * 50),
        "a subject of 1 MB": mail(TEXT).replace(TITLE.encode(), b"a" * 2**20),
        "itself attached, 200 deep": b"Content-Type: message/rfc822\n\n" * 200 + mail(TEXT),
        "HTML of nothing": mail("<html></html>", "text/html"),
    }


def tables() -> Mapping[str, bytes]:
    return {
        "no text": b"id,title\n1,Quarry\n",
        "one text column twice": b"text,text\nOne.,Two.\n",
        "names alone": b"id,text\n",
        "more cells than names": b"id,text\n1,One.,2,3\n",
        "fewer cells than names": b"id,url,text\n1\n",
        "a quotation mark that does not end": b'id,text\n1,"One.\n2,Two.\n',
        "a cell of 1 MB": b"id,text\n1," + b"x" * 2**20 + b"\n",
        "100,000 columns": b",".join(b"c%d" % n for n in range(100_000)) + b",text\n",
        "a NUL": b"id,text\n1,On\0e.\n",
        "one id twice": b"id,text\n1,One.\n1,Two.\n",
        "a date that is none": b"text,published\nOne.,yesterday\n",
        "empty lines": b"\n\n\nid,text\n\n\n1,One.\n\n",
        "semicolons and commas": b"id;text,title\n1;One.,Two.\n",
    }


def parquets() -> Mapping[str, bytes]:
    def table(columns: Mapping[str, object]) -> bytes:
        made = io.BytesIO()
        parquet.write_table(pa.table(dict(columns)), made)
        return made.getvalue()

    return {
        "no columns": table({}),
        "no rows": table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}),
        "no text": table({"id": ["1"], "title": ["Quarry"]}),
        "a text of numbers": table({"id": ["1"], "text": [7]}),
        "a text of lists": table({"id": ["1"], "text": [[TEXT]]}),
        "a text that is missing": table({"id": ["1"], "text": pa.array([None], pa.string())}),
        "a text of bytes": table({"id": ["1"], "text": pa.array([b"\xff\xfe"], pa.binary())}),
        "a date of the year 9999": table({"text": [TEXT], "published": pa.array([253402300799], pa.timestamp("s"))}),
        "marks alone": b"PAR1PAR1",
        "a footer that is longer than it": b"PAR1" + b"\xff\xff\xff\x7f" + b"PAR1",
    }


def pdfs() -> Mapping[str, bytes]:
    whole = pdf([Words(60, 740, TITLE, 20), Words(60, 700, FIRST)])
    return {
        "no pages": pdf(),
        "a page of nothing": pdf([]),
        "marks alone": b"%PDF-1.7\n%%EOF",
        "no table of places": whole.replace(b"xref", b"xxxx"),
        "places that are wrong": whole.replace(b"startxref\n", b"startxref\n9"),
        "a page that is its own parent": whole.replace(b"/Parent 2 0 R", b"/Parent 4 0 R"),
        "a page that holds itself": whole.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R 2 0 R 2 0 R]"),
        "99,999,999 pages": whole.replace(b"/Count 1", b"/Count 99999999"),
        "a stream of another length": whole.replace(b"/Length ", b"/Length 9999999"),
        "a page of no size": whole.replace(b"[0 0 595 842]", b"[0 0 0 0]"),
        "a page of 1e30 points": whole.replace(b"[0 0 595 842]", b"[0 0 1e30 1e30]"),
        "letters of no size": pdf([Words(60, 740, TITLE, 0), Words(60, 700, FIRST, -10)]),
        "words beyond the page": pdf([Words(-1e6, 1e6, TITLE), Words(1e6, -1e6, FIRST)]),
        "a lock": whole.replace(b"/Root", b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (x) /U (y) >> /Root"),
        "no font": whole.replace(b"/Type1", b"/None").replace(b"/Helvetica", b"/None"),
    }


def archives() -> Mapping[str, bytes]:
    """WACZ files."""
    whole = gzip.compress(record(http(page())))

    def archive(members: Mapping[str, bytes], **how: int) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", **how) as opened:
            for name, data in members.items():
                opened.writestr(name, data)
        return made.getvalue()

    good = archive({"archive/a.warc.gz": whole})
    return {
        "nothing in it": archive({}),
        "no archive": archive({"pages/pages.jsonl": b"{}"}),
        "an archive of nothing": archive({"archive/a.warc.gz": b""}),
        "an archive that is none": archive({"archive/a.warc.gz": b"no gzip"}),
        "an archive that breaks off": archive({"archive/a.warc.gz": whole[:-40]}),
        "a good one and a bad one": archive({"archive/a.warc.gz": whole, "archive/b.warc.gz": whole[:40]}),
        "names that lead out": archive({"archive/../../../etc/a.warc.gz": whole}),
        "a bomb": archive({"archive/a.warc": BOMB}, compression=zipfile.ZIP_DEFLATED),
        "a bomb in its archive": archive({"archive/a.warc.gz": gzip.compress(BOMB)}),
        "a directory that is damaged": good.replace(b"PK\x01\x02", b"PK\x09\x09"),
        "a size that lies": good.replace(len(whole).to_bytes(4, "little"), (2**31).to_bytes(4, "little")),
        "a method that is none": good.replace(b"\x14\x00\x00\x00\x00\x00", b"\x14\x00\x00\x00\x63\x00"),
        "a lock": good.replace(b"\x14\x00\x00\x00\x00\x00", b"\x14\x00\x01\x00\x00\x00"),
        "1,000 folders": archive({f"archive/{n}/": b"" for n in range(1000)}),
    }


def compressed() -> Mapping[str, Mapping[str, bytes]]:
    line = json.dumps(RECORD).encode()
    return {
        ".jsonl.gz": {
            "a bomb": gzip.compress(BOMB + line),
            "another method": b"\x1f\x8b\x07" + gzip.compress(line)[3:],
            "a checksum that is wrong": gzip.compress(line)[:-8] + bytes(8),
            "gzip in gzip": gzip.compress(gzip.compress(line)),
        },
        ".xml.gz": {"a bomb": gzip.compress(BOMB), "no XML": gzip.compress(line)},
        ".warc.gz": {
            "a bomb": gzip.compress(b"WARC/1.1\r\n" + BOMB),
            "a member that is damaged": gzip.compress(record(http(page()))) + b"\x1f\x8b\x08" + bytes(40),
            "no WARC": gzip.compress(line),
        },
        ".warc.zst": {
            "a bomb": zstd.compress(b"WARC/1.1\r\n" + BOMB),
            "a dictionary that is none": b"\x5d\x2a\x4d\x18"
            + (8).to_bytes(4, "little")
            + b"no dict."
            + zstd.compress(line),
            "a dictionary of 4 GB": b"\x5d\x2a\x4d\x18" + b"\xff" * 4 + b"none",
            "no WARC": zstd.compress(line),
        },
    }


def saved() -> Mapping[str, bytes]:
    """MHTML."""
    head = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n"
    return {
        "no parts": head + b"\n",
        "no page in it": head + b"\n--b\nContent-Type: image/png\n\nAAAA\n--b--",
        "a page of nothing": head + b"\n--b\nContent-Type: text/html\n\n\n--b--",
        "an address that is none": head
        + b"Snapshot-Content-Location: ://\n\n--b\nContent-Type: text/html\n\n"
        + page(),
        "base64 that is none": head + b"\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + page(),
        "a page that does not end": head + b"\n--b\nContent-Type: text/html\n\n" + page()[:300],
    }


def texts() -> Mapping[str, bytes]:
    return {
        "marked as UTF-16, of an odd length": b"\xff\xfeT\x00h",
        "marked as UTF-32, and none": b"\xff\xfe\x00\x00T",
        "Windows-1252 of one accent": "Inés said nothing.".encode("cp1252"),
        "two encodings": "Inés ".encode("cp1252") + "Inés".encode(),
        "UTF-8 that is too long for its character": b"The trust \xc0\xaf met.",
        "UTF-8 beyond the last character": b"The trust \xf4\x90\x80\x80 met.",
        "UTF-7": "Inés Peña said nothing.".encode("utf-7"),
        "ISO-2022-JP": "採石場の信託は月曜日に会合を開いた。".encode("iso2022_jp"),
        "EBCDIC": TEXT.encode("cp037"),
        "directions that are turned": "The \u202etrust\u202c met on \u2067Monday\u2069.".encode(),
        "characters of no width alone": ("\u200b\u200d\ufeff" * 9).encode(),
        "noncharacters": "The trust \ufffe\uffff\U0010ffff met.".encode(),
        "17 MB": b"x" * (17 * 2**20),
    }


def broken() -> list[tuple[str, str, bytes]]:
    """The suffix of each, what is wrong with it, and what it is."""
    by_suffix: dict[str, Mapping[str, bytes]] = {
        ".txt": texts(),
        ".html": html(),
        ".jsonl": json_lines(),
        ".json": wires(),
        ".csv": tables(),
        ".parquet": parquets(),
        ".xml": feeds(),
        ".eml": mails(),
        ".mhtml": saved(),
        ".pdf": pdfs(),
        ".warc": warcs(),
        ".wacz": archives(),
    }
    every = [*by_suffix.items(), *compressed().items()]
    return [(suffix, kind, data) for suffix, files in every for kind, data in files.items()]

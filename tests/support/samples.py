"""One small file of each format, by its name, all of the same invented story."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pyarrow as pa
from backports import zstd
from pdfs import Words, column, pdf
from pyarrow import parquet
from warcs import http, page, record

TITLE = "Quarry trust meets"
FIRST = "The quarry trust met on Monday, Ada Brunt said, and it signed nothing at all that day."
SECOND = "Nobody from the council came, and the road to the quarry stays shut until the spring."
TEXT = f"{FIRST}\n\n{SECOND}"
MARKED = f"<p>{FIRST}</p><p>{SECOND}</p>"
ADDRESS = "https://tarn.example/quarry"
RECORD = {"id": "quarry-1", "url": ADDRESS, "title": TITLE, "published": "2031-03-01", "text": TEXT}
NINJS = {"uri": ADDRESS, "versioncreated": "2031-03-01T12:00:00Z", "headline": TITLE, "body_html": MARKED}
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Tarn Herald</title><item><title>{TITLE}</title><link>{ADDRESS}</link>
<pubDate>Sat, 01 Mar 2031 12:00:00 GMT</pubDate>
<content:encoded><![CDATA[{MARKED}]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn Herald</title><entry><title>{TITLE}</title>
<id>{ADDRESS}</id><link href="{ADDRESS}"/><published>2031-03-01T12:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKED}</div></content></entry></feed>"""
NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="{ADDRESS}"><contentMeta>
<headline>{TITLE}</headline><contentCreated>2031-03-01T12:00:00Z</contentCreated></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body>{MARKED}</body></html></inlineXML></contentSet></newsItem></itemSet>
</newsMessage>"""
NITF = f"""<nitf><head><docdata><date.issue norm="20310301T120000Z"/></docdata></head><body><body.head><hedline>
<hl1>{TITLE}</hl1></hedline></body.head><body.content>{MARKED}</body.content></body></nitf>"""
MAIL = f"""From: Ada Brunt <ada@harl.example>
Date: Sat, 1 Mar 2031 12:00:00 +0000
Subject: {TITLE}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{TEXT}
"""
SAVED = f"""From: <Saved by Blink>
Snapshot-Content-Location: {ADDRESS}
Date: Sat, 1 Mar 2031 12:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html; charset=utf-8

{page().decode()}
--b--
"""
WARC = record(b"software: x\r\n", WARC_Type="warcinfo") + record(http(page()))


def files() -> dict[str, bytes]:
    """By name."""
    table, archive = io.BytesIO(), io.BytesIO()
    parquet.write_table(pa.table({name: [value] for name, value in RECORD.items()}), table)
    with zipfile.ZipFile(archive, "w") as members:
        members.writestr("archive/a.warc.gz", gzip.compress(WARC))
    lines = ["The quarry trust met on Monday, Ada Brunt", "said, and it signed nothing at all that day."]
    cells = ",".join(f'"{value}"' for value in RECORD.values())
    return {
        "a.txt": TEXT.encode(),
        "a.html": page(),
        "a.jsonl": json.dumps(RECORD).encode(),
        "a.jsonl.gz": gzip.compress(json.dumps(RECORD).encode()),
        "a.json": json.dumps(NINJS).encode(),
        "a.csv": f"{','.join(RECORD)}\n{cells}\n".encode(),
        "a.parquet": table.getvalue(),
        "a.rss": RSS.encode(),
        "a.atom": ATOM.encode(),
        "a.xml": NEWSML.encode(),
        "b.xml": NITF.encode(),
        "a.xml.gz": gzip.compress(NEWSML.encode()),
        "a.eml": MAIL.encode(),
        "a.mhtml": SAVED.encode(),
        "a.pdf": pdf([Words(60, 740, TITLE, 20), *column(60, 700, lines)]),
        "a.warc": WARC,
        "a.warc.gz": gzip.compress(WARC),
        "a.warc.zst": zstd.compress(WARC),
        "a.wacz": archive.getvalue(),
    }

from __future__ import annotations

import gzip

import pytest

from provenance.readers.sniffing import sniff

NINJS = b'{\n  "uri": "urn:harl:1",\n  "body_text": "The trust met."\n}'


@pytest.mark.parametrize(
    ("head", "suffix"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"PAR1\x15\x04", ".parquet"),
        (b"PK\x03\x04\x14", ".wacz"),
        (b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", ".warc"),
        (gzip.compress(b"WARC/1.0\r\n" * 9000, mtime=0), ".warc.gz"),
        (b"\x28\xb5\x2f\xfd\x04", ".warc.zst"),
        (b"\x5d\x2a\x4d\x18\x04", ".warc.zst"),
        (gzip.compress(b'{"text": "a"}\n', mtime=0), ".jsonl.gz"),
        (gzip.compress(b"<urlset></urlset>", mtime=0), ".xml.gz"),
        (b"\x1f\x8b\x08\xff\xff\xff", ".txt"),
        (b'<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0">', ".xml"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", ".xml"),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", ".xml"),
        (b"<sitemapindex>", ".xml"),
        (b"<newsMessage>", ".xml"),
        (b'<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>', ".xml"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', ".html"),
        (b"\xef\xbb\xbf <p>The trust met.", ".html"),
        (NINJS, ".json"),
        (NINJS.replace(b"\n", b" "), ".json"),
        (b"[" + NINJS + b"]", ".json"),
        (b'[{"text": "a"}, {"text": "b"}]', ".json"),
        (b'{"text": "a", "headlines": 1}\n', ".jsonl"),
        (NINJS.replace(b"\n", b" ") + b"\n" + NINJS.replace(b"\n", b" "), ".jsonl"),
        (b'{"text": "%s' % (b"x" * 5000), ".jsonl"),
        (b"[Monday] The trust met.", ".txt"),
        (b"[1] The trust met.", ".txt"),
        (b"Received: from a\r\nFrom: Ada <a@harl.example>\r\nSubject: x\r\n\r\nText", ".eml"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tarn.example/\r\n", ".mhtml"),
        (b"Subject: to change, said the trust.\n\nIt met.", ".txt"),
        (b"From: a village in Harl, a story.\n\nIt met.", ".txt"),
        (b"id,title,text\na,b,c\n", ".csv"),
        (b'"Text"\t"url"\n', ".csv"),
        (b"text, and more of it\n", ".txt"),
        (b"", ".txt"),
    ],
)
def test_how_a_format_begins(head: bytes, suffix: str) -> None:
    assert sniff(head) == suffix

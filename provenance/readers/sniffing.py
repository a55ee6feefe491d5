"""Which format it is, told by how it begins: for standard input, and whatever else comes without a name."""

from __future__ import annotations

import json
import re

from provenance.readers.compressed import beginning
from provenance.readers.records import FIELDS
from provenance.readers.roots import FEEDS, SITEMAPS, root_name

_START_OF_HTML = re.compile(rb"<(?:!doctype|!--|\?xml|[a-z])", re.IGNORECASE)
_XML = FEEDS | SITEMAPS | {"newsItem", "packageItem", "newsMessage", "nitf"}
_BINARY = {
    b"%PDF-": ".pdf",
    b"PAR1": ".parquet",
    b"PK\x03\x04": ".wacz",
    b"WARC/": ".warc",
    b"\x28\xb5\x2f\xfd": ".warc.zst",
    b"\x5d\x2a\x4d\x18": ".warc.zst",
}
_GZIPPED = {".warc": ".warc.gz", ".xml": ".xml.gz", ".jsonl": ".jsonl.gz"}
_NINJS = re.compile(
    rb'"(?:body_\w+|bodies|headlines|pubstatus|versioncreated|firstcreated|contentcreated|representationtype|'
    rb'copyrightholder|infosources?|renditions|associations)"\s*:',
    re.IGNORECASE,
)
_HEADERS = re.compile(
    rb"(?:From |(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|DKIM-Signature|"
    rb"Content-Type|Snapshot-Content-Location|ARC-Seal|X-[\w-]+):)",
    re.IGNORECASE,
)
_OF_MAIL = re.compile(rb"^(?:From:.*[@<]|MIME-Version:)", re.IGNORECASE | re.MULTILINE)
_OF_A_PAGE = re.compile(
    rb"^(?:Snapshot-Content-Location|From: <Saved by)|multipart/related", re.IGNORECASE | re.MULTILINE
)


def sniff(head: bytes) -> str:
    """The suffix of the format that begins with `head`, white space and a byte order mark left out.

    By the marks of binary formats, the root of XML, the fields of JSON, the headers of mail, the names of columns. Any
    other tag, comment, doctype or XML declaration is HTML, "{" is JSON Lines, and anything else plain text.
    """
    for mark, suffix in _BINARY.items():
        if head.startswith(mark):
            return suffix
    if head.startswith(b"\x1f\x8b"):
        return _GZIPPED.get(sniff(beginning(head)), ".txt")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    root = root_name(start)
    if root in _XML or root.rpartition(":")[2] in _XML:
        return ".xml"
    if _START_OF_HTML.match(start):
        return ".html"
    if start[:1] in (b"{", b"["):
        return _of_json(start)
    if _HEADERS.match(start) and _OF_MAIL.search(start):
        return ".mhtml" if _OF_A_PAGE.search(start) else ".eml"
    return ".csv" if _names_columns(start) else ".txt"


def _of_json(start: bytes) -> str:
    """A line that is an object with a text is JSON Lines; an object or list that goes on over lines is JSON."""
    line, _, more = start.partition(b"\n")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict):
        return ".jsonl" if more.strip() or "text" in value or not _NINJS.search(line) else ".json"
    if start.startswith(b"["):
        return ".json" if isinstance(value, list) or re.match(rb"\[\s*[{\[\]]", start) else ".txt"
    return ".json" if _NINJS.search(start) else ".jsonl"


def _names_columns(start: bytes) -> bool:
    """Whether the first line names columns of articles, `text` and one more."""
    names = {
        name.strip(" \"'\r").lower()
        for name in re.split(r"[,;\t|]", start.split(b"\n", 1)[0].decode("utf-8", "replace"))
    }
    return "text" in names and len(names & set(FIELDS)) > 1

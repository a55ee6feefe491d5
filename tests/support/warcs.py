"""WARC records made by hand, right and wrong."""

from __future__ import annotations

import base64
import hashlib

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    "<p>The quarry trust met on Monday, Ada Brunt said, and it signed nothing at all that day.</p>"
    "<p>{more} Nobody from the council came, and the road to the quarry stays shut until spring.</p>"
    "</article></body></html>"
)


def page(title: str = "Quarry trust meets", more: str = "It meets again.") -> bytes:
    return PAGE.format(title=title, more=more).encode()


def http(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers])
    return f"{head}\r\n\r\n".encode() + body


def record(content: bytes, address: str = "https://tarn.example/quarry", **fields: str) -> bytes:
    """A response of 1 March 2031; a field of `fields` replaces its own, "_" standing for "-"."""
    named = {
        "WARC-Type": "response",
        "WARC-Target-URI": address,
        "WARC-Date": "2031-03-01T12:00:00Z",
        "WARC-Record-ID": "<urn:uuid:1>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(content)),
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + content + b"\r\n\r\n"


def sha1(data: bytes) -> str:
    return f"sha1:{base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()}"

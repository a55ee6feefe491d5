"""Every kind of damage, done to a small file of every format."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from samples import files

from provenance.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ALIKE = {
    ".md": ".txt",
    ".htm": ".html",
    ".xhtml": ".html",
    ".mht": ".mhtml",
    ".ndjson": ".jsonl",
    ".ndjson.gz": ".jsonl.gz",
    ".tsv": ".csv",
}
"""Formats of one reader."""
MOJIBAKE = "Inés Peña’s “quarry” trust — naïve".encode().decode("cp1252", "replace").encode()
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
PROGRAM = b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00"
LONG = 10 * 2**20
"""Characters on one line."""
DEEP = 100_000
"""Tags, or brackets, in one another."""


def _part(tenths: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: len(data) * tenths // 10]


def _flipped(data: bytes) -> bytes:
    """One bit in each hundred bytes."""
    made = bytearray(data)
    for place in range(7, len(made), 100):
        made[place] ^= 1 << (place % 8)
    return bytes(made)


def _shuffled(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    random.Random(1).shuffle(lines)  # noqa: S311
    return b"".join(lines)


KINDS: Mapping[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "white space": lambda _: b" \r\n\t\n",
    "a mark alone": lambda _: b"\xef\xbb\xbf",
    "NULs alone": lambda _: bytes(300),
    "every byte": lambda _: bytes(range(256)) * 2,
    "a picture": lambda _: PICTURE,
    "a program": lambda _: PROGRAM,
    "JSON of null": lambda _: b"null",
    "a tenth": _part(1),
    "half": _part(5),
    "nine tenths": _part(9),
    "without its last byte": lambda data: data[:-1],
    "without its first byte": lambda data: data[1:],
    "without its middle": lambda data: data[: len(data) // 3] + data[2 * len(data) // 3 :],
    "backwards": lambda data: data[::-1],
    "twice": lambda data: data + data,
    "a mark before it": lambda data: b"\xef\xbb\xbf" + data,
    "rubbish before it": lambda data: b"\x01\x02rubbish\n" + data,
    "rubbish after it": lambda data: data + b"\n\x00\xffrubbish",
    "flipped bits": _flipped,
    "lines in another order": _shuffled,
    "NULs in words": lambda data: data.replace(b"quarry", b"qu\0rry"),
    "half a surrogate pair": lambda data: data.replace(b"quarry", b"\xed\xa0\x80"),
    "not UTF-8": lambda data: data.replace(b"quarry", b"qu\xe9rry"),
    "mojibake": lambda data: data.replace(b"quarry", MOJIBAKE),
    "UTF-16 throughout": lambda data: data.decode("latin-1").encode("utf-16"),
    "controls in words": lambda data: data.replace(b"quarry", b"\x1b]0;\x07\x08" * 9),
    "another charset named": lambda data: data.replace(b"utf-8", b"x-none-such"),
    "dates of the year 9999": lambda data: data.replace(b"2031", b"9999"),
    "dates of the year 0": lambda data: data.replace(b"2031", b"0000"),
    "a script for an address": lambda data: data.replace(b"https://tarn.example", b"javascript:alert(1)//"),
    "an address without end": lambda data: data.replace(b"tarn.example", b"tarn.example/" + b"a" * 9000),
    "larger numbers": lambda data: data.replace(b"1", b"99999999999999999999"),
    "ends of lines gone": lambda data: data.replace(b"\r", b"").replace(b"\n", b""),
    "quotation marks gone": lambda data: data.replace(b'"', b""),
}


def damaged() -> Iterator[tuple[str, str, bytes]]:
    """The suffix of each format, what was done to a file of it, and what it is now."""
    whole = {name.partition(".")[2]: data for name, data in files().items() if name.startswith("a.")}
    for suffix in READERS:
        data = whole[ALIKE.get(suffix, suffix).lstrip(".")]
        data = data.replace(b",", b"\t") if suffix == ".tsv" else data
        for kind, damage in KINDS.items():
            yield suffix, kind, damage(data)
    for suffix in (".txt", ".html", ".jsonl", ".json", ".csv", ".xml", ".eml", ".mhtml", ".warc"):
        data = whole[suffix.lstrip(".")]
        yield suffix, "10 MB on one line", data.replace(b"council", b"x" * LONG)
        yield suffix, "10 MB of nothing else", b"x" * LONG
        yield suffix, "100,000 tags in one another", data.replace(b"Nobody", b"<b>" * DEEP, 1)
        yield suffix, "100,000 brackets in one another", b"[" * DEEP
        yield suffix, "100,000 objects in one another", b'{"a":' * DEEP
    for suffix in (".html", ".xml", ".json"):
        yield suffix, "100,000 elements in one another", b"<a>" * DEEP
        yield suffix, "100,000 attributes", b"<a " + b" ".join(b"a%d='b'" % n for n in range(DEEP)) + b">"
    yield ".jsonl", "a record of 100,000 fields", json.dumps({f"a{n}": n for n in range(DEEP)}).encode()

from __future__ import annotations

import gzip
import io
import pickle
import zipfile
import zlib
from hashlib import sha256
from io import BytesIO

import brotli
import pytest
from backports import zstd
from files import article, articles, outcomes, reason, reasons
from pdfs import column, pdf
from warcs import http, page, record, sha1

from provenance.model import Capture
from provenance.readers import READERS, Document, Read, Skipped, compressed, warc_records
from provenance.readers.wacz import read_wacz

PAGE = page()
ONE = record(http(PAGE))
INFO = record(b"software: crawl\r\n", WARC_Type="warcinfo", Content_Type="application/warc-fields")
OTHERS = (
    INFO
    + record(b"GET / HTTP/1.1\r\n\r\n", WARC_Type="request")
    + record(http(b"", status="301 Moved Permanently"))
    + record(http(b"Not found", status="404 Not Found"))
    + record(http(b"\x89PNG", kind="image/png"))
    + record(http(b""), WARC_Type="revisit", WARC_Profile="http://netpreserve.org/warc/1.1/revisit/server-not-modified")
    + record(http(b"User-agent: *\nDisallow: /\n", kind="text/plain"), "https://tarn.example/robots.txt")
)


def packed(name: str, *records: bytes) -> bytes:
    if name.endswith(".gz"):
        return b"".join(map(gzip.compress, records))
    return b"".join(map(zstd.compress, records)) if name.endswith(".zst") else b"".join(records)


def bad(length: str, number: int = 1) -> bytes:
    return record(http(PAGE), f"https://tarn.example/{number}", Content_Length=length)


THE_RECORD = "the record of https://tarn.example/quarry"
GET_AGAIN = "get the archive again"
NAMES = pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])


@NAMES
def test_a_page_with_its_address_and_time(name: str) -> None:
    one = article(name, packed(name, OTHERS, ONE))
    assert (one.key, one.title, one.url) == ("a:8", "Quarry trust meets", "https://tarn.example/quarry")
    assert one.capture == Capture(sha256(PAGE).hexdigest(), "https://tarn.example/quarry", "2031-03-01T12:00:00Z")


@NAMES
def test_one_member_for_all_records(name: str) -> None:
    pack = {"a.warc": bytes, "a.warc.gz": gzip.compress, "a.warc.zst": zstd.compress}[name]
    two = record(http(page("Ferry late")), "https://tarn.example/ferry")
    assert [one.title for one in articles(name, pack(INFO + ONE + two))] == ["Quarry trust meets", "Ferry late"]


def test_documents_go_to_other_processes() -> None:
    [found] = READERS[".warc"](BytesIO(ONE), "a.warc")
    assert isinstance(found, Document)
    assert found.input == "a.warc:1"
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


@pytest.mark.parametrize(
    "answer",
    [
        http(zlib.compress(PAGE), "Content-Encoding: deflate"),
        http(zlib.compress(PAGE, wbits=-15), "Content-Encoding: deflate"),
        http(gzip.compress(PAGE, mtime=0), "Content-Encoding: gzip"),
        http(brotli.compress(PAGE), "Content-Encoding: br"),
        http(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked"),
        http(b"8;a=b\r\n%s\r\n%x\n%s\n0\r\n\r\n" % (PAGE[:8], len(PAGE) - 8, PAGE[8:]), "Transfer-Encoding: chunked"),
        http(PAGE, "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
        http(PAGE, "Content-Encoding: br"),
    ],
    ids=["zlib", "deflate", "gzip", "br", "chunks", "parted chunks", "undone before", "br undone before"],
)
def test_what_was_sent_is_what_is_read(answer: bytes) -> None:
    one = article("a.warc", record(answer))
    assert one.capture is not None
    assert one.capture.sha256 == sha256(PAGE).hexdigest()


def test_a_body_in_the_encoding_that_its_server_states() -> None:
    data = record(
        http("The quarry trust met, Inés Peña said.\n".encode("latin-1"), kind='text/plain; charset="iso-8859-1"')
    )
    assert article("a.warc", data).text == "The quarry trust met, Inés Peña said.\n"


def test_other_types_that_are_read() -> None:
    lines = [f"The quarry trust met on Monday, and {number} members came." for number in range(3)]
    data = record(http(pdf(column(60, 700, lines)), kind="application/pdf"), "https://tarn.example/a.pdf")
    data += record(PAGE, "https://tarn.example/saved", WARC_Type="resource", Content_Type="text/html")
    assert [one.url for one in articles("a.warc", data)] == ["https://tarn.example/a.pdf", "https://tarn.example/saved"]


def test_of_several_captures_the_latest_stands() -> None:
    second = record(http(page(more="It signed after all.")), WARC_Date="2031-03-02T12:00:00Z")
    assert len(articles("a.warc", ONE + second)) == 2
    assert outcomes("a.warc", second + ONE)[1:] == [
        Skipped(
            "a.warc:2",
            "https://tarn.example/quarry: captured 2031-03-01T12:00:00Z, before the capture of 2031-03-02T12:00:00Z "
            "that was read already: the later stands",
        )
    ]


def test_the_same_page_captured_again_is_read_once() -> None:
    assert len(articles("a.warc", ONE + record(http(PAGE), WARC_Date="2031-03-02T12:00:00Z"))) == 1


@pytest.mark.parametrize("fields", [{"WARC_Block_Digest": sha1(http(PAGE))}, {"WARC_Payload_Digest": sha1(PAGE)}])
def test_a_digest_that_holds_and_one_that_does_not(fields: dict[str, str]) -> None:
    assert len(articles("a.warc", record(http(PAGE), **fields))) == 1
    [name] = fields
    damaged = record(http(PAGE.replace(b"signed", b"sighed")), **fields)
    told = name.upper().replace("_", "-")
    assert reason("a.warc", damaged) == (f"https://tarn.example/quarry: not what its {told} says: damaged, {GET_AGAIN}")


def test_a_payload_digest_may_be_of_what_is_in_chunks() -> None:
    answer = http(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked")
    assert len(articles("a.warc", record(answer, WARC_Payload_Digest=sha1(PAGE)))) == 1


@NAMES
@pytest.mark.parametrize(
    ("length", "said"),
    [
        ("99", f"the record of https://tarn.example/1 does not end where its Content-Length of 99 says: {GET_AGAIN}"),
        ("900", f"the record of https://tarn.example/1 does not end where its Content-Length of 900 says: {GET_AGAIN}"),
        ("-5", f"the record of https://tarn.example/1 has no Content-Length that is a number: {GET_AGAIN}"),
        ("many", f"the record of https://tarn.example/1 has no Content-Length that is a number: {GET_AGAIN}"),
        ("9" * 40, f"the record of https://tarn.example/1 has no Content-Length that is a number: {GET_AGAIN}"),
        (
            "9999999",
            f"the record of https://tarn.example/1 breaks off before its Content-Length of 9999999: {GET_AGAIN}",
        ),
    ],
)
def test_after_a_bad_length_the_next_record_is_read(name: str, length: str, said: str) -> None:
    found = outcomes(name, packed(name, INFO, bad(length), ONE, record(http(page("Ferry")), "https://tarn.example/f")))
    assert [one.reason for one in found if isinstance(one, Skipped)] == [said]
    assert [one.article.title for one in found if isinstance(one, Read)] == ["Quarry trust meets", "Ferry"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "an archive of no record: give one that holds responses of type text/html"),
        (OTHERS, "an archive of 7 records, none of them a page: give one that holds responses of type text/html"),
        (b"The trust met.", f"no WARC record begins here, and what follows is left out up to the next: {GET_AGAIN}"),
        (
            b"WARC/1.1\r\n" + b"a: b\r\n" * 20_000,
            f"a record's header that breaks off, or has more than 64 KiB: {GET_AGAIN}",
        ),
        (
            ONE[:400],
            f"{THE_RECORD} breaks off before its Content-Length of {len(http(PAGE))}: {GET_AGAIN}",
        ),
        (
            record(http(PAGE), "https://[::x]/quarry"),
            "a page whose WARC-Target-URI is no web address: save the page itself, and give that",
        ),
        (record(b"nothing"), f"https://tarn.example/quarry: a response record without an HTTP status: {GET_AGAIN}"),
        (
            record(http(PAGE, "Content-Encoding: zstd")),
            "https://tarn.example/quarry: compressed as zstd, which is not read: save the page itself",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, said: str) -> None:
    assert reason("a.warc", data) == said


def test_a_damaged_member_is_left_out_and_the_next_is_read() -> None:
    damaged = bytearray(gzip.compress(record(http(page("Lost")), "https://tarn.example/lost")))
    damaged[40:60] = b"\xff" * 20
    found = outcomes("a.warc.gz", gzip.compress(INFO) + bytes(damaged) + gzip.compress(ONE))
    assert [one.article.title for one in found if isinstance(one, Read)] == ["Quarry trust meets"]
    assert len([one for one in found if isinstance(one, Skipped)]) == 1
    assert reasons("a.warc.gz", gzip.compress(ONE)[:-30])[0].endswith(GET_AGAIN)


def test_a_bomb_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compressed, "MEMBER_LIMIT", 2**20)
    bomb = record(b"\0" * 2**25, "https://tarn.example/bomb")
    for name in ("a.warc.gz", "a.warc.zst"):
        found = outcomes(name, packed(name, bomb, ONE))
        assert [type(one) for one in found] == [Skipped, Read]


def test_a_record_that_is_too_large_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "CONTENT_LIMIT", 2**20)
    large = record(b"\0" * (2**20 + 1), "https://tarn.example/film")
    assert len(articles("a.warc", large + ONE)) == 1
    page_ = record(b" " * (2**20 + 1), WARC_Type="resource", Content_Type="text/html")
    assert reasons("a.warc", page_ + ONE) == [
        "https://tarn.example/quarry: larger than 16 MiB, the most one article may have: split it, one article a file"
    ]


def test_a_dictionary_of_zstandard() -> None:
    dictionary = zstd.train_dict([page(str(number)) * 3 for number in range(200)], 4000)
    held = dictionary.dict_content
    frame = b"\x5d\x2a\x4d\x18" + len(held).to_bytes(4, "little") + held
    assert article("a.warc.zst", frame + zstd.compress(ONE, zstd_dict=dictionary)).title == "Quarry trust meets"


def wacz(*members: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


DATAPACKAGE = ("datapackage.json", b"{}")


def test_a_wacz() -> None:
    second = record(http(page(more="It signed after all.")), WARC_Date="2031-03-02T12:00:00Z")
    data = wacz(DATAPACKAGE, ("archive/b.warc.gz", gzip.compress(ONE)), ("archive/a.warc", OTHERS + second))
    found = outcomes("crawl.wacz", data)
    assert isinstance(found[0], Read)
    assert found[0].input == "crawl.wacz:archive/a.warc:8"
    assert isinstance(found[1], Skipped)
    assert found[1].input == "crawl.wacz:archive/b.warc.gz:1"


def test_a_wacz_that_comes_as_a_stream() -> None:
    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

    assert len(list(read_wacz(Stream(wacz(("archive/a.warc", ONE))), "-"))) == 1


def test_names_in_a_zip_file_are_no_paths() -> None:
    data = wacz(("archive/../../../../tmp/a.warc", ONE), ("/archive/b.warc", ONE), ("archive/c.warc", OTHERS))
    [one] = articles("crawl.wacz", data)
    assert one.capture is not None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"PK\x03\x04",
            "damaged ZIP file (File is not a zip file): get the archive again; what was read so far is kept",
        ),
        (wacz(DATAPACKAGE), "a ZIP file without a WARC under archive/, which a WACZ has: give the WARC itself"),
        (
            wacz(("archive/a.warc", INFO)),
            "an archive of 1 record, none of them a page: give one that holds responses of type text/html",
        ),
    ],
)
def test_a_wacz_that_cannot_be_read(data: bytes, said: str) -> None:
    assert reason("crawl.wacz", data) == said


def test_a_bomb_in_a_zip_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compressed, "MEMBER_LIMIT", 2**20)
    bomb = record(b"\0" * 2**24, "https://tarn.example/bomb")
    data = wacz(("archive/a.warc", bomb), ("archive/b.warc", ONE), method=zipfile.ZIP_DEFLATED)
    found = outcomes("crawl.wacz", data)
    assert found[0] == Skipped(
        "crawl.wacz:archive/a.warc",
        f"it would expand to {len(bomb):,} bytes, more than a hundredfold: give the WARC",
    )
    assert isinstance(found[1], Read)

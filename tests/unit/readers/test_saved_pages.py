from __future__ import annotations

from hashlib import sha256

import pytest
from files import article, reason
from warcs import page

from provenance.model import Capture

PAGE = page()
ADDRESS = "https://tarn.example/quarry"


def mhtml(page: bytes = PAGE, address: str = ADDRESS, kind: str = "text/html") -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: %b\r\nSubject: Quarry\r\n"
        b"Date: Sat, 1 Mar 2031 14:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
        b"----b\r\nContent-Type: %b; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        b"Content-Location: %b\r\n\r\n%b\r\n"
        b"----b\r\nContent-Type: image/png\r\nContent-Location: cid:1\r\n\r\n\x89PNG\r\n----b--\r\n"
    ) % (address.encode(), kind.encode(), ADDRESS.encode(), page)


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht"])
def test_a_page_saved_whole(name: str) -> None:
    data = mhtml()
    one = article(name, data)
    assert (one.title, one.url) == ("Quarry trust meets", ADDRESS)
    assert one.capture == Capture(sha256(data).hexdigest(), ADDRESS, "2031-03-01T12:00:00Z")


def test_its_address_may_stand_at_the_page_itself() -> None:
    one = article("a.mht", mhtml(address=""))
    assert one.capture is not None
    assert one.capture.address == ADDRESS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mhtml(kind="text/css"), "a saved page without a part of type text/html: save it again, or as .html"),
        (b"<html>", "no message: it does not begin with headers such as From and Date; save it again"),
    ],
)
def test_a_saved_page_that_is_not_read(data: bytes, said: str) -> None:
    assert reason("a.mhtml", data) == said


SINGLE_FILE = """<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://tarn.example/quarry
 saved date: {date}
-->"""


@pytest.mark.parametrize(
    ("date", "time"),
    [
        ("Sat Mar 01 2031 14:00:00 GMT+0200 (Central European Time)", "2031-03-01T12:00:00Z"),
        ("Sat Mär 01 2031", None),
        ("Sat Feb 31 2031 14:00:00 GMT+0200", None),
    ],
)
def test_a_page_saved_by_singlefile(date: str, time: str | None) -> None:
    data = PAGE.replace(b"<!DOCTYPE html><html lang='en'>", SINGLE_FILE.format(date=date).encode())
    assert article("a.html", data).capture == Capture(sha256(data).hexdigest(), ADDRESS, time)


def test_the_mark_of_the_web() -> None:
    data = b"<!-- saved from url=(0027)https://tarn.example/quarry -->\r\n" + PAGE
    assert article("a.html", data).capture == Capture(sha256(data).hexdigest(), ADDRESS)

"""What a page leads to, also where it lies compressed."""

from __future__ import annotations

import gzip

import pytest

from provenance.errors import InputError
from provenance.fetching.bodies import LIMIT
from provenance.fetching.feeds import Item
from provenance.fetching.fetcher import Page
from provenance.fetching.results import is_list, leads
from provenance.readers import decode

SITEMAP = b"<urlset><url><loc>https://tarsk.example/1</loc></url></urlset>"


def page(content: bytes) -> Page:
    return Page("https://tarsk.example/a", "2031-03-01T12:00:00Z", content, "", "", "", "")


@pytest.mark.parametrize("content", [SITEMAP, gzip.compress(SITEMAP)], ids=["plain", "packed"])
def test_a_list_is_read_as_it_is_and_compressed(content: bytes) -> None:
    assert is_list(page(content))
    assert leads(page(content)) == [Item("https://tarsk.example/1")]


def test_a_sitemap_may_unpack_to_what_a_file_of_it_may() -> None:
    """More than a page may have: a sitemap may have 50 MB (https://www.sitemaps.org/protocol.html)."""
    assert leads(page(gzip.compress(SITEMAP + b" " * (LIMIT + 1)))) == [Item("https://tarsk.example/1")]


def test_only_the_beginning_tells_a_list() -> None:
    """So that an archive that unpacks to much is left to its own reader."""
    assert not is_list(page(gzip.compress(b"WARC/1.1\r\n" + b" " * 2**20)[:200]))
    assert not is_list(page(b"\x1f\x8b\x08 no gzip"))


def test_what_unpacks_beyond_the_limit_or_is_damaged_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "COLLECTION_LIMIT", 2**20)
    with pytest.raises(InputError, match=r"^larger than 1 MiB, the most that is read at once"):
        leads(page(gzip.compress(SITEMAP + b" " * 2**20)))
    with pytest.raises(InputError, match=r"^damaged gzip file \(.*\): get it again"):
        leads(page(gzip.compress(SITEMAP)[:-9]))

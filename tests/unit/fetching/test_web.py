"""Addresses as sources: a page, a feed with its pages, and what did not change."""

from __future__ import annotations

import gzip
import sys
from typing import TYPE_CHECKING

import pytest
from served import page, serving

from provenance import Library, extract
from provenance.errors import StoreError
from provenance.fetching import Fetching, Web
from provenance.library import Extracted, Ingested, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from served import Asked, Script, Site

BODY = (
    "The harbour master of Tarsk said on Tuesday that the east quay would stay closed until the cranes are mended. "
    "“Nobody will unload there before May,” said Orla Brask, the harbour master."
)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.fetching.waiting.PAUSE", 0.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def article(title: str, body: str = BODY) -> str:
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{body}</p></article></body></html>"
    )


def feed(*paths: str) -> str:
    listed = "".join(f"<item><title>{path}</title><link>{path}</link></item>" for path in paths)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{listed}</channel></rss>'


def fetching(site: Site, told: list[str] | None = None, items: int = 20) -> Fetching:
    return Fetching(items, frozenset({site.host}), (told if told is not None else []).append)


def test_a_page(site: Site) -> None:
    site.replies["/quay"] = page(article("The quay"))
    [found] = extract(site.address("/quay"), "rules", fetching=fetching(site))
    assert isinstance(found, Extracted)
    read = found.reading.article
    assert found.input == site.address("/quay")
    assert (read.url, read.key, read.title) == (site.address("/quay"), f"{site.host}/quay", "The quay")
    assert found.reading.attributions


def test_a_page_that_moved_is_at_its_new_address(site: Site) -> None:
    site.replies |= {"/old": page("", status="301 Moved", Location="/quay"), "/quay": page(article("The quay"))}
    [found] = extract(site.address("/old"), "rules", fetching=fetching(site))
    assert isinstance(found, Extracted)
    assert (found.input, found.reading.article.url) == (site.address("/old"), site.address("/quay"))


def test_text(site: Site) -> None:
    site.replies["/quay.txt"] = page(BODY.encode("cp1252"), "text/plain; charset=windows-1252")
    [found] = extract(site.address("/quay.txt"), "rules", fetching=fetching(site))
    assert isinstance(found, Extracted)
    assert found.reading.article.text == BODY


def test_a_feed_leads_to_its_pages(site: Site) -> None:
    told: list[str] = []
    site.replies |= {f"/{number}": page(article(f"Quay {number}")) for number in (1, 2, 3)}
    site.replies["/feed"] = page(feed("/1", "/gone", "/feed2", "/2", "/3"), "application/rss+xml")
    site.replies["/feed2"] = page(feed("/3"), "application/rss+xml")
    found = list(extract(site.address("/feed"), "rules", fetching=fetching(site, told, 4)))
    assert told == [f"{site.address('/feed')}: a list of 5 pages; the first 4 are fetched"]
    assert [one.input for one in found] == [site.address(path) for path in ("/1", "/gone", "/feed2", "/2")]
    assert found[1] == Skipped(site.address("/gone"), "HTTP 404: there is no such page: check the address")
    assert found[2] == Skipped(site.address("/feed2"), "a list within a list of pages: give its address by itself")
    assert site.paths() == ["/feed", "/1", "/gone", "/feed2", "/2"]


def test_a_compressed_sitemap(site: Site) -> None:
    listed = f"<urlset><url><loc>{site.address('/1')}</loc></url></urlset>"
    site.replies["/map.xml.gz"] = page(gzip.compress(listed.encode()), "application/x-gzip")
    site.replies["/1"] = page(article("Quay 1"))
    [found] = extract(site.address("/map.xml.gz"), "rules", fetching=fetching(site))
    assert isinstance(found, Extracted)


def test_what_cannot_be_fetched_leaves_the_rest(site: Site, tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(BODY)
    addresses = [
        site.address("/gone"),
        "ftp://tarsk.example/",
        "http://ada:pw@tarsk.example/",
    ]
    with Library.memory() as library:
        gone, ftp, password, text = library.ingest(
            [*addresses, tmp_path / "quay.txt"], "rules", fetching=fetching(site)
        )
    assert gone == Skipped(site.address("/gone"), "HTTP 404: there is no such page: check the address")
    assert isinstance(ftp, Skipped)
    assert isinstance(password, Skipped)
    assert "pw" not in f"{password.input} {password.reason.replace('password', '')}"
    assert isinstance(text, Ingested)


def test_a_page_that_did_not_change_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    def reply(asked: Asked) -> Script:
        known = asked.headers["If-None-Match"] == '"1"'
        yield page("", status="304 Not Modified") if known else page(article("The quay"), ETag='"1"')

    site.replies["/quay"] = reply
    outcomes = []
    for _ in range(3):
        with Library.open(tmp_path / "store") as library:
            [found] = library.ingest(site.address("/quay"), "rules", fetching=fetching(site))
            assert isinstance(found, Ingested)
            outcomes.append((found.outcome, found.input, found.statements > 0))
    where = site.address("/quay")
    assert outcomes == [("added", where, True), ("unchanged", where, True), ("unchanged", where, True)]
    asked = [one.headers["If-None-Match"] for one in site.asked if one.path == "/quay"]
    assert asked == [None, '"1"', '"1"']


def test_what_the_store_forgot_is_asked_for_in_full(site: Site, tmp_path: Path) -> None:
    site.replies["/quay"] = page(article("The quay"), ETag='"1"')
    with Library.open(tmp_path / "store") as library:
        list(library.ingest(site.address("/quay"), "rules", fetching=fetching(site)))
        library.remove(f"{site.host}/quay")
        assert b"/quay" not in (tmp_path / "store" / "visits.sqlite").read_bytes()
        list(library.ingest(site.address("/quay"), "rules", fetching=fetching(site)))
    assert [one.headers["If-None-Match"] for one in site.asked if one.path == "/quay"] == [None, None]


@pytest.mark.parametrize("missing", ["httpx", "protego", "httpcore"])
def test_without_the_extra(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.startswith("provenance.fetching.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, missing, None)
    [found] = Web().read("https://tarsk.example/")
    assert found == Skipped(
        "https://tarsk.example/", "fetching needs an extra: pip install 'provenance-tracker[fetch]'"
    )


def test_a_store_without_addresses_has_no_file_of_visits(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(BODY)
    with Library.open(tmp_path / "store") as library:
        list(library.ingest(tmp_path / "quay.txt", "rules"))
        library.remove("quay")
    assert not (tmp_path / "store" / "visits.sqlite").exists()


def test_visits_that_cannot_be_kept(site: Site, tmp_path: Path) -> None:
    site.replies["/quay"] = page(article("The quay"), ETag='"1"')
    with Library.open(tmp_path / "store") as library:
        (tmp_path / "store" / "visits.sqlite").mkdir()
        with pytest.raises(StoreError, match=r"visits.sqlite: cannot be used"):
            list(library.ingest(site.address("/quay"), "rules", fetching=fetching(site)))

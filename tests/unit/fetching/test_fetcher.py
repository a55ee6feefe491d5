"""Manners: what is asked, of whom, in which order, and how soon again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from served import page, serving

from provenance.errors import InputError
from provenance.fetching.exchange import PRODUCT
from provenance.fetching.fetcher import Fetcher
from provenance.fetching.waiting import Turns, retry_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from served import Asked, Script, Site

WORDS = "<p>The quay is closed.</p>"


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.time = 100.0
        self.rests: list[float] = []

    def rest(self, seconds: float) -> None:
        self.time += seconds
        self.rests.append(round(seconds, 3))

    def now(self) -> float:
        return self.time


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(site: Site, clock: Clock) -> Fetcher:
    return Fetcher(frozenset({site.host}), Turns(clock.rest, clock.now), 5)


def robots(site: Site, rules: str) -> None:
    site.replies["/robots.txt"] = page(rules, "text/plain")


def test_what_a_page_is(site: Site, fetcher: Fetcher) -> None:
    site.replies["/a"] = page(WORDS, 'Text/HTML; Charset="ISO-8859-1"', ETag='"7"', Last_Modified="then")
    found = fetcher.page(site.address("/a#top"))
    assert found.content == WORDS.encode()
    assert (found.address, found.kind, found.charset) == (site.address("/a"), "text/html", "ISO-8859-1")
    assert (found.etag, found.modified) == ('"7"', "then")
    assert datetime.now(UTC) - datetime.fromisoformat(found.captured) < timedelta(minutes=1)


def test_who_asks(site: Site, fetcher: Fetcher) -> None:
    site.replies["/a"] = page(WORDS, Set_Cookie="who=1; Path=/")
    fetcher.page(site.address("/a"))
    fetcher.page(site.address("/a"))
    assert [one.path for one in site.asked] == ["/robots.txt", "/a", "/a"]
    for asked in site.asked:
        assert asked.headers["User-Agent"] == f"{PRODUCT}/{version(PRODUCT)} (+https://w3id.org/provenance-tracker)"
        assert asked.headers["Host"] == site.host
        assert asked.headers["Accept-Encoding"] == "gzip, deflate"
        assert asked.headers["Cookie"] is None
        assert asked.headers["Authorization"] is None


def test_what_robots_txt_asks_for(site: Site, fetcher: Fetcher) -> None:
    robots(site, "User-agent: *\nDisallow: /\n\nUser-agent: provenance-tracker\nDisallow: /private/\nAllow: /\n")
    site.replies["/open"] = page(WORDS)
    assert fetcher.page(site.address("/open")).content
    with pytest.raises(InputError, match=r"^robots.txt of this site asks programs not to fetch it: save the page"):
        fetcher.page(site.address("/private/a"))
    assert site.paths() == ["/open"]


def test_where_one_is_led_to_has_a_say_too(site: Site, fetcher: Fetcher) -> None:
    robots(site, "User-agent: *\nDisallow: /private/")
    site.replies |= {"/open": page("", status="302 Found", Location="/private/a"), "/private/a": page(WORDS)}
    with pytest.raises(InputError, match=r"it leads on to .*/private/a: robots.txt of this site asks"):
        fetcher.page(site.address("/open"))
    assert site.paths() == ["/open"]


@pytest.mark.parametrize(
    ("status", "may"), [("404 Not Found", True), ("403 Forbidden", True), ("429 Slow", True), ("503 Down", False)]
)
def test_robots_txt_that_cannot_be_had(status: str, *, may: bool, site: Site, fetcher: Fetcher) -> None:
    site.replies |= {"/robots.txt": page("", status=status), "/a": page(WORDS)}
    if may:
        assert fetcher.page(site.address("/a")).content
        return
    with pytest.raises(InputError, match=r"^its robots.txt cannot be read \(HTTP 503\): try again later"):
        fetcher.page(site.address("/a"))
    assert site.paths() == []


def test_robots_txt_elsewhere(site: Site, fetcher: Fetcher) -> None:
    site.replies |= {
        "/robots.txt": page("", status="301 Moved", Location="/rules"),
        "/rules": page("User-agent: *\nDisallow: /a", "text/plain"),
    }
    with pytest.raises(InputError, match="asks programs not to fetch it"):
        fetcher.page(site.address("/a"))


def test_robots_txt_that_breaks_off_forbids(site: Site, fetcher: Fetcher) -> None:
    site.replies["/robots.txt"] = b""
    with pytest.raises(InputError, match="the server does not keep to HTTP"):
        fetcher.page(site.address("/a"))


@pytest.mark.parametrize(("rules", "rest"), [("", 1.0), ("User-agent: *\nCrawl-delay: 7", 7.0)])
def test_a_pause_between_pages_of_one_host(rules: str, rest: float, site: Site, fetcher: Fetcher, clock: Clock) -> None:
    robots(site, rules)
    site.replies |= {"/a": page(WORDS), "/b": page(WORDS)}
    fetcher.page(site.address("/a"))
    assert clock.rests == []
    fetcher.page(site.address("/b"))
    assert clock.rests == [rest]


def test_no_pause_between_hosts(site: Site, clock: Clock) -> None:
    with serving() as other:
        fetcher = Fetcher(frozenset({site.host, other.host}), Turns(clock.rest, clock.now), 5)
        for one in (site, other):
            one.replies["/a"] = page(WORDS)
            fetcher.page(one.address("/a"))
    assert clock.rests == []


def test_who_asks_for_too_long_a_pause(site: Site, fetcher: Fetcher) -> None:
    robots(site, "User-agent: *\nCrawl-delay: 6000")
    with pytest.raises(InputError, match=r"^robots.txt asks for 6,000 s between pages, longer than is waited"):
        fetcher.page(site.address("/a"))


def test_again_when_it_is_less_busy(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    statuses = iter(["503 Busy", "429 Too Many", "200 OK"])

    def reply(_: Asked) -> Script:
        yield page(WORDS, status=next(statuses), Retry_After="12")

    site.replies["/a"] = reply
    assert fetcher.page(site.address("/a")).content == WORDS.encode()
    assert clock.rests == [12.0, 12.0]


def test_what_is_asked_when_something_is_known(site: Site, fetcher: Fetcher) -> None:
    def reply(asked: Asked) -> Script:
        same = asked.headers["If-None-Match"] == '"7"' or asked.headers["If-Modified-Since"] == "then"
        yield page("", status="304 Not Modified", ETag='"7"') if same else page(WORDS)

    site.replies["/a"] = reply
    assert fetcher.page(site.address("/a"), '"7"').content is None
    assert fetcher.page(site.address("/a"), "", "then").content is None
    assert fetcher.page(site.address("/a"), '"6"').content == WORDS.encode()


@pytest.mark.parametrize(("header", "seconds"), [("120", 120.0), ("0", 0.0), ("", None), ("soon", None), ("-3", None)])
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header) == seconds


def test_retry_after_a_date() -> None:
    later = datetime.now(UTC) + timedelta(seconds=90)
    assert retry_after(format_datetime(later, usegmt=True)) == pytest.approx(90, abs=2)
    assert retry_after("Sun, 06 Nov 1994 08:49:37 GMT") == 0

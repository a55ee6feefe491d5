"""Which pages of a list may be a missing report, and in which order addresses are tried."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import STORY, statements

from provenance.errors import UsageError
from provenance.fetching.feeds import Item
from provenance.follow.choice import candidates
from provenance.follow.plan import Following, Lead, Way, checked, plan
from provenance.model import Hyperlink, Kind, Span
from provenance.trace import trace
from provenance.trace.fetch import ToFetch

REPORT = ToFetch("Harbour Ledger", Kind.OUTLET, "", "2031-03-12", ("Tarsk dam", "drained", "spring"), ("sluice",))
BARE = Item("https://harbour-ledger.example/2031/tarsk-dam-drained.html")


def at(path: str, words: str, date: str = "") -> Item:
    return Item(f"https://harbour-ledger.example{path}", words, date)


def test_those_that_share_most_words_first() -> None:
    items = [at("/1", "A dam at Tarsk"), at("/2", "Buses"), at("/3", "Tarsk dam to be drained in spring"), BARE]
    assert candidates(items, REPORT) == [items[2].address, BARE.address, items[0].address]


def test_its_own_site_before_others() -> None:
    other = Item("https://quay-mirror.example/1", "Tarsk dam")
    assert candidates([other, at("/1", "Tarsk dam")], REPORT) == [at("/1", "").address, other.address]


def test_no_more_than_three() -> None:
    assert len(candidates([at(f"/{number}", "Tarsk dam") for number in range(9)], REPORT)) == 3


@pytest.mark.parametrize(
    ("date", "by", "item", "may"),
    [
        ("", "2031-03-12", "2031-03-12", True),
        ("", "2031-03-12", "2031-03-13", False),
        ("", "2031-03", "2031-03-31", True),
        ("", "", "2031-03-13", True),
        ("2031-03-10", "", "2031-03-12", True),
        ("2031-03-10", "", "2031-03-13", False),
        ("", "2031-03-12", "", True),
    ],
)
def test_what_came_out_later_is_not_it(date: str, by: str, item: str, *, may: bool) -> None:
    found = candidates([at("/1", "Tarsk dam", item)], replace(REPORT, date=date, by=by))
    assert bool(found) is may


def test_a_site_is_no_page() -> None:
    assert candidates([at("/", "Tarsk dam drained")], REPORT) == []


def planned(following: Following, *known: str) -> list[Way]:
    """The ways to the Kestrel Wire's report, which the Daily Sluice cites."""
    [_, _, sluice, *_] = STORY
    text = sluice.article.text
    words = Span(0, len(text.split()[0]))
    links = (
        Hyperlink(words, "https://kestrelwire.example/about?x=1"),
        Hyperlink(words, "https://kestrelwire.example/"),
        Hyperlink(words, "https://other.example/1"),
    )
    [attribution] = sluice.attributions
    chain = tuple(replace(hop, url="https://kestrelwire.example/dam?utm_source=s") for hop in attribution.chain)
    article = replace(sluice.article, hyperlinks=links)
    citing = replace(sluice, article=article, attributions=(replace(attribution, chain=chain),))
    [one] = plan(trace("the Tarsk dam may be drained", statements([citing])), following, known.__contains__)
    assert one.report.who == "Kestrel Wire"
    return list(one.ways)


def test_what_is_linked_to_first_then_its_site_then_what_was_given() -> None:
    following = Following(("https://k.example/feed",), ("https://k.example/?q={query}&x=1",))
    assert planned(following) == [
        Way("https://kestrelwire.example/dam?utm_source=s", Lead.LINK),
        Way("https://kestrelwire.example/about?x=1", Lead.SITE, "sluice"),
        Way("https://k.example/feed", Lead.FEED),
        Way("https://k.example/?q=Tarsk%20dam%20drained&x=1", Lead.SEARCH),
    ]


def test_what_is_known_is_not_tried() -> None:
    assert planned(Following(), "https://kestrelwire.example/dam?utm_source=s") == [
        Way("https://kestrelwire.example/about?x=1", Lead.SITE, "sluice")
    ]


@pytest.mark.parametrize("following", [Following(pages=0), Following(depth=0), Following(searches=("{query}",))])
def test_what_makes_no_sense(following: Following) -> None:
    with pytest.raises(UsageError):
        checked(following)

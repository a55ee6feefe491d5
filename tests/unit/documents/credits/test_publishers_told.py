"""Whose a page is: names, addresses and the list decide together."""

from __future__ import annotations

import pytest

from provenance.documents.credits import credited
from provenance.documents.credits.publisher import alike, domain, is_own, may_own, shown, site
from provenance.model import Article, Declaration, Publisher

POST = "https://nationalpost.com/news/dam"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("nationalpost", "National Post", True),
        ("nationalpost.com", "The National Post", True),
        ("national-post", "National Post", True),
        ("National_Post", "nationalpost", True),
        ("Tarn.co.uk", "The Tarn", True),
        ("Tarn Post", "Tarn Times", False),
        ("", "", False),
    ],
)
def test_one_name_written_in_other_ways(one: str, other: str, *, same: bool) -> None:
    assert alike(one, other) is same


@pytest.mark.parametrize(
    ("names", "url"),
    [
        (["nationalpost"], POST),
        (["RP ONLINE"], "https://rp-online.de/1"),
        (["Süddeutsche.de"], "https://www.sueddeutsche.de/1"),
        (["Front page", "National Post"], POST),
        (["TASS Economy"], "https://tass.com/1"),
    ],
)
def test_a_page_at_its_own_address(names: list[str], url: str) -> None:
    assert may_own(names, None, url, agreed=False)


@pytest.mark.parametrize(
    ("names", "url"),
    [(["Quay Mirror"], POST), (["Reuters", "TASS"], "https://tass.com/1"), (["Quay Mirror", "Tarn"], POST)],
)
def test_a_page_at_anothers(names: list[str], url: str) -> None:
    assert not may_own(names, None, url, agreed=True)


def test_a_name_in_another_script_contradicts_no_address_that_all_agree_on() -> None:
    assert may_own(["中日新聞Web"], None, "https://www.chunichi.co.jp/1", agreed=True)
    assert not may_own(["中日新聞Web"], None, "https://www.chunichi.co.jp/1", agreed=False)


@pytest.mark.parametrize(
    ("names", "url", "name"),
    [
        (["nationalpost"], POST, "National Post"),
        (["nationalpost", "National Post"], None, "National Post"),
        (["Quay Mirror"], POST, "Quay Mirror"),
        (["Quay Mirror"], None, "Quay Mirror"),
        ([], POST, "National Post"),
        ([], None, None),
    ],
)
def test_the_name_that_is_shown(names: list[str], url: str | None, name: str | None) -> None:
    publisher = shown(names, url)
    assert (publisher.name if publisher else None) == name


@pytest.mark.parametrize(
    ("name", "url", "own"),
    [
        ("The National Post", None, True),
        ("nationalpost.com", None, True),
        ("Anybody", "https://www.nationalpost.com/2", True),
        ("Reuters", None, False),
        ("Reuters", "https://www.reuters.com/1", False),
    ],
)
def test_an_outlets_own_names_and_addresses(name: str, url: str | None, *, own: bool) -> None:
    article = Article("a", "x", publisher=Publisher("National Post"), url=POST)
    assert is_own(article, name, url) is own


def test_outlets_of_one_registrable_domain_are_one_house() -> None:
    article = Article("a", "x", publisher=Publisher("BBC"), url="https://www.bbc.co.uk/news/1")
    assert is_own(article, "BBC Verify", "https://www.bbc.co.uk/news/verify")
    assert site("https://www.bbc.co.uk/1") == site("https://bbc.com/1") == "bbc"


def test_an_own_canonical_link_is_no_origin() -> None:
    declared = (Declaration("link canonical", url=POST), Declaration("JSON-LD isBasedOn", url="https://o.canada.com/1"))
    article = Article("a", "The dam closes.", publisher=Publisher("nationalpost"), declared=declared)
    assert [one.name for one in credited(article).derivations] == ["Canada.com"]


@pytest.mark.parametrize("address", ["//tarn[.example/q", "//tarn.example]", "https://[::1/x", "http://[v1]/", ""])
def test_what_is_no_address_has_no_site(address: str) -> None:
    for told in (site, domain):
        assert "/" not in told(address)
    page = Article("a", "The ferry stops.", url=POST, declared=(Declaration("canonical", url=address or "x"),))
    assert credited(page).article.text == page.text

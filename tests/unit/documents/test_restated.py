"""The same text with other metadata: what is said last holds, and nothing gives way to silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.documents.credits import credited
from provenance.documents.restated import changed, is_of_another, restated
from provenance.model import Article, Declaration, Publisher

QUAY = Publisher("The Quay Bulletin")
BARE = Article("dam", "The Harl dam leaks, engineer Ilse Maren said.", url="https://ledger.example/dam")
FULL = replace(
    BARE,
    title="Dam leaks",
    publisher=Publisher("Harbour Ledger"),
    byline="Ada Brunt",
    published="2031-02-03",
    language="en",
    declared=(Declaration("isBasedOn", name="The Quay Bulletin"),),
)


def test_what_is_stated_anew_holds() -> None:
    new = replace(FULL, published="2031-02-04", title="Harl dam leaks")
    assert restated(new, FULL) == new
    assert changed(new, FULL) == ("published", "title")


def test_what_is_not_stated_stays() -> None:
    assert restated(BARE, FULL) == FULL
    assert changed(restated(BARE, FULL), FULL) == ()
    later = replace(BARE, published="2031-02-05")
    assert restated(later, FULL) == replace(FULL, published="2031-02-05")


def test_key_and_address_stay() -> None:
    other = replace(FULL, key="dam-1", url="http://www.ledger.example/dam/", text_is_file=False)
    assert restated(other, FULL) == FULL
    assert changed(restated(other, FULL), FULL) == ()


def test_the_article_as_it_is_kept_is_compared_with_its_credits_read() -> None:
    given = replace(BARE, text="By Ada Brunt\nHarbour Ledger\n3 February 2031\n\nThe Harl dam leaks, Ilse Maren said.")
    kept = credited(given).article
    assert changed(restated(given, kept), kept) == ()


def test_what_the_text_says_now_is_no_silence() -> None:
    """Where the credits of a text are read better than they were, what they gave before does not stay."""
    given = replace(BARE, text="By Ada Brunt\n\nThe Harl dam leaks, engineer Ilse Maren said.")
    assert credited(given).article.byline == "Ada Brunt"
    assert changed(restated(given, replace(given, byline="Ada Brunt The")), replace(given, byline="Ada Brunt The")) == (
        "byline",
    )


@pytest.mark.parametrize(
    ("given", "known", "is_another"),
    [
        ({"url": None}, {"url": None}, False),
        ({"url": None, "publisher": QUAY}, {"url": None}, False),
        ({"url": None, "publisher": QUAY, "key": "weir"}, {"url": None}, True),
        ({"url": None, "publisher": None, "key": "weir"}, {"url": None}, False),
        ({}, {"url": None}, False),
        ({"publisher": QUAY}, {"url": None}, True),
        ({"publisher": None}, {"url": None}, True),
        ({"publisher": QUAY}, {"url": None, "publisher": None}, False),
        ({"publisher": QUAY}, {}, False),
        ({"url": None, "publisher": QUAY}, {}, True),
        ({"url": None, "publisher": None}, {}, False),
    ],
)
def test_a_text_of_another_outlet_is_another_article_unless_addresses_tell(
    given: dict[str, object], known: dict[str, object], *, is_another: bool
) -> None:
    one, other = replace(FULL, **given), replace(FULL, **known)  # type: ignore[arg-type]
    assert is_of_another(one, other) is is_another
    assert not is_another or restated(one, other) == other


def test_an_address_is_learnt() -> None:
    known = replace(FULL, url=None)
    assert restated(FULL, known) == FULL
    assert changed(FULL, known) == ("url",)

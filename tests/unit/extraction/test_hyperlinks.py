"""Which hop a link of the text is for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import at, hop, reading, said

from provenance.extraction.hyperlinks import is_page, is_site_of, linked
from provenance.model import Derivation, Hop, Hyperlink, Kind, Relation

TEXT = (
    "The ferry may stop in the autumn, the Harbour Ledger reported on Tuesday, citing two officials. "
    "“We have not decided,” said Ada Brunt of Calder Ferries. This report first appeared in the Sound Post."
)
LEDGER, OTHER = "https://harbour-ledger.example/2031/ferry", "https://quay-mirror.example/1"
CONTENT = "The ferry may stop in the autumn"


def chain_of(*links: tuple[str, str], publisher: str = "Harbour Ledger", kind: Kind = Kind.OUTLET) -> list[str]:
    """The addresses on the chain where `links`, words and address, stand in the text."""
    outlet = Hop(publisher, kind, Relation.REPORTED, mention=at(TEXT, "the Harbour Ledger"))
    officials = hop(TEXT, "two officials", Kind.ANONYMOUS, Relation.SAID, "two officials", anonymous=True)
    attribution = said(TEXT, CONTENT, "reported", (outlet, officials))
    given = reading("ellery", "Ellery Courier", "2031-03-12", TEXT, attributions=(attribution,))
    hyperlinks = tuple(Hyperlink(at(TEXT, words)[0], url) for words, url in links)
    done = linked(replace(given, article=replace(given.article, hyperlinks=hyperlinks)))
    return [one.url for one in done.attributions[0].chain]


@pytest.mark.parametrize(
    "words",
    [
        "the Harbour Ledger",  # its name
        "Ledger",  # a part of it
        "reported",  # beside it
        "reported on Tuesday",
        "The ferry may stop in the autumn",  # what it reported
    ],
)
def test_a_link_on_a_name_or_beside_it(words: str) -> None:
    assert chain_of((words, LEDGER)) == [LEDGER, ""]


def test_the_name_before_what_stands_beside_it() -> None:
    assert chain_of(("reported", OTHER), ("Harbour Ledger", LEDGER)) == [LEDGER, ""]


def test_its_own_site_before_another() -> None:
    assert chain_of(("reported", OTHER), ("The ferry", LEDGER)) == [LEDGER, ""]


def test_the_site_as_a_whole_is_no_report() -> None:
    assert chain_of(("the Harbour Ledger", "https://harbour-ledger.example/")) == ["", ""]
    assert not is_page("https://harbour-ledger.example")
    assert is_page("https://harbour-ledger.example/?p=7")


@pytest.mark.parametrize("words", ["We have not decided", "Calder Ferries"])
def test_what_is_said_elsewhere_is_not_it(words: str) -> None:
    assert chain_of((words, LEDGER)) == ["", ""]


def test_a_link_to_another_listed_outlet_is_not_for_this_one() -> None:
    assert chain_of(("reported", "https://www.reuters.com/world/1")) == ["", ""]
    assert chain_of(("the Harbour Ledger", "https://www.reuters.com/world/1")) == [
        "https://www.reuters.com/world/1",
        "",
    ]


def test_who_is_no_outlet_needs_the_link_on_the_name() -> None:
    assert chain_of(("reported", OTHER), publisher="Ledger Bank", kind=Kind.ORGANIZATION) == ["", ""]
    assert chain_of(("Ledger", OTHER), publisher="Ledger Bank", kind=Kind.ORGANIZATION) == [OTHER, ""]


def test_nothing_is_known_of_the_unnamed() -> None:
    assert chain_of(("two officials", OTHER)) == ["", ""]


def test_a_credit_has_the_link_in_its_words() -> None:
    credited = Derivation(
        "Sound Post", Kind.OUTLET, Relation.REPUBLISHED, evidence=at(TEXT, "first appeared in the Sound Post")
    )
    given = reading("ellery", "Ellery Courier", "2031-03-12", TEXT, derivations=(credited,))
    link = Hyperlink(at(TEXT, "Sound Post")[0], "https://sound-post.example/1")
    done = linked(replace(given, article=replace(given.article, hyperlinks=(link,))))
    assert [one.url for one in done.derivations] == ["https://sound-post.example/1"]


def test_whose_site_it_is() -> None:
    assert is_site_of("Harbour Ledger", LEDGER)
    assert is_site_of("The Harbour Ledger", "https://www.harbourledger.example/1")
    assert not is_site_of("Harbour", LEDGER)
    assert is_site_of("Reuters", "https://www.reuters.com/world/1")
    assert not is_site_of("Harbour Ledger", "https://www.reuters.com/world/1")

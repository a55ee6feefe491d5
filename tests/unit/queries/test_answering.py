"""A question is answered claim by claim; what only has to do with it is related; as of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import hop, reading, said

from provenance import Library
from provenance.errors import NotFoundError, UsageError
from provenance.model import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Reading
    from provenance.queries.answering import Answered

CLOSE = "the Tarn lock will close for good in the spring"
SELL = "the Tarn lock will be sold to a brewery in the spring"
OTHERS = (
    "eels are back in the upper river",
    "the choir sings on Friday in the old mill",
    "rain will fall on the northern hills",
    "the baker of Harl needs more flour than last year",
    "a heron was seen near the bridge",
    "the bus to Harl runs every hour on Sundays",
    "swans, geese and herons nest beside the lock every summer",
)


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    """Kept and not joined: each wording is a claim of its own, and words alone decide."""
    with Library.memory() as library:
        for one in _told():
            library._store.add(one)
        yield library


def _told() -> Iterator[Reading]:
    for key, date, content, who in (
        ("first", "2031-02-03", CLOSE, "Ilse Maren"),
        ("later", "2031-02-09", CLOSE, "Bo Reed"),
        ("undated", None, CLOSE, "Pell Arden"),
        ("month", "2031-02", SELL, "Ilse Maren"),
    ):
        yield _article(key, date, content, who)
    for number, content in enumerate(OTHERS):
        yield _article(f"other{number}", "2031-02-01", content, f"Ada Brunt {number}")


def _article(key: str, date: str | None, content: str, who: str) -> Reading:
    text = f"{who} told the {key} desk that {content}."
    told = hop(text, who, Kind.PERSON, Relation.TOLD, who)
    return reading(key, f"{key} Post", date, text, attributions=(said(text, content, "told", (told,)),))


def keys(found: Answered) -> list[set[str]]:
    return [{one.reading.article.key for one in made.trace.statements} for made in found.claims]


def test_a_question_is_answered_by_the_claim_that_it_asks_about(library: Library) -> None:
    found = library.answer("Who says that the Tarn lock will close?")
    assert keys(found)[0] == {"first", "later", "undated"}
    assert found.asked == "Who says that the Tarn lock will close?"
    assert found.claims[0].trace.claim == CLOSE
    assert "swans" not in " ".join(made.trace.claim for made in found.claims)


def test_several_claims_are_told_apart_each_with_its_verdict(library: Library) -> None:
    found = library.answer("tarn lock spring")
    assert sorted(made.trace.claim for made in found.claims) == sorted([CLOSE, SELL])
    sold = next(made.trace for made in found.claims if made.trace.claim == SELL)
    assert [origin.name for origin in sold.origins] == ["Ilse Maren"]
    assert sold.judged.articles == 1


def test_what_only_has_to_do_with_it_is_related_and_counts_for_nothing(library: Library) -> None:
    found = library.answer("the lock at Tarn feeds swans")
    related = {one.text for one in found.related}
    assert not related & {made.trace.claim for made in found.claims}
    assert found.related
    assert all(not one.makes for one in found.related)
    assert library.trace(found.related[0].claim).statements


def test_nothing_sure_is_no_guess(library: Library) -> None:
    found = library.answer("Did the heron of Tarn ever sing in the cathedral of the northern brewery?")
    assert found.claims == ()
    with pytest.raises(NotFoundError, match=r"no article in the store (surely )?makes the claim '.*heron"):
        library.trace("Did the heron of Tarn ever sing in the cathedral of the northern brewery?")


def test_an_iri_is_answered_by_what_it_names(library: Library) -> None:
    claim = library.answer(CLOSE).claims[0].claim
    [made] = library.answer(claim).claims
    assert (made.claim, made.likelihood, made.trace.claim) == (claim, 1.0, claim)


def test_as_of_a_date_later_and_undated_articles_are_left_out_of_everything(library: Library) -> None:
    assert keys(library.answer(CLOSE, as_of="2031-02-03"))[0] == {"first"}
    assert keys(library.answer(CLOSE, as_of="2031-02"))[0] == {"first", "later"}
    then = library.trace(CLOSE, as_of="2031-02-03")
    assert [origin.name for origin in then.origins] == ["Ilse Maren"]
    assert {origin.name for origin in library.origins(CLOSE, as_of="2031-02-09")} == {"Ilse Maren", "Bo Reed"}
    assert "later" not in library.view(CLOSE, "tree", as_of="2031-02-03")
    assert all("later" not in near.articles for near in library.find(CLOSE, as_of="2031-02-03"))


def test_a_month_is_over_on_its_last_day(library: Library) -> None:
    [sold] = [one.claim for one in library.find(SELL) if one.text == SELL]
    with pytest.raises(NotFoundError, match="known by 2031-02-27"):
        library.trace(sold, as_of="2031-02-27")
    assert library.trace(sold, as_of="2031-02").statements
    assert library.trace(SELL, as_of="2031").statements


@pytest.mark.parametrize("date", ["yesterday", "2031-13", "2031-02-30", "20310203", "31"])
def test_what_is_no_date_makes_no_sense(library: Library, date: str) -> None:
    with pytest.raises(UsageError, match=f"'{date}' is no date"):
        library.answer(CLOSE, as_of=date)

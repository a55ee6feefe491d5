"""Content, cue and source, span by span."""

from __future__ import annotations

import pytest

from provenance.extraction.rules import Rules
from provenance.model import Article, Attribution

extract = Rules().read


def only(text: str) -> Attribution:
    (attribution,) = extract(Article("a", text)).attributions
    return attribution


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Brunt said that the dam was safe.", "Ada Brunt", "said", ["that the dam was safe"]),
        ("The dam is safe, Ada Brunt said.", "Ada Brunt", "said", ["The dam is safe"]),
        ("“The dam is safe,” said Ada Brunt.", "Ada Brunt", "said", ["“The dam is safe,”"]),
        (
            "Ada Brunt, the minister for water, has warned that the dam may burst.",
            "Ada Brunt, the minister for water",
            "has warned",
            ["that the dam may burst"],
        ),
        ("According to the ministry, the dam is safe.", "the ministry", "According to", ["the dam is safe"]),
        ("The dam is safe, according to the ministry.", "the ministry", "according to", ["The dam is safe"]),
        ("As per the ministry, the dam is safe.", "the ministry", "As per", ["the dam is safe"]),
        ("The dam is safe, as per the ministry.", "the ministry", "as per", ["The dam is safe"]),
        ("The dam is safe, per the ministry.", "the ministry", "per", ["The dam is safe"]),
        (
            "“The dam,” Ada Brunt said, “is as safe as a house.”",
            "Ada Brunt",
            "said",
            ["“The dam,”", "“is as safe as a house.”"],
        ),
        (
            "“The dam is safe,” Ada Brunt said. “We look at it every day.”",
            "Ada Brunt",
            "said",
            ["“The dam is safe,”", "“We look at it every day.”"],
        ),
        ("Ada Brunt told reporters on Monday that the dam was safe.", "Ada Brunt", "told", ["that the dam was safe"]),
        (
            "The ministry projected that 40 houses would flood.",
            "The ministry",
            "projected",
            ["that 40 houses would flood"],
        ),
        ("Ada Brunt called the mayor “a coward.”", "Ada Brunt", "called", ["the mayor “a coward.”"]),
    ],
)
def test_spans(text: str, source: str, cue: str, content: list[str]) -> None:
    attribution = only(text)
    assert words(text, attribution.source) == [source]
    assert words(text, attribution.cue) == [cue]
    assert words(text, attribution.content) == content


@pytest.mark.parametrize(
    "quoted",
    [
        "“The dam is quite safe,”",
        '"The dam is quite safe,"',
        "«The dam is quite safe,»",
        "„The dam is quite safe,“",
        "''The dam is quite safe,''",
        "‘The dam is quite safe,’",
        "``The dam is quite safe,''",
    ],
)
def test_all_quotation_marks(quoted: str) -> None:
    text = f"{quoted} Ada Brunt said."
    attribution = only(text)
    assert attribution.quotation == "direct"
    assert words(text, attribution.content) == [quoted]


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_once() -> None:
    text = "Ada Brunt said:\n\n“The dam is old.\n\n“It was built in a hurry.\n\n“It will hold.”\n\nNobody answered."
    assert words(text, only(text).content) == ["“The dam is old.", "“It was built in a hurry.", "“It will hold.”"]


def test_the_last_paragraph_of_a_quotation_may_name_the_speaker() -> None:
    text = "“The dam is old.\n\n“It leaks.\n\n“It will hold,” Ada Brunt said."
    assert words(text, only(text).content) == ["“The dam is old.", "“It leaks.", "“It will hold,”"]


def test_what_follows_a_closed_statement_is_not_its_content() -> None:
    text = "The dam will close in May, the ministry said on Tuesday, after a mayor told the press that it leaked."
    assert words(text, extract(Article("a", text)).attributions[0].content) == ["The dam will close in May"]


def test_neither_confirmed_nor_denied() -> None:
    text = "Ada Brunt neither confirmed nor denied that the dam was leaking."
    assert words(text, only(text).source) == ["Ada Brunt"]
    assert words(text, only(text).content) == ["that the dam was leaking"]


def test_an_odd_mark_swallows_nothing() -> None:
    text = 'The plate was 5" wide.\n\nAda Brunt said that the dam was safe.'
    assert words(text, only(text).content) == ["that the dam was safe"]


def test_two_speakers_of_one_sentence() -> None:
    text = "Ada Brunt said that the dam was safe, but Leo Marsh said it was not."
    assert [words(text, a.source) for a in extract(Article("a", text)).attributions] == [["Ada Brunt"], ["Leo Marsh"]]


def test_a_trailing_participle_borrows_the_subject() -> None:
    text = "Ada Brunt said the dam was safe, adding that nobody need leave."
    first, second = extract(Article("a", text)).attributions
    assert words(text, first.content) == ["the dam was safe"]
    assert (words(text, second.source), words(text, second.content)) == (["Ada Brunt"], ["that nobody need leave"])


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("on Tuesday", "2026-03-10"),
        ("on March 3", "2026-03-03"),
        ("on 3 March 2024", "2024-03-03"),
        ("in late October", "2025-10"),
        ("yesterday", "2026-03-11"),
        ("last month", "2026-02"),
    ],
)
def test_dates_are_resolved_against_publication(phrase: str, value: str) -> None:
    text = f"Ada Brunt told reporters {phrase} that the dam was safe."
    (attribution,) = extract(Article("a", text, published="2026-03-12")).attributions
    assert attribution.date is not None
    assert attribution.date.value == value
    assert text[slice(*attribution.date.span)] == attribution.date.phrase


def test_no_publication_date_means_no_guess() -> None:
    assert only("Ada Brunt told reporters on Tuesday that the dam was safe.").date is None


@pytest.mark.parametrize("phrase", ["on March 0", "on Feb. 30", "99999999999999999999 days ago"])
def test_a_day_that_no_calendar_has_is_no_date(phrase: str) -> None:
    text = f"Ada Brunt told reporters {phrase} that the dam was safe."
    (attribution,) = extract(Article("a", text, published="2026-03-12")).attributions
    assert attribution.date is None


NO_ATTRIBUTION = [
    "Melt the butter in a pan. Add the onions and stir for ten minutes. Season with salt and serve.",
    "Showers will clear by noon. Highs of 14 are expected on the coast, with fresh winds from the west.",
    "Harl Town 2, Marrow Rovers 1. Petrov scored after nine minutes and Lund doubled the lead before half-time.",
    "The library opens at nine. Tickets cost four crowns. Children under six travel free on all ferries.",
    "1. Oslo. 2. Bergen. 3. Stavanger. The list is in order of population and was updated in May.",
    "Turn left at the church, cross the bridge and follow the path along the river for two miles.",
]


@pytest.mark.parametrize("text", NO_ATTRIBUTION)
def test_nothing_attributed_is_nothing_found(text: str) -> None:
    assert extract(Article("a", text)).attributions == ()

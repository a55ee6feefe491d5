"""What the whole page was taken from, and who put it there."""

from __future__ import annotations

import pytest

from provenance.documents.credits import credited
from provenance.model import Article, Declaration, Publisher

BODY = "The dam at Harl will close in May, the water minister Ada Brunt said on Monday."


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        (f"HARL (Reuters) — {BODY}", "Reuters", "republished"),
        (f"HARL, March 10 (UPI) -- {BODY}", "United Press International", "republished"),
        (f"{BODY}\n\nRead Full Article at RT.com", "RT", "republished"),
        (f"{BODY}\n\nThis article was originally published by The Guardian.", "The Guardian", "republished"),
        (f"Source: Reuters. Details: {BODY}", "Reuters", "reported"),
        (f"{BODY}\n\nSource: Harl Courier", "Harl Courier", "reported"),
        (f"{BODY}\n\nhttps://www.reuters.com/world/dam", "Reuters", "reported"),
    ],
)
def test_frames(text: str, name: str, relation: str) -> None:
    (derivation,) = credited(Article("a", text)).derivations
    assert (derivation.name, derivation.relation) == (name, relation)
    assert derivation.evidence


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n(With inputs from agencies)",
        f"HARL (population 900) is old. {BODY}",
        f"{BODY} The report was published by the Brunt Institute.",
    ],
)
def test_no_frame(text: str) -> None:
    assert credited(Article("a", text)).derivations == ()


def test_the_publisher_is_not_its_own_source() -> None:
    article = Article("a", f"HARL (Reuters) — {BODY}", publisher=Publisher("Reuters"))
    assert credited(article).derivations == ()


def test_a_closing_credit_names_reporter_and_outlet() -> None:
    article = credited(Article("a", f"{BODY}\n\nMira Holt for Harl Courier")).article
    assert (article.byline, article.publisher) == ("Mira Holt", Publisher("Harl Courier"))


def test_metadata_declares_an_origin() -> None:
    declared = (Declaration("link canonical", url="https://www.reuters.com/world/dam"),)
    (derivation,) = credited(Article("a", BODY, declared=declared)).derivations
    assert (derivation.name, derivation.declared_in, derivation.evidence) == ("Reuters", "link canonical", ())


def test_a_known_masthead_gives_its_kind() -> None:
    publisher = credited(Article("a", BODY, publisher=Publisher("Agence France-Presse"))).article.publisher
    assert publisher is not None
    assert publisher.kind == "wire"


@pytest.mark.parametrize(
    "line", ["3 March 2025", "Published: March 3, 2025", "Monday, 3 March 2025", "Date: 2025-03-03"]
)
def test_a_line_of_its_own_dates_the_article(line: str) -> None:
    assert credited(Article("a", f"The dam\n\n{line}\n\n{BODY}")).article.published == "2025-03-03"


def test_a_date_in_the_text_does_not() -> None:
    assert credited(Article("a", f"The dam closed on 3 March 2025.\n\n{BODY}")).article.published is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Ada Brunt and Leo Marsh\n\nBBC Verify and BBC News\n\n{BODY}", "BBC Verify"),
        (f"The dam\n\nLeo Marsh, The Guardian\n\n{BODY}", "The Guardian"),
        (f"HARL, March 10 Reuters {BODY}", "Reuters"),
    ],
)
def test_lines_of_another_outlets_desk(text: str, name: str) -> None:
    (derivation,) = credited(Article("a", text, publisher=Publisher("Tarn Daily"))).derivations
    assert derivation.name == name


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Ada Brunt\n\nBBC Verify and BBC News\n\n{BODY}", "BBC"),
        (f"Leo Marsh, The Guardian\n\n{BODY}", "The Guardian"),
        (f"Ada Brunt, Tarn Works\n\n{BODY}", "Tarn Daily"),
        (f"The Guardian praises the dam\n\n{BODY}", "Tarn Daily"),
    ],
)
def test_lines_that_are_no_other_outlets_desk(text: str, publisher: str) -> None:
    assert credited(Article("a", text, publisher=Publisher(publisher))).derivations == ()

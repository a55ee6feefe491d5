"""Texts of which a page shows a part, and whose metadata hold the whole."""

from __future__ import annotations

import json

import pytest
from pages import ALL, FIFTH, FIRST, FOURTH, SECOND, SITE, THIRD, TITLE, p, paragraphs, read

from provenance.readers.page.completed import completed


def held(body: str) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    return f'{SITE}<script type="application/ld+json">{json.dumps(node)}</script>'


def shown(body: str, *texts: str) -> list[str]:
    return paragraphs(read(f"<article><h1>{TITLE}</h1>{p(*texts)}</article>", held(body)))


@pytest.mark.parametrize("join", ["\n\n", " "])
def test_behind_a_wall(join: str) -> None:
    assert " ".join(shown(join.join(ALL), FIRST, SECOND)) == " ".join(ALL)
    assert shown(join.join(ALL), FIRST, SECOND)[:2] == [FIRST, SECOND]


def test_a_paragraph_that_breaks_off() -> None:
    assert shown("\n".join(ALL), FIRST, f"{SECOND[:70].rstrip()} …") == list(ALL)


def test_what_is_missing_between() -> None:
    assert shown(" ".join(ALL), FIRST, FIFTH) == [FIRST, f"{SECOND} {THIRD} {FOURTH}", FIFTH]


def test_what_only_the_page_shows_stays() -> None:
    lead = "The trust that owns Orme may sell its old face this year."
    assert shown("\n".join(ALL), lead, FIRST, SECOND) == [lead, *ALL]


def test_a_copy_in_html() -> None:
    assert shown(p(*ALL), FIRST, SECOND) == list(ALL)


def test_a_copy_that_is_stated_twice_over_is_no_fuller() -> None:
    assert shown(" ".join((*ALL, *ALL)), *ALL) == list(ALL)


@pytest.mark.parametrize("copy", ["", FIRST, " ".join(ALL[:4]), "Slate is cut by hand. " * 80])
def test_the_page_is_fuller_or_another_text(copy: str) -> None:
    assert shown(copy, *ALL) == list(ALL)
    assert completed(ALL, copy) == ALL


def test_silenced_paragraphs_among_others_are_the_text_s() -> None:
    silent = "".join(f"<p aria-hidden='true'>{one}</p>" for one in (THIRD, FOURTH, FIFTH))
    assert paragraphs(read(f"<article><h1>{TITLE}</h1>{p(FIRST, SECOND)}{silent}</article>")) == list(ALL)

"""Whom a page names as who wrote it."""

from __future__ import annotations

import json

import pytest
from pages import ALL, SITE, TITLE, p, read


def stated(*authors: object, **more: object) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "author": list(authors), **more}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def byline(head: str = "", above: str = "") -> str | None:
    return read(f"<article><h1>{TITLE}</h1>{above}{p(*ALL)}</article>", SITE + head).byline


@pytest.mark.parametrize(
    "above",
    [
        "<p class='byline'>By <a rel='author' href='/ada'>Ada Quill</a></p>",
        "<span class='c-byline'>By <a href='/ada'>Ada Quill</a></span>",
        "<div class='article__author'>Von Ada Quill</div>",
        "<div><small>By Ada Quill in Local · 4 March 2031</small></div>",
        "<ul><li><strong>Author:</strong> Ada Quill</li></ul>",
        "<p><b>Ada Quill</b></p>",
    ],
)
@pytest.mark.parametrize(
    "head", ["", stated({"@type": "Organization", "name": "Coast Ledger"}), stated("Coast Ledger Newsroom")]
)
def test_the_person_whom_the_page_shows(above: str, head: str) -> None:
    assert byline(head, above) == "Ada Quill"


def test_nobody_is_signed_in() -> None:
    above = (
        "<div class='user-menu'><span class='username'>Username</span></div><span class='byline'>By Ada Quill</span>"
    )
    assert byline(above=above) == "Ada Quill"


@pytest.mark.parametrize(
    ("named", "author"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("Ada Quill (aq)", "Ada Quill"),
        ("Ada Quill and Bram Toll", "Ada Quill; Bram Toll"),
        ("Quill & Marlow", "Quill & Marlow"),
        ("Stone &amp; i", "Stone & i"),
        ("Von der Ahe", "Von der Ahe"),
        ("De Quill", "De Quill"),
    ],
)
def test_a_name_is_kept_whole(named: str, author: str) -> None:
    assert byline(stated(named)) == author


@pytest.mark.parametrize(
    "other", ["https://social.example/ada", "2031-03-04", "ada@ledger.example", "Username", "12 March"]
)
def test_what_is_no_name(other: str) -> None:
    assert byline(f'<meta name="author" content="{other}">', "<p class='byline'>By Ada Quill</p>") == "Ada Quill"


def test_what_a_card_for_sharing_is_written_by() -> None:
    card = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="Ada Quill">'
    assert byline(card.format("Written by")) == "Ada Quill"
    assert byline(card.format("Filed under")) is None


def test_the_publisher_where_there_is_nobody_else() -> None:
    assert byline(stated("Coast Ledger")) == "Coast Ledger"

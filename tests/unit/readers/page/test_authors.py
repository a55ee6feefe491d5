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


@pytest.mark.parametrize(
    "above",
    [
        "<div class='byline'><a href='/author/ada-quill'>Ada Quill</a><a href='#talk'>Comments</a></div>",
        "<div class='byline'><a href='/local'>Local</a><span>By <a href='/staff/quill'>Ada Quill</a></span></div>",
        "<div class='byline'><span><strong>Ada Quill</strong> Deputy Head of Harbours</span></div>",
        "<div class='byline'><p>Ada Quill</p><p>Harbour correspondent</p></div>",
        "<div class='byline'>Ada Quill, harbour correspondent</div>",
        "<div class='byline'><a href='/x/1'>Ada Quill</a> / COASTLEDGER.EXAMPLE / <span>4 March 2031</span></div>",
        "<div class='byline'><span hidden-name>Ada Quill</span> <span>Ada</span> <span>Quill</span></div>",
        "<div class='x9'><a href='/autoren/7/ada-quill'>Ada Quill</a><div>4 March 2031</div></div>",
        "<div class='author'><span class='label'>Image:</span> Bram Toll</div><p class='byline'>By Ada Quill</p>",
        "<figure><figcaption itemprop='author'>Bram Toll</figcaption></figure><p class='byline'>By Ada Quill</p>",
    ],
)
def test_what_stands_with_the_name_is_left_out(above: str) -> None:
    assert byline(above=above) == "Ada Quill"


@pytest.mark.parametrize(
    "above",
    [
        "<dl class='author'><dt>Ada Quill</dt></dl><dl class='author'><dt>Bram Toll</dt></dl>",
        "<p class='byline'>By Ada Quill and Bram Toll</p>",
        "<p><a rel='author' href='/ada'>Ada Quill</a>, <a rel='author' href='/bram'>Bram Toll</a></p>",
        "<p class='byline'><a href='/by/ada'>Ada Quill</a> with <a href='/by/bram'>Bram Toll</a></p>",
    ],
)
def test_authors_who_stand_together(above: str) -> None:
    assert byline(above=above) == "Ada Quill; Bram Toll"


def test_authors_of_other_articles_are_none_of_this_one() -> None:
    far = "".join(f"<li><h3>{one}</h3><p>{one}</p><a rel='author' href='/b'>Bram Toll</a></li>" for one in ALL)
    body = f"<article><h1>{TITLE}</h1><a rel='author' href='/a'>Ada Quill</a>{p(*ALL)}</article><ul>{far}</ul>"
    assert read(body).byline == "Ada Quill"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("<meta name='author' content='Ada Quill'><meta name='author' content='Bram Toll'>", "Ada Quill; Bram Toll"),
        ("<meta name='author' content='Coast Ledger'><meta name='author' content='Ada Quill'>", "Ada Quill"),
        ("<meta property='article:author' content='https://coast.example/ada'>", None),
        ("<meta property='article:author_name' content='Ada Quill'>", "Ada Quill"),
        ("<meta property='og:article:author' content='Ada Quill'>", "Ada Quill"),
        ("<meta name='citation_author' content='Ada Quill'>", "Ada Quill"),
        ("<meta name='byl' content='By Ada Quill, Bram Toll'>", "Ada Quill; Bram Toll"),
        ("<meta name='author' content='김아라 기자'>", "김아라"),
        ("<meta name='author' content='김아라,박보라'>", "김아라; 박보라"),
        ("<meta name='author' content='Ada Quill, Redakteurin für Häfen'>", "Ada Quill"),
        ("<meta name='author' content='Ada Quill mit'>", "Ada Quill"),
        ("<meta name='author' content='Von dpa'>", "dpa"),
        ("<meta name='author' content='Quill, Toll & Sons'>", "Quill, Toll & Sons"),
    ],
)
def test_authors_in_the_meta_tags(head: str, author: str | None) -> None:
    assert byline(head) == author


def test_the_page_names_one_author_more() -> None:
    above = "<p><a rel='author' href='/b'>Bram Toll</a>, <a rel='author' href='/a'>Ada Quill</a></p>"
    assert byline(stated("Ada Quill"), above) == "Bram Toll; Ada Quill"


def test_who_edited_did_not_write() -> None:
    above = "<div class='author'>Ada Quill</div>"
    body = f"<article><h1>{TITLE}</h1>{above}{p(*ALL)}<div>Editor: <a href='/author/b'>Bram Toll</a></div></article>"
    assert read(body, SITE + stated("Bram Toll")).byline == "Ada Quill"


def test_the_section_wrote_nothing() -> None:
    address = "<meta property='og:url' content='https://coastledger.example/harbours/slate-trust'>"
    assert byline(address + stated("harbours"), "<p class='byline'>By Ada Quill</p>") == "Ada Quill"


def test_a_header_with_a_caption_is_no_caption() -> None:
    header = f"<div class='articleHeader hasCaption'><h1>{TITLE}</h1><div class='byline'>Ada Quill</div></div>"
    assert read(f"<article>{header}{p(*ALL)}</article>").byline == "Ada Quill"


def test_who_made_the_site_wrote_nothing() -> None:
    tag = "<meta name='author' content='Marl & Toll Webdesign'>"
    assert byline(tag, "<p class='byline'>By Ada Quill</p>") == "Ada Quill"
    assert byline(tag) == "Marl & Toll Webdesign"

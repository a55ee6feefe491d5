"""Hostile pages take work in proportion to their length: counted in calls of functions, not in seconds."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from pages import ALL, FIRST, SITE, TITLE, p, page

from provenance.errors import InputError
from provenance.readers.html import LETTERS_LIMIT, article
from provenance.readers.page import state
from provenance.readers.page.state import READ
from provenance.readers.page.tree import LEAST, NAMES, shorten
from provenance.readers.tree import html_tree

if TYPE_CHECKING:
    from collections.abc import Callable

FEW = 1_500
GROWTH = 2.6
"""How much more work twice the page may be; a quadratic step would be four times as much."""
STORY = p(*ALL)
CARD = "<div><h3><a href='/a'>Trust meets</a></h3><p>few words</p></div>"
KINDS: dict[str, Callable[[int], str]] = {
    "headings": lambda n: STORY + "<h2>Slate trust meets again</h2>" * n,
    "headings within headings": lambda n: "<h1>" * 100 + "<b>x</b>" * n + STORY,
    "cards": lambda n: STORY + CARD * (n // 4),
    "cards below others": lambda n: "<div>" * 60 + CARD * (n // 4) + STORY,
    "boxes": lambda n: STORY + "<div><p>Advertisement</p><p>x</p></div>" * (n // 3),
    "figures": lambda n: "<figure>" * 60 + "<p>x y.</p>" * n + STORY,
    "links within links": lambda n: "<a href='https://x.example'>" * 60 + "<b>x</b>" * n + "<div>x</div>" + STORY,
    "bylines": lambda n: "<div class=byline>" * 60 + "<b>x</b>" * n + STORY,
    "authors": lambda n: STORY + "<span itemprop=author>Ada Brunt</span>" * n,
    "asides": lambda n: "<aside>" * 60 + "<p>The trust met again, it said.</p>" * n,
    "what is hidden": lambda n: "<div hidden>" * 60 + "<p>The trust met again, it said.</p>" * n,
    "items": lambda n: "<div itemscope itemtype=x itemprop=y>" * 60 + "<b itemprop=z>x</b>" * n + STORY,
    "paragraphs": lambda n: "<p>The trust met again, Ines Marlow said, at nine.</p>" * n,
    "labelled lines": lambda n: STORY + "<p>Published: the road</p>" * n,
    "stated authors": lambda n: STORY + "<meta name=author content='Ada Brunt'>" * n,
    "tables": lambda n: STORY + "<table><tr><td>a b</td><td>c d</td></tr></table>" * n,
    "cells": lambda n: STORY + "<table><tr>" + "<td>x</td>" * n + "</tr></table>",
    "lists": lambda n: STORY + "<ul><li>x y</li></ul>" * (2 * n),
    "lists within lists": lambda n: STORY + ("<ul><li>x" * 20 + "</ul>" * 20) * (n // 40),
    "links": lambda n: "<p>" + "The trust <a href='https://x.example/a'>met</a>. " * n + "</p>" + STORY,
    "days": lambda n: STORY + "<time datetime='2031-03-01'>1 March 2031</time>" * n,
    "nodes": lambda n: STORY + f"<script type='application/ld+json'>{'{} ' * n}</script>",
    "states": lambda n: f"<script>{json.dumps([f'<p>{FIRST} {at}</p>' * 3 for at in range(n // 3)])}</script>",
    "comments": lambda n: STORY + "<p>x<!-- y --></p>" * n,
    "strings that do not end": lambda n: f"<p>x</p><script>{chr(34)}{chr(92) + chr(34)}{'a' * n}</script>",
}


def work(source: str) -> int:
    """Calls, of Python's functions and of those written in C."""
    calls = 0

    def count(_frame: object, event: str, _given: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        article(source, "page")
    except InputError:
        pass
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_page_is_twice_the_work(kind: str) -> None:
    small, large = (page(KINDS[kind](number)) for number in (FEW, 2 * FEW))
    work(small)
    assert work(large) < GROWTH * work(small)


def test_a_style_a_title_and_a_script_are_gone_through_once() -> None:
    """What regular expressions would go through again from each place, which no call counts: this ends at all."""
    style = "position:absolute;" * 200_000
    title = "a - " * 50_000
    script = '"\\' * 500_000
    head = f"<meta property='og:title' content='{title}'><script>{script}</script>"
    body = f"<h1>{title}</h1><div style='{style}none'>x</div>{STORY}"
    assert article(page(body, head, title), "page").text.endswith("\n\n".join(ALL))


LONG = 400_000
STATED = {
    "a text": lambda size: {"articleBody": "The trust met, and left. " * (size // 25)},
    "a summary": lambda size: {"description": "The trust met. " * (size // 15)},
    "a headline": lambda size: {"headline": "a - " * (size // 4)},
    "an author": lambda size: {"author": "Ada Brunt and " * (size // 14)},
}
NAMED: dict[str, Callable[[int], str]] = {
    "one class": lambda size: f"<div class='{'byline-x ' * (size // 9)}'>x</div>",
    "one id": lambda size: f"<div id='{'a_b' * (size // 3)}'>x</div>",
    "one style": lambda size: f"<div style='{'color:red;' * (size // 10)}'>x</div>",
    "classes": lambda size: f"<div class='{'byline-x ' * (size // 9_000)}'>x</div>" * 1_000,
    "styles": lambda size: f"<div style='{'color:red;' * (size // 9_000)}'>x</div>" * 1_000,
    "one title": lambda size: f"<meta property='og:title' content='{'a - ' * (size // 4)}'>",
    "one author": lambda size: f"<meta name='author' content='{'Ada Brunt, ' * (size // 11)}'>",
}


@pytest.mark.parametrize("kind", NAMED)
def test_what_elements_are_called_is_cut_to_a_most(kind: str) -> None:
    """Counted in the characters that are left for whoever looks through them, ten times the names and a hundred."""
    left = []
    for times in (10, 100):
        tree = html_tree(page(STORY + NAMED[kind](times * LONG // 4)))
        shorten(tree)
        left.append(sum(len(value) for element in tree.iter() for value in element.attrib.values()))
    assert left[1] <= max(1.1 * left[0], NAMES + 1_000 * LEAST)
    assert "\n\n".join(ALL) in article(page(STORY + NAMED[kind](LONG)), "page").text


def test_what_pages_call_their_elements_is_left() -> None:
    source = page(
        STORY + "<div class='a b' id='c' style='color:red' data-x='y'><a href='https://x.example/a'>x</a></div>" * 999
    )
    tree, cut = html_tree(source), html_tree(source)
    shorten(cut)
    assert etree.tostring(cut) == etree.tostring(tree)


@pytest.mark.parametrize("kind", STATED)
def test_what_is_stated_at_length_takes_no_longer_to_read(kind: str) -> None:
    """Counted in calls; a text of its own that is stated counts, as far as it may be an article's."""
    nodes = ({"@type": "NewsArticle", **STATED[kind](size)} for size in (LONG, 4 * LONG))
    scripts = (f"<script type='application/ld+json'>{json.dumps(node)}</script>" for node in nodes)
    small, large = (page(STORY, SITE + script) for script in scripts)
    work(small)
    assert work(large) < 4 * GROWTH / 2 * work(small)


def test_a_stated_text_that_is_no_article_s_is_refused() -> None:
    node = json.dumps({"@type": "NewsArticle", "articleBody": "a" * (LETTERS_LIMIT + 1)})
    with pytest.raises(
        InputError, match=r"^a page that states a text of more than 2,000,000 letters: save it as \.txt$"
    ):
        article(page(STORY, f"<script type='application/ld+json'>{node}</script>"), "page")


def test_of_the_strings_of_a_script_those_that_are_longest_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in the characters that are parsed as HTML: no more than READ beyond the first."""
    parsed: list[int] = []
    monkeypatch.setattr(state, "html_tree", lambda markup: (parsed.append(len(markup)), html_tree(markup))[1])
    others = [f"<p>{FIRST} {at}</p>" * 40 for at in range(400)]
    body = f"<p>{TITLE}. {TITLE}. {TITLE}.</p>" * 400
    told = article(page("", f"{SITE}<script>{json.dumps([*others, body])}</script>"), "page").text
    assert TITLE in told
    assert FIRST not in told
    assert sum(parsed) == len(body) + len("<div></div>"), "what is shorter than the best so far is not read"
    parsed.clear()
    with pytest.raises(InputError, match="no article"):
        article(page("", f"{SITE}<script>{json.dumps(others)}</script>", "Ferry late"), "page")
    assert sum(parsed) < READ + 2 * len(others[-1])


def test_two_long_texts_are_refused_and_not_compared() -> None:
    shown = "".join(f"<p>Paragraph {at} of the trust, it said, met.</p>" for at in range(3_000))
    node = json.dumps({"@type": "NewsArticle", "articleBody": "The trust met, and left. " * 60_000})
    with pytest.raises(InputError, match=r"^a page that states a text and shows another, both too long to compare"):
        article(page(shown, f"<script type='application/ld+json'>{node}</script>"), "page")

"""Hostile pages take work in proportion to their length: counted in calls of functions, not in seconds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from pages import ALL, p, page

from provenance.errors import InputError
from provenance.readers.html import article

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

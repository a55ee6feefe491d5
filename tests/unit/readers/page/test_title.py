"""What a page's article is called."""

from __future__ import annotations

import json

import pytest
from pages import ALL, SITE, TITLE, p, read


def headline(text: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": text})}</script>'


def shared(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


def titled(head: str, above: str = f"<h1>{TITLE}</h1>", window: str = TITLE) -> str | None:
    return read(f"<article>{above}{p(*ALL)}</article>", SITE + head, window).title


@pytest.mark.parametrize(
    "head",
    [
        "",
        shared(f"{TITLE} - Coast Ledger"),
        shared(f"{TITLE} | News | Coast Ledger"),
        headline(f"{TITLE} – Coast Ledger"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_it(head: str) -> None:
    assert titled(head, window=f"{TITLE} | Coast Ledger") == TITLE


def test_a_border_within_a_title_is_kept() -> None:
    name = "Orme - a quarry and its trust"
    assert titled(shared(name), f"<h1>{name}</h1>", name) == name


def test_a_headline_that_nothing_shows_gives_way_to_the_heading() -> None:
    assert titled(headline("meeting of a slate trust")) == TITLE
    assert (
        titled(headline("Slate sale: north face may go") + shared(TITLE), window="Slate sale: north face may go")
        == TITLE
    )


def test_a_headline_that_is_shown_counts_before_the_title_for_sharing() -> None:
    assert titled(headline(TITLE) + shared("You will not believe what this trust sells")) == TITLE


def test_a_heading_among_others() -> None:
    stray = "<div class='bar'><h1>Information and resources</h1></div>"
    found = read(f"{stray}<div id='text'><h2>{TITLE}</h2>{p(*ALL)}</div>", "")
    assert found.title == TITLE
    assert TITLE not in found.text


def test_a_heading_in_a_breadcrumb_is_written_for_machines() -> None:
    crumbs = "<nav><ol class='breadcrumbs'><li><h1>Quarry sale Orme 2031</h1></li></ol></nav>"
    above = f"{crumbs}<h2><span class='kicker'>Slate</span><span>{TITLE}</span></h2>"
    assert titled(headline("Quarry sale Orme 2031") + shared(TITLE), above, "Quarry sale Orme 2031") == TITLE


def test_without_metadata_the_only_main_heading() -> None:
    assert titled("", window="Coast Ledger") == TITLE

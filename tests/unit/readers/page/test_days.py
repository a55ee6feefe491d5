"""When a page says that it was published."""

from __future__ import annotations

import pytest
from pages import ALL, SITE, TITLE, p, page, read

from provenance.readers.dates import day
from provenance.readers.html import article


@pytest.mark.parametrize(
    "written",
    [
        "2031-03-04T09:00:00Z",
        "2031-03-04 09:00",
        "Tue Mar 04 2031 15:21:41 GMT+0100 (Central European Time)",
        "Tue, 04 Mar 2031 23:21:41 EST",
        "March 4, 2031",
        "2031/03/04",
        "20310304",
    ],
)
def test_a_date_for_machines(written: str) -> None:
    assert day(written) == "2031-03-04"


@pytest.mark.parametrize("written", ["", "4", "12:30", "Monday", "March 2031", "2031", "04/03/2031", "soon", "9" * 40])
def test_no_day_is_guessed(written: str) -> None:
    assert day(written) is None


def published(head: str, above: str = "", below: str = "") -> str | None:
    return read(f"<article><h1>{TITLE}</h1>{above}{p(*ALL)}{below}</article>", SITE + head).published


def test_a_time_as_javascript_prints_it() -> None:
    assert published("", '<time class="ago" datetime="Tue Mar 04 2031 15:21:41 GMT+0000">4 Mar</time>') == "2031-03-04"


def test_a_tag_by_whatever_mark_its_words_are_joined() -> None:
    assert published('<meta name="article:published:time" content="2031-03-04T09:00:00Z">') == "2031-03-04"


@pytest.mark.parametrize(
    "line",
    ["4 March 2031", "04.03.2031, 09:15 Uhr", "Di 04.03.31 | 09:15 Uhr", "2031年3月4日", "Published 4 March 2031 at 9"],
)
def test_a_day_beside_the_heading(line: str) -> None:
    assert published("", f"<div>{line}</div>") == "2031-03-04"
    assert published("", f"<div>Updated</div><div>{line}</div>") == "2031-03-04"


def test_a_day_behind_its_name() -> None:
    assert published("", below="<ul><li><b>Datum</b> 04.03.2031</li></ul>") == "2031-03-04"


@pytest.mark.parametrize("line", ["04/03/2031", "The trust met on 4 March 2031.", "31.31.2031"])
def test_a_day_that_is_not_sure_or_not_the_page_s(line: str) -> None:
    assert published("", f"<div>{line}</div>") is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Veröffentlicht am 4. März 2031 um 09:15 Uhr"),
        ("fr-FR", "Publié le 4 mars 2031 à 9h15"),
        ("es", "4 de marzo de 2031 09:15"),
        ("pt-BR", "4 de março de 2031"),
        ("it", "4 marzo 2031, ore 9"),
        ("nb-NO", "Publisert torsdag 04. mars 2031 - 13:26"),
        ("pl", "4 marca 2031"),
        ("ru", "4 марта 2031, 09:15"),
        ("tr", "4 Mart 2031 09:15"),
        ("id", "Selasa, 4 Maret 2031"),
        ("ko", "2031.03.04 09:15"),
        ("hu", "2031. március 4."),
        ("fr", "04/03/2031 à 9h"),
        ("en-GB", "04/03/2031 09:15"),
        ("en", "March 4, 20317:55 AM UTC"),
        ("en", "2031-03-04T09:15:00Z"),
        ("de", "04.03.2031, Lesezeit 5 Min."),
    ],
)
def test_a_day_in_the_page_s_language(language: str, line: str) -> None:
    body = f"<article><h1>{TITLE}</h1><div>{line}</div>{p(*ALL)}</article>"
    assert article(page(body).replace("lang='en'", f"lang='{language}'"), "page").published == "2031-03-04"


@pytest.mark.parametrize("language", ["en", "en-US", "xx", "zz-ZZ"])
def test_figures_that_may_be_two_days(language: str) -> None:
    body = f"<article><h1>{TITLE}</h1><div>04/03/2031</div>{p(*ALL)}</article>"
    assert article(page(body).replace("lang='en'", f"lang='{language}'"), "page").published is None


def test_a_change_is_no_publication() -> None:
    above = "<div>Updated 6 March 2031</div><div>4 March 2031</div>"
    assert published("", above) == "2031-03-04"
    assert published("", "<div>Last updated: 6 March 2031 | Published: 4 March 2031</div>") == "2031-03-04"


def test_a_day_below_the_standfirst_and_one_in_the_text() -> None:
    lead = f"<p class='lead'>{ALL[1]}</p>"
    assert published("", f"{lead}<div>4 March 2031, 09:15</div>") == "2031-03-04"
    assert published("", f"{lead}<h2>What the trust of the quarry signed by night on 4 March 2031 in Orme</h2>") is None


def test_a_day_above_the_heading_in_its_header() -> None:
    header = f"<header><time datetime='2031-03-04'>4 March 2031</time><h1>{TITLE}</h1></header>"
    other = "<aside><time datetime='2031-03-09'>x</time></aside><ul><li><time datetime='2031-03-08'>x</time></li></ul>"
    assert read(f"<div>Sunday, 9 March 2031</div><article>{header}{p(*ALL)}</article>{other}").published == "2031-03-04"


def test_days_of_other_articles_do_not_count() -> None:
    cards = "".join(f"<li><time itemprop='datePublished' datetime='2031-02-0{day}'>x</time></li>" for day in (1, 2, 3))
    own = "<time itemprop='datePublished' datetime='2031-03-04'>x</time>"
    assert read(f"<ul>{cards}</ul><article><h1>{TITLE}</h1>{own}{p(*ALL)}</article>").published == "2031-03-04"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='og:article:published_time' content='2031-03-04T09:00:00Z'>",
        "<meta name='cXenseParse:recs:publishtime' content='2031-03-04T09:00:00Z'>",
        "<meta name='citation_publication_date' content='2031/03/04'>",
        "<meta property='og:url' content='https://coastledger.example/2031/mar/04/slate'>",
    ],
)
def test_tags_and_addresses_of_common_systems(head: str) -> None:
    assert published(head) == "2031-03-04"

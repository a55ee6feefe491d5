"""When a page says that it was published."""

from __future__ import annotations

import pytest
from pages import ALL, SITE, TITLE, p, read

from provenance.readers.dates import day


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

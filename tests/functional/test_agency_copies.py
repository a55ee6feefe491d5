"""Two pages that carry one agency's report, and one that an agency only helped with, from file to trace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import run

if TYPE_CHECKING:
    from pathlib import Path

HARL = (
    "Two officials said on Tuesday that the gates of the old lock at Harl had failed a pressure test in January.",
    "Neither was allowed to speak before the council has been told.",
    "The town lives from its boats, and a closure would cost the season.",
)
TARN = (
    "The gates of the old lock at Harl failed a pressure test in January, two officials said on Tuesday.",
    "They asked not to be named because the council has not yet seen the results.",
    "Boat owners have waited all winter for news of the basin.",
)


def page(publisher: str, author: object, paragraphs: tuple[str, ...], end: str = "") -> str:
    stated = {
        "@type": "NewsArticle",
        "headline": paragraphs[0][:40],
        "datePublished": "2031-02-04",
        "publisher": {"name": publisher},
        "author": author,
    }
    body = "".join(f"<p>{one}</p>" for one in (*paragraphs, end) if one)
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    return (
        f"<html><head><title>{publisher}</title>{head}</head><body><article><h1>Lock</h1>{body}</article></body></html>"
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    agency = {"@type": "Organization", "name": "The Associated Press"}
    (tmp_path / "harl.html").write_text(page("Harl Mirror", agency, HARL))
    (tmp_path / "tarn.html").write_text(page("Tarn Daily", agency, TARN))
    ingested = run(
        "ingest", tmp_path / "harl.html", tmp_path / "tarn.html", "--extractor", "rules", "--store", tmp_path / "s"
    )
    assert ingested.code == 0
    return tmp_path / "s"


def test_two_copies_under_bylines_alone_are_one_report(store: Path) -> None:
    answer = run("trace", "gates failed a pressure test", "--store", store)
    assert answer.out.startswith(
        "One report: unnamed sources, through Associated Press, since 4 February 2031; "
        "2 articles carry it, and none adds a source."
    )
    assert "metadata: byline" in answer.out


@pytest.fixture
def helped(tmp_path: Path) -> Path:
    (tmp_path / "harl.html").write_text(page("Harl Mirror", "Ada Brunt", HARL, "With files from Reuters"))
    (tmp_path / "tarn.html").write_text(page("Tarn Daily", "Leo Marsh", TARN, "With files from Reuters"))
    ingested = run(
        "ingest", tmp_path / "harl.html", tmp_path / "tarn.html", "--extractor", "rules", "--store", tmp_path / "s"
    )
    assert ingested.code == 0
    return tmp_path / "s"


def test_a_contribution_is_shown_at_the_article_and_in_no_chain(helped: Path) -> None:
    answer = run("trace", "gates failed a pressure test", "--store", helped)
    assert "(harl), with a contribution by Reuters" in answer.out
    assert "through Reuters" not in answer.out
    assert "republished" not in answer.out
    compared = run("compare", "harl", "tarn", "--store", helped).out
    assert compared.count(", with a contribution by Reuters") == 2
    assert "taken from Reuters" not in compared
    sources = run("sources", "--store", helped, "--format", "csv").out
    assert "Reuters" in sources

"""A fact check that a page states is kept with its article, and told where what it checked is traced."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import run
from jsonschema import validate as check
from kept import whole

from provenance import Library
from provenance.rdf.shapes import validate
from provenance.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The old mill of Tarsk was sold to a brewery",
    "itemReviewed": {
        "author": {"@type": "Person", "name": "Odile Brask"},
        "datePublished": "2031-05-07",
        "appearance": "https://talk.example/1",
    },
    "author": {"@type": "Organization", "name": "Sluice Check"},
    "reviewRating": {"ratingValue": "1", "bestRating": "5", "worstRating": "1", "alternateName": "False"},
    "datePublished": "2031-05-13",
    "url": "https://sluicecheck.example/1",
}
PAGE = f"""<html lang="en"><head><meta property="og:site_name" content="Sluice Check"><title>The mill stands</title>
<meta property="article:published_time" content="2031-05-13">
<script type="application/ld+json">{json.dumps({"@graph": [REVIEW]})}</script></head><body><article>
<h1>The mill stands</h1><p>The land registry of Ostra has no entry for any transfer since the spring, and the brewery
that was named in the posts says it never made an offer to anybody in the valley.</p>
<p>The wheel turned on Tuesday as on any other day, and flour was sold at the door in the usual paper sacks.</p>
</article></body></html>"""
CLAIM = "the old mill of Tarsk was sold to a brewery"
TOLD = (
    "Checked by Sluice Check, 2031-05-13: “False”, 1 on a scale from 1 to 5. It checked: “The old mill of Tarsk was "
    "sold to a brewery”, which it says Odile Brask claimed on 2031-05-07 (https://sluicecheck.example/1)"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checks")
    (folder / "check.html").write_text(PAGE, "utf8")
    records = [
        {
            "id": "ledger",
            "text": f"Mayor Ilse Maren said {CLAIM}.",
            "published": "2031-05-08",
            "publisher": "Ostra Ledger",
        },
        {"id": "other", "text": "Pell Arden said trout had come back.", "published": "2031-05-08"},
    ]
    (folder / "told.jsonl").write_text("\n".join(map(json.dumps, records)), "utf8")
    answer = run("ingest", folder, "--store", folder / "store", "--extractor", "rules")
    assert answer.code == 0, answer.err
    return folder / "store"


def test_a_trace_says_that_it_was_checked(store: Path) -> None:
    answer = run("trace", CLAIM, "--store", store)
    assert TOLD in answer.out
    [one] = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)["checks"]
    assert (one["rating"]["name"], one["claimant"]["name"], one["told_in"]) == ("False", "Odile Brask", "check")
    assert "Checked by Sluice Check" in run("view", CLAIM, "--store", store, "--format", "html").out


def test_another_claim_was_not(store: Path) -> None:
    assert "Checked by" not in run("trace", "trout had come back", "--store", store).out


def test_what_was_known_before_the_check(store: Path) -> None:
    assert "Checked by" not in run("trace", CLAIM, "--store", store, "--as-of", "2031-05-09").out


def test_the_graph_conforms_and_answers(store: Path) -> None:
    with Library.open(store, mode="r") as library:
        result = validate(whole(library._store))
        assert result.conforms, result.report
    asked = """SELECT ?by ?who ?rating { ?article schema:hasPart ?check . ?check schema:author/schema:name ?by ;
        schema:reviewRating/schema:alternateName ?rating ; schema:itemReviewed/schema:author/schema:name ?who }"""
    assert (
        run("query", asked, "--store", store, "--format", "csv").out.split("\n")[1] == "Sluice Check,Odile Brask,False"
    )


def test_nobody_of_it_is_a_source(store: Path) -> None:
    names = {row["name"] for row in json.loads(run("sources", "--store", store, "--format", "json").out)}
    assert names.isdisjoint({"Odile Brask", "Sluice Check"})


def test_extract_has_it(tmp_path: Path) -> None:
    (tmp_path / "check.html").write_text(PAGE, "utf8")
    record = json.loads(run("extract", tmp_path / "check.html", "--extractor", "rules").out)
    check(record, json.loads(resource("contract.schema.json").read_text("utf8")))
    [review] = record["article"]["reviews"]
    assert review["claimant"] == {"name": "Odile Brask", "kind": "person"}
    assert review["appearances"] == ["https://talk.example/1"]

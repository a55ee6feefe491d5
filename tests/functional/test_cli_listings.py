"""Every listing says the same in each of its formats."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from command import CLAIM, EXAMPLES, Answer, run

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "SELECT DISTINCT ?name { ?hop grasp:wasAttributedTo ?one . ?one schema:name ?name } ORDER BY ?name"
LISTINGS = [
    ["articles"],
    ["sources"],
    ["claims"],
    ["check"],
    ["info"],
    ["origin", CLAIM],
    ["query", NAMES],
    ["extract", EXAMPLES],
]


def ask(arguments: list[str], store: Path, listing: str) -> Answer:
    place = [] if arguments[0] == "extract" else ["--store", store]
    return run(*arguments, *place, "--format", listing)


@pytest.mark.parametrize("arguments", LISTINGS, ids=lambda arguments: arguments[0])
def test_the_formats_agree(arguments: list[str], store: Path) -> None:
    answers = {listing: ask(arguments, store, listing) for listing in ("table", "json", "jsonl", "csv")}
    assert {(answer.code, answer.err) for answer in answers.values()} == {(0, "")}

    whole = json.loads(answers["json"].out)
    assert whole
    assert [json.loads(line) for line in answers["jsonl"].out.splitlines()] == whole

    header, *rows = csv.reader(StringIO(answers["csv"].out))
    verdict, gap, table = answers["table"].out.rpartition("\n\n")
    assert bool(verdict and gap) == (arguments[0] == "origin")
    heading, *lines = table.splitlines()
    told = [number for number, name in enumerate(header) if (arguments[0], name) != ("origin", "claim")]
    assert heading.split() == [header[number] for number in told]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert line.split() == " ".join(row[number].removeprefix("'") for number in told).split()
    if arguments[0] != "extract":
        assert len(rows) == len(whole)


def test_an_article_is_listed_with_what_is_known_of_it(store: Path) -> None:
    articles = {
        article["key"]: article for article in json.loads(run("articles", "--store", store, "--format", "json").out)
    }
    assert len(articles) == 10
    wire = articles["calder-press"]
    assert (wire["publisher"], wire["published"]) == ("Calder Press", "2025-03-11")
    assert wire["title"] == "Calder Ferries considers closing Marrow Island route, newspaper reports"
    assert wire["url"] == "https://calderpress.example/wire/20250311-114"
    assert wire["statements"] > 0


def test_a_claim_is_listed_as_the_contract_says(store: Path) -> None:
    claims = [json.loads(line) for line in run("claims", "--store", store, "--format", "jsonl").out.splitlines()]
    shared = next(
        claim
        for claim in claims
        if claim["text"].startswith("The council has set aside 300,000 crowns for a water taxi")
    )
    assert {statement["key"] for statement in shared["statements"]} == {"westhaven-gazette", "newsfold"}
    assert all(set(statement) == {"id", "key", "content"} for statement in shared["statements"])
    assert shared["origins"] == [
        {"name": "Piet Lorrimer", "kind": "person", "anonymous": False, "reached": "westhaven-gazette"}
    ]
    assert shared["independent_origins"] == [1, 1]
    assert shared["earliest"] == {"key": "westhaven-gazette", "date": "2025-03-12"}
    assert shared["loops"] is False


def test_a_listed_claim_has_the_statements_and_origins_of_all_its_articles(store: Path) -> None:
    text = "The ferry operator will close the Marrow Island route in October"
    claims = json.loads(run("claims", "--store", store, "--format", "json").out)
    asked = next(one for one in claims if "route" in one["text"] and len(one["statements"]) > 1)
    listed = asked | {"keys": {one["key"] for one in asked["statements"]}}
    assert listed["keys"] >= {"mainland-observer", "harbour-ledger"}
    followed = json.loads(run("origin", text, "--store", store, "--format", "json").out)
    assert "two officials" in [origin["name"] for origin in listed["origins"]]
    assert "two officials" in [origin["name"] for origin in followed]


def test_an_empty_answer_is_empty_in_each_format(store: Path) -> None:
    nobody = "SELECT ?name { ?one a schema:Person ; schema:name 'Nobody', ?name }"
    answers = {listing: ask(["query", nobody], store, listing) for listing in ("table", "json", "jsonl", "csv")}
    assert {answer.code for answer in answers.values()} == {1}
    assert {answer.err for answer in answers.values()} == {"provenance: nothing in the store answers the query\n"}
    assert {listing: answer.out for listing, answer in answers.items()} == {
        "table": "",
        "json": "[]\n",
        "jsonl": "",
        "csv": "name\n",
    }


def test_what_could_steer_a_terminal_or_a_spreadsheet_is_made_harmless(tmp_path: Path) -> None:
    page = {"id": "x", "title": "=HYPERLINK(\u009b31m\u202eevil)", "text": "The mayor said that it rained."}
    (tmp_path / "x.jsonl").write_text(json.dumps(page), "utf8")
    run("ingest", tmp_path / "x.jsonl", "--store", tmp_path / "store")
    table, sheet = (
        run("articles", "--store", tmp_path / "store", "--format", listing).out for listing in ("table", "csv")
    )
    assert not {"\u009b", "\u202e"} & set(table)
    assert "'=HYPERLINK(" in sheet

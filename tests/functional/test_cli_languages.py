"""Articles in other languages: kept, listed, and read when they are asked for."""

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

GERMAN = """Die Gemeinde Tarsk lässt ihre Mühle bis zum Winter stehen.

„Wir reißen nichts ab, was noch mahlt“, sagte Bürgermeisterin Odile Brask am Mittwoch dem Gemeinderat.

Das Oberländer Blatt hatte am Sonntag unter Berufung auf drei Müller gemeldet, das Rad sei gebrochen.
"""
ENGLISH = """The mill of Tarsk will stand until winter.

“We tear nothing down that still grinds,” Mayor Odile Brask told the council on Wednesday.
"""
RULES = ("--extractor", "rules")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "muehle.txt").write_text(GERMAN, "utf8")
    (folder / "mill.txt").write_text(ENGLISH, "utf8")
    return folder


def listed(store: Path, *arguments: object) -> list[dict[str, object]]:
    records: list[dict[str, object]] = json.loads(run(*arguments, "--store", store, "--format", "json").out)
    return records


def test_kept_and_not_read(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    answer = run("ingest", folder, "--store", store, *RULES)
    assert answer.code == 0
    assert f"provenance: {folder}/muehle.txt: not read: German; it has no statements, " in answer.err
    assert answer.err.endswith("2 articles (2 added), 1 statement; 1 not read\n")
    articles = {row["key"]: row for row in listed(store, "articles")}
    assert [(articles["muehle"][field]) for field in ("language", "statements", "unread")] == ["de", 0, "German"]
    assert [(articles["mill"][field]) for field in ("language", "statements", "unread")] == ["en", 1, ""]
    assert [row["key"] for row in listed(store, "skipped")] == ["muehle"]
    assert listed(store, "info")[0]["unread"] == 1


def test_again_and_then_read_all_the_same(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    run("ingest", folder, "--store", store, *RULES)
    assert "2 articles (2 unchanged), 1 statement; 1 not read" in run("ingest", folder, "--store", store, *RULES).err
    asked = run("ingest", folder, "--store", store, *RULES, "--language", "any")
    assert "2 articles (1 unchanged, 1 superseded)" in asked.err
    assert "not read" not in asked.err
    none = run("skipped", "--store", store)
    assert (none.code, none.err) == (
        1,
        "provenance: no article in the store is unread; 'provenance articles' lists them all\n",
    )
    statements = listed(store, "info")[0]["statements"]
    again = run("ingest", folder, "--store", store, *RULES)
    assert "2 articles (2 unchanged)" in again.err
    assert listed(store, "info")[0]["statements"] == statements, "what was read stays"


def test_another_extractor_reads_none_of_it_either(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    run("ingest", folder / "muehle.txt", "--store", store, *RULES)
    assert (
        "1 article (1 unchanged), 0 statements; 1 not read"
        in run("ingest", folder / "muehle.txt", "--store", store).err
    )


def test_the_graph_conforms_and_says_why(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    run("ingest", folder, "--store", store, *RULES)
    with Library.open(store, mode="r") as library:
        result = validate(whole(library._store))
        [reading] = [one for one in library.readings() if one.unread]
    assert result.conforms, result.report
    assert reading.extractor.name == "language"
    asked = "SELECT ?why { ?run a prov:Bundle ; prov:wasGeneratedBy/pv:unread ?why }"
    assert run("query", asked, "--store", store, "--format", "csv").out.split() == ["why", "German"]


def test_extract_says_so_too(folder: Path) -> None:
    answer = run("extract", folder / "muehle.txt", *RULES)
    record = json.loads(answer.out)
    check(record, json.loads(resource("contract.schema.json").read_text("utf8")))
    assert answer.code == 0
    assert "muehle.txt: not read: German; " in answer.err
    assert (record["unread"], record["attributions"], record["article"]["language"]) == ("German", [], "de")


def test_extract_reads_it_when_asked(folder: Path) -> None:
    answer = run("extract", folder / "muehle.txt", *RULES, "--language", "de")
    assert json.loads(answer.out)["unread"] is None
    assert answer.err == ""


def test_the_model_is_not_asked(folder: Path) -> None:
    record = json.loads(run("extract", folder / "muehle.txt").out)
    assert record["extractor"] == {"name": "language", "version": "1", "model": None}
    assert record["attributions"] == []


def test_a_page_that_declares_its_language_where_its_words_do_not_tell(tmp_path: Path) -> None:
    page = tmp_path / "short.jsonl"
    page.write_text('{"text": "Ja. Nein.", "language": "de"}\n{"text": "Ja. Nein."}\n', "utf8")
    records = [json.loads(line) for line in run("extract", page, *RULES).out.splitlines()]
    assert [record["unread"] for record in records] == ["German", None]


def test_no_such_language(folder: Path, tmp_path: Path) -> None:
    for command in (("extract", folder), ("ingest", folder, "--store", tmp_path / "store")):
        answer = run(*command, "--language", "german")
        assert answer.code == 2
        assert answer.err.endswith("provenance: no language 'german': give its code, such as de, or any\n")

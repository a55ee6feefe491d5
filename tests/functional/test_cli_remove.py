"""What `provenance remove` takes out of a store, and what it leaves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from command import CLAIM, EXAMPLES, run
from corpus import STORY

from provenance import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    return path


def listed(command: str, store: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(command, "--store", store, "--format", "jsonl").out.splitlines()]


def test_articles_are_removed_by_key_and_by_iri(filled: Path) -> None:
    before = {row["key"]: row for row in listed("articles", filled)}
    told = [f"removed {key}" for key in ("newsfold", "library-hours")]
    answer = run("remove", before["newsfold"]["id"], "library-hours", "--store", filled)
    assert (answer.code, answer.out) == (0, "")
    assert [line.partition(" “")[0].partition(":")[0] for line in answer.err.splitlines()] == told
    assert answer.err.splitlines()[0].endswith(f": {before['newsfold']['statements']} statements")
    assert {row["key"] for row in listed("articles", filled)} == before.keys() - {"newsfold", "library-hours"}
    chains = json.loads(run("trace", CLAIM, "--store", filled, "--format", "json").out)["chains"]
    assert "newsfold" not in {step["reached"] for chain in chains for step in chain["steps"]}


def test_an_unknown_article_is_named_and_the_others_are_removed(filled: Path) -> None:
    answer = run("remove", "nowhere", "library-hours", "library-hours", "--store", filled)
    assert (answer.code, answer.out) == (1, "")
    unknown, removed = answer.err.splitlines()
    assert unknown == "provenance: the store holds no article 'nowhere': 'provenance articles' lists their keys"
    assert removed.startswith("removed library-hours")


def test_nothing_else_is_lost() -> None:
    """What is left is what a store has that never held the article."""
    gone = STORY[3]
    with Library.memory() as library, Library.memory() as never:
        for reading in STORY:
            library.add(reading)
            if reading is not gone:
                never.add(reading)
        assert library.remove(gone.article.key).key == gone.article.key
        assert list(library.links()) == list(never.links())
        assert list(library.claims()) == list(never.claims())
        assert library.articles() == never.articles()

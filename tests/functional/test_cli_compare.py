"""What `provenance compare` says of two articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run
from corpus import STORY

from provenance import Library
from provenance.iris import link_iri

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def by_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compare") / "store"
    assert run("ingest", EXAMPLES, "--extractor", "rules", "--store", path).code == 0
    return path


def test_a_copy_is_told_with_its_evidence_and_the_statements_are_paired(by_rules: Path) -> None:
    answer = run("compare", "westhaven-gazette", "newsfold", "--store", by_rules)
    assert (answer.code, answer.err) == (0, "")
    assert "Copy: newsfold was taken from westhaven-gazette: republished whole" in answer.out
    assert "0 only in newsfold" in answer.out
    assert "Shared quotations\n  14 of the 14 words" in answer.out
    assert "\x1b" not in answer.out


def test_a_shared_claim_has_both_wordings_and_both_chains(by_rules: Path) -> None:
    arguments = ("compare", "mainland-observer", "harbour-ledger", "--store", by_rules)
    found = json.loads(run(*arguments, "--format", "json").out)
    [one] = found["shared"]
    assert found["earlier"] == "harbour-ledger"
    assert [hop["name"] for hop in one["left"]["chain"]] == ["Newsfold"]
    assert [hop["name"] for hop in one["right"]["chain"]] == ["two officials"]
    assert [(change["before"], change["after"]) for change in one["changes"]] == [("considering", "will close")]
    assert [each["kind"] for each in one["differences"]] == ["a source dropped", "a relay more"]
    text = run(*arguments).out
    assert "A hedge lost: “considering” in harbour-ledger, “will close” in mainland-observer" in text
    assert "A source dropped: none in mainland-observer, two officials in harbour-ledger" in text


def test_people_outrank_the_program() -> None:
    with Library.memory() as library:
        for reading in STORY:
            library.add(reading)
        before = library.compare("kestrel", "northgate")
        [one] = before.shared
        library.review.split([one.left.claim, one.right.id], by="Ilse Maren")
        after = library.compare("kestrel", "northgate")
        assert after.shared == ()
        assert [said.id for said in (*after.left_only, *after.right_only)] == [one.left.id, one.right.id]


def test_a_link_that_people_rejected_is_shown_as_they_judged_it(by_rules: Path, tmp_path: Path) -> None:
    import shutil

    path = shutil.copytree(by_rules, tmp_path / "store")
    with Library.open(path) as library:
        [copy] = library.compare("newsfold", "westhaven-gazette").copies
        library.review.reject(link_iri(copy), by="Ilse Maren", note="a common text")
    answer = run("compare", "newsfold", "westhaven-gazette", "--store", path)
    assert "Copy: not the same: rejected by Ilse Maren" in answer.out


def test_an_article_that_is_not_there_and_one_that_is_there_twice(by_rules: Path) -> None:
    unknown = "the store holds no article 'nowhere': 'provenance articles' lists their keys"
    assert run("compare", "newsfold", "nowhere", "--store", by_rules) == (1, "", f"provenance: {unknown}\n")
    twice = "'newsfold' is one article: give two to compare"
    assert run("compare", "newsfold", "newsfold", "--store", by_rules) == (2, "", f"provenance: {twice}\n")

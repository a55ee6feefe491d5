"""Questions as people type them, on the examples: claim by claim, what is related, and as of a date."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import run

if TYPE_CHECKING:
    from pathlib import Path

CLOSING = "The ferry operator Calder Ferries plans to close the Marrow Island route in October"


@pytest.mark.parametrize(
    "question",
    ["Who says the ferry will close?", "marrow ISLAND ferry closure", "is it true that the ferry route will be closed"],
)
def test_a_question_finds_the_claim(question: str, store: Path) -> None:
    found = json.loads(run("trace", question, "--store", store, "--format", "json").out)
    assert (found["asked"], found["claim"]) == (question, CLOSING)
    assert found["basis"]["ground"] == "several sources"
    assert run("origin", question, "--store", store).code == 0
    first, *_ = json.loads(run("find", question, "--store", store, "--format", "json").out)
    assert (first["claim"], first["makes"]) == (found["id"], True)


def test_what_is_related_is_listed_with_how_to_trace_it(store: Path) -> None:
    found = json.loads(run("trace", "Who says the ferry will close?", "--store", store, "--format", "json").out)
    told = {found["id"], *(one["id"] for one in found["also"])}
    assert found["related"]
    assert not told & {one["id"] for one in found["related"]}
    shown = run("trace", "Who says the ferry will close?", "--store", store).out
    assert "Related, not counted as making it" in shown
    assert f"provenance trace {found['related'][0]['id']}" in shown


def test_several_claims_are_told_one_by_one(store: Path) -> None:
    question = "Calder Ferries passengers last year, route lost crowns last year"
    found = json.loads(run("trace", question, "--store", store, "--format", "json").out)
    claims = [found, *found["also"]]
    assert len(claims) > 1
    assert len({one["id"] for one in claims}) == len(claims)
    shown = run("trace", question, "--store", store).out
    assert shown.startswith(f"{len(claims)} claims match")
    assert all(one["verdict"][:40] in shown for one in claims)
    listed = run("origin", question, "--store", store).out
    assert listed.startswith(f"{len(claims)} claims match:\n")


def test_as_of_a_date_what_came_out_later_is_in_nothing(store: Path) -> None:
    then = run("trace", CLOSING, "--as-of", "2025-03-12", "--store", store)
    assert (then.code, then.err) == (0, "")
    for later in ("newsfold", "mainland-observer", "ellery-courier-denial", "marrow-island-voice"):
        assert later not in then.out
    assert "denied by" not in then.out
    assert run("trace", CLOSING, "--as-of", "2025-03-10", "--store", store).code == 1
    line = "provenance: 'soon' is no date: give a day such as 2025-03-11, a month (2025-03) or a year\n"
    assert run("origin", CLOSING, "--as-of", "soon", "--store", store) == (2, "", line)


def test_nothing_sure_says_so_with_the_nearest_and_no_guess(store: Path) -> None:
    asked = "Did the railway carry fewer passengers?"
    answer = run("trace", asked, "--store", store)
    assert answer.code == 1
    assert answer.out.startswith("Related, not counted as making it")
    assert f"surely makes the claim '{asked}'; the nearest is '" in answer.err
    found = json.loads(run("trace", asked, "--store", store, "--format", "json").out)
    assert (found["claim"], found["also"]) == (None, [])
    assert found["related"]

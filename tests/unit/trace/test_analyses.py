"""An analysis that is a function and a line in the table is in records and in the report, with no other change."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import pytest
from corpus import STORY

from provenance import Library
from provenance.records import trace_record
from provenance.trace.analyses import ANALYSES, Analysis
from provenance.trace.report import Trace
from provenance.views import text
from provenance.views.prose import further

if TYPE_CHECKING:
    from provenance.trace.analyses import Grounds


@dataclass(frozen=True, slots=True)
class Longest:
    """The article with the longest wording, by key, and how many characters that has."""

    article: str
    characters: int


def longest(on: Grounds) -> tuple[Longest, ...]:
    found = ((len(on.up.graph.statement(start).text), on.up.article(start).article_key) for start in on.up.starts)
    return tuple(Longest(key, length) for length, key in sorted(found, reverse=True)[:1])


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> Trace:
    monkeypatch.setattr("provenance.trace.analyses.ANALYSES", [*ANALYSES, Analysis("longest_wording", longest)])
    with Library.memory() as library:
        for one in STORY:
            library.add(one)
        claim = max(library.claims(), key=lambda one: len(one.statements))
        return library.trace(claim.id)


def test_it_is_in_the_record(traced: Trace) -> None:
    record = json.loads(json.dumps(trace_record(traced)))
    [one] = traced.further["longest_wording"]
    assert one.characters == max(len(" ".join(each.text.split())) for each in traced.statements)
    assert record["longest_wording"] == [{"article": one.article, "characters": one.characters}]


def test_it_is_in_the_report(traced: Trace) -> None:
    [one] = traced.further["longest_wording"]
    assert f"Longest wording\n└── article: {one.article}; characters: {one.characters}\n" in text(traced)


def test_a_sentence_says_it_where_there_is_one(traced: Trace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(further.SAYS, "longest_wording", lambda one: f"{one.article} says most of it.")
    [one] = traced.further["longest_wording"]
    assert f"Longest wording\n└── {one.article} says most of it.\n" in text(traced)


def test_what_has_a_field_of_its_own_is_not_told_twice() -> None:
    assert {one.name for one in ANALYSES} <= {one.name for one in fields(Trace)}

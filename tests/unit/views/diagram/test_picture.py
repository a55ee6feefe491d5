"""From a trace to its picture: everyone once, the claim's own way, and what is not known shown as such."""

from __future__ import annotations

from dataclasses import replace

from corpus import CLAIM, STORY, hop, reading, said, statements

from provenance.linking.matching.reports import resolve
from provenance.model import Assertion, Kind, Reading, Relation
from provenance.trace import trace
from provenance.views.diagram.model import Box, Picture, Shape
from provenance.views.diagram.picture import picture


def shown(*readings: Reading) -> Picture:
    told = statements(readings)
    return picture(trace(CLAIM, told, resolve(told)))


def box(found: Picture, name: str) -> Box:
    [one] = [box for box in found.boxes if box.name == name]
    return one


def ways(found: Picture) -> set[tuple[str, str, str]]:
    names = {box.node: box.name for box in found.boxes}
    return {(names[line.tail], line.how, names[line.head]) for line in found.lines}


def test_the_claim_goes_from_its_origin_to_the_article() -> None:
    assert ways(shown(STORY[3])) == {
        ("two officials", "says", "Kestrel Wire"),
        ("Kestrel Wire", "reports", "Northgate Post"),
        ("Northgate Post", "republished", "MirrorHub"),
    }


def test_a_report_that_was_retrieved_is_the_article_that_it_is() -> None:
    found = shown(*STORY)
    assert box(found, "Kestrel Wire").shape is Shape.ARTICLE
    [line] = [one for one in found.lines if one.head == box(found, "Northgate Post").node]
    assert (line.is_matched, line.confidence) == (True, 0.9)


def test_what_is_only_cited_is_no_article() -> None:
    missing = box(shown(STORY[3]), "Northgate Post")
    assert (missing.shape, missing.notes) == (Shape.REPORT, ("cited, not retrieved",))


def test_an_outlets_own_reporting_starts_at_its_article() -> None:
    ledger = box(shown(*STORY), "Civic Ledger")
    assert (ledger.is_origin, ledger.notes) == (True, ("the outlet's own reporting",))


def test_unnamed_sources_say_so_and_why() -> None:
    officials = box(shown(*STORY), "two water ministry officials")
    assert (officials.shape, officials.notes) == (Shape.ANONYMOUS, ("anonymous", "“the plan is not public”"))


def test_a_denial_is_no_origin() -> None:
    found = shown(*STORY)
    assert not box(found, "water ministry").is_origin
    assert {line.how for line in found.lines if line.assertion is Assertion.DENIES} == {"denies"}


def test_what_most_articles_came_by_is_a_bottleneck() -> None:
    assert [one.name for one in shown(*STORY).boxes if one.is_bottleneck] == ["Kestrel Wire"]


def test_two_statements_of_one_article_are_one_box_with_both_wordings() -> None:
    text = "The Tarsk dam will be drained before spring, Ilse Maren said. The dam will be drained, said Ilse Maren."
    maren = hop(text, "Ilse Maren", Kind.PERSON, Relation.SAID, "Ilse Maren")
    both = (
        said(text, "The Tarsk dam will be drained before spring", "said", (maren,)),
        said(text, "The dam will be drained", "said", (maren,)),
    )
    found = shown(reading("ostra", "Radio Ostra", "2031-02-05", text, attributions=both))
    assert len(found.boxes) == 2
    assert box(found, "Radio Ostra").wordings == (
        "The Tarsk dam will be drained before spring",
        "The dam will be drained",
    )


def test_two_articles_that_cite_one_outlet_cite_one_report() -> None:
    found = shown(*(one for one in STORY if one.article.key in {"sluice", "northgate"}))
    assert sum(one.name == "Kestrel Wire" for one in found.boxes) == 1


def test_drift_stands_on_the_line_where_it_happened() -> None:
    text = "The Tarsk dam could be drained before spring, an engineer said."
    engineer = hop(text, "an engineer", Kind.ANONYMOUS, Relation.SAID, "an engineer", anonymous=True)
    wire = reading(
        "wire", "Kestrel Wire", "2031-02-03", text, kind=Kind.WIRE,
        attributions=(said(text, "The Tarsk dam could be drained before spring", "said", (engineer,)),),
    )  # fmt: skip
    later = "The Tarsk dam will be drained before spring, Kestrel Wire reported."
    cites = hop(later, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire")
    post = reading(
        "post", "Northgate Post", "2031-02-04", later,
        attributions=(said(later, "The Tarsk dam will be drained before spring", "reported", (cites,)),),
    )  # fmt: skip
    [changes] = {line.changes for line in shown(wire, post).lines if line.changes}
    assert "could → will be drained" in changes


def test_what_is_undecided_is_a_line_of_its_own_kind() -> None:
    [attribution] = STORY[0].attributions
    doubtful = replace(attribution, chain=tuple(replace(one, confidence=0.3) for one in attribution.chain))
    found = shown(replace(STORY[0], attributions=(doubtful,)))
    assert all(line.is_undecided for line in found.lines)
    assert found.verdict.endswith("who made it is undecided.")

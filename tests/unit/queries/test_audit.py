"""What is weak in a store: each kind of finding on its own, and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import STORY, hop, reading, said

from provenance import Library
from provenance.errors import UsageError
from provenance.model import Kind, Relation
from provenance.queries.audit import KINDS, Issue, Weakness, ordered
from provenance.views.prose.issues import issue

if TYPE_CHECKING:
    from provenance.model import Reading


CONTENT = "The copper kiln at Vell will be torn down"


def told(key: str, publisher: str, name: str, kind: Kind, day: str = "2031-02-03") -> Reading:
    """What `name` says of the kiln in an article."""
    text = f"{CONTENT}, {name} said, as {publisher} has it."
    source = hop(text, name, kind, Relation.OTHER, name, anonymous=kind is Kind.ANONYMOUS)
    return reading(key, publisher, day, text, attributions=(said(text, CONTENT, "said", (source,)),))


def found(*readings: Reading, kinds: tuple[str, ...] = (), min_articles: int = 2) -> list[Issue]:
    with Library.memory() as library:
        for one in readings:
            library.add(one)
        return ordered(library.check(kinds, min_articles))


def papers(name: str, kind: Kind, *days: str) -> list[Reading]:
    return [told(f"paper{n}", f"Vell Paper {n}", name, kind, day) for n, day in enumerate(days, start=1)]


def test_one_origin_behind_three_articles_and_not_behind_two() -> None:
    days = ("2031-02-03", "2031-02-04", "2031-02-05")
    [one] = found(*papers("Orla Pint", Kind.PERSON, *days))
    assert (one.kind, one.articles, one.statements) == (Weakness.ONE_ORIGIN, ("paper1", "paper2", "paper3"), 3)
    assert issue(one) == "One source: Orla Pint, since 3 February 2031; 3 articles carry it, and none adds a source."
    assert one.text == CONTENT
    assert found(*papers("Orla Pint", Kind.PERSON, *days[:2])) == []


def test_only_unnamed_sources() -> None:
    [one] = found(*papers("two surveyors", Kind.ANONYMOUS, "2031-02-03", "2031-02-04"), kinds=("unnamed",))
    assert issue(one) == "Only unnamed sources stand behind 2 articles: two unnamed surveyors."


def test_a_trail_that_ends_at_a_report_that_is_not_there_until_it_is() -> None:
    citing = papers("Vell Herald", Kind.OUTLET, "2031-02-03", "2031-02-04")
    [one] = found(*citing)
    assert (one.kind, one.articles) == (Weakness.BROKEN_TRAIL, ("paper1", "paper2"))
    assert issue(one) == "Nothing stands behind 2 articles but a report by Vell Herald (not in the store)."
    herald = told("herald", "Vell Herald", "Orla Pint", Kind.PERSON, "2031-02-02")
    assert [one.kind for one in found(*citing, herald, kinds=("one-origin", "broken-trail"))] == [Weakness.ONE_ORIGIN]


def test_outlets_that_cite_each_other_are_one_finding() -> None:
    pair = (
        told("post", "Vell Post", "Vell Herald", Kind.OUTLET),
        told("herald", "Vell Herald", "Vell Post", Kind.OUTLET),
    )
    [one] = found(*pair, kinds=("loop",))
    assert (one.articles, issue(one)) == (("herald", "post"), "Vell Herald and Vell Post cite each other in a circle.")


def test_drift_has_both_wordings() -> None:
    drifts = found(*STORY, kinds=("drift",))
    assert {one.kind for one in drifts} == {Weakness.DRIFT}
    assert all(one.before and one.after and len(one.articles) == 2 for one in drifts)
    assert len({(one.articles, issue(one), one.before, one.after) for one in drifts}) == len(drifts)


def test_what_concerns_one_article_is_told_where_it_is_asked_for() -> None:
    alone = papers("two surveyors", Kind.ANONYMOUS, "2031-02-03")
    assert found(*alone) == []
    assert [one.kind for one in found(*alone, min_articles=1)] == [Weakness.UNNAMED]


def test_those_that_most_articles_rest_on_come_first() -> None:
    counts = [len(one.articles) for one in found(*STORY, min_articles=1)]
    assert counts == sorted(counts, reverse=True)


def test_what_people_rejected_is_weak_no_more() -> None:
    with Library.memory() as library:
        for one in papers("two surveyors", Kind.ANONYMOUS, "2031-02-03", "2031-02-04"):
            library.add(one)
        [claim] = library.claims()
        library.review.reject(claim.statements[0].id, by="Ilse Maren")
        assert list(library.check(kinds=("unnamed",))) == []


def test_a_kind_that_is_none() -> None:
    with Library.memory() as library, pytest.raises(UsageError) as refused:
        library.check(kinds=("rumour",))
    assert str(refused.value) == f"no kind of finding 'rumour': give one of {', '.join(KINDS)}"

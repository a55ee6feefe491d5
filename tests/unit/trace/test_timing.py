"""Earliest appearances, impossible orders and what to fetch."""

from __future__ import annotations

from dataclasses import replace

from corpus import CLAIM, STORY
from invented import both, quoted, statements

from provenance.iris import attribution_iri_of, passage_iri_of
from provenance.linking.matching.reports import resolve
from provenance.model import Dated, Kind, Reading, Resolution, Span
from provenance.trace import trace
from provenance.trace.fetch import ToFetch, to_fetch
from provenance.trace.support import supporting
from provenance.trace.timing import Appearance, Disorder, disorders, earliest

WIRE = ("Kestrel Wire", Kind.WIRE)
ANN = ("Ann Low", Kind.PERSON)


def dated(reading: Reading, value: str) -> Reading:
    """Its first hop said so at `value`."""
    [told] = reading.attributions
    start, end = told.chain[0].evidence[0]
    return replace(reading, attributions=(replace(told, date=Dated("then", value, Span(start, end))),))


def test_the_earliest_is_the_first_published() -> None:
    found = earliest(supporting(both(quoted("a", "Post", ANN), quoted("b", "Mail", ANN, published="2031-01-09"))))
    assert found == Appearance("Mail", "2031-01-09", "", "b")


def test_a_cited_report_may_be_earlier() -> None:
    found = earliest(supporting(both(dated(quoted("a", "Post", WIRE), "2031-02-01"))))
    assert found == Appearance("Kestrel Wire", "2031-02-01", "Kestrel Wire", "a")


def test_a_month_proves_no_more_than_its_last_day() -> None:
    month, day = quoted("a", "Post", ANN, published="2031-02"), quoted("b", "Mail", ANN, published="2031-02-05")
    found = earliest(supporting(both(month, day)))
    assert found
    assert found.told_in == "b"
    before = earliest(supporting(both(quoted("a", "Post", ANN, published="2031-01"), day)))
    assert before
    assert before.told_in == "a"


def test_of_one_day_what_was_cited_comes_first() -> None:
    wire, post = quoted("z", "Kestrel Wire", ANN), quoted("a", "Post", WIRE)
    told = statements((wire, post))
    found = trace("rain", told, resolve(told)).earliest
    assert found
    assert found.who == "Kestrel Wire"


def test_denials_and_undated_articles_are_no_appearance() -> None:
    assert earliest(supporting(both(STORY[8], STORY[9]))) is None


def test_what_cites_something_later_is_an_impossible_order() -> None:
    late = dated(quoted("a", "Post", WIRE), "2031-02-07")
    assert disorders(both(late)) == (Disorder("a", "2031-02-03", "Kestrel Wire", "2031-02-07", "Kestrel Wire"),)
    assert disorders(both(dated(quoted("a", "Post", WIRE), "2031-02"))) == ()
    assert disorders(both(dated(quoted("a", "Post", WIRE, published="2031"), "2031-02-07"))) == ()


def test_a_resolution_to_a_later_article_is_an_impossible_order() -> None:
    post, wire = quoted("a", "Post", WIRE), quoted("w", "Kestrel Wire", ANN, published="2031-02-09")
    told = statements((post, wire))
    review = Resolution(attribution_iri_of(told[0]), 0, attribution_iri_of(told[1]), "", 1)
    assert trace("rain", told, (review,)).disorders == (
        Disorder("a", "2031-02-03", "Kestrel Wire", "2031-02-09", "Kestrel Wire"),
    )


def test_two_articles_that_cite_each_other_are_an_impossible_order() -> None:
    a, b = quoted("a", "Alpha", ("Beta", Kind.OUTLET)), quoted("b", "Beta", ("Alpha", Kind.OUTLET))
    told = statements((a, b))
    assert [(one.citing, one.cited) for one in trace("rain", told, resolve(told)).disorders] == [
        ("a", "Beta"),
        ("b", "Alpha"),
    ]


def test_what_to_fetch_is_what_most_articles_rest_on() -> None:
    found = to_fetch(both(*STORY[1:5]))
    assert found[0] == ToFetch(
        "Kestrel Wire",
        Kind.WIRE,
        "2031-02-03",
        "",
        ("Tarsk", "dam", "drained", "spring"),
        ("northgate", "mirrorhub", "sluice"),
    )
    assert [(one.who, one.date, one.by) for one in found[1:]] == [
        ("Northgate Post", "", "2031-02-04"),
        ("MirrorHub", "", "2031-02-05"),
    ]


def test_two_dates_are_two_reports() -> None:
    dates = ("2031-01-01", "2031-02-01")
    papers = [dated(quoted(f"k{number}", "Post", WIRE), date) for number, date in enumerate(dates)]
    found = to_fetch(both(*papers, quoted("c", "Mail", WIRE)))
    assert [(one.date, one.by, one.articles) for one in found] == [
        ("2031-01-01", "", ("k0",)),
        ("2031-02-01", "", ("k1",)),
        ("", "2031-02-03", ("c",)),
    ]


def test_what_is_here_is_not_fetched() -> None:
    told = statements(STORY)
    assert [one.who for one in trace(CLAIM, told, resolve(told)).to_fetch] == ["Vantage Times", "a budget filing"]


def test_the_claims_own_words_are_looked_for() -> None:
    told = statements([quoted("a", "Post", WIRE, content="Heavy rain will reach Tarsk")])
    assert [one.words for one in trace("Tarsk's rain", told).to_fetch] == [("Tarsk", "rain")]
    assert [one.words for one in trace(passage_iri_of(told[0]), told).to_fetch] == [("Heavy", "rain", "reach", "Tarsk")]

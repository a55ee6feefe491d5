"""What each figure counts, on a made-up page."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from corpus import at

from evaluation import names
from evaluation.bootstrap import intervals
from evaluation.gold import Document, Line, Marked, Named, Shared, Source, Type
from evaluation.matching import covered, pairs, trimmed
from evaluation.measures import Agreement, Ratio, agreement, total
from evaluation.metrics import attributions, ceiling, chains, claims, events, hops, pages, reading, sources
from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Derivation,
    Extractor,
    Hop,
    Kind,
    Publisher,
    Quotation,
    Reading,
    Relation,
)

TEXT = "The dam is old, Ada Brunt said. Reuters wrote, citing officials, that it leaks. Leo Marsh hopes to fish there."
BRUNT = Hop("Ada Brunt", Kind.PERSON, Relation.SAID)
REUTERS = Hop("Reuters", Kind.WIRE, Relation.REPORTED)
OFFICIALS = Hop("officials", Kind.ANONYMOUS, Relation.TOLD, anonymous=True)


def said(content: str, *chain: Hop, confidence: float = 0.8) -> Attribution:
    return Attribution(at(TEXT, content), (), (), Quotation.INDIRECT, chain, confidence)


def line(content: str, *chain: Source, type_: Type = Type.SAID, **more: bool | str) -> Line:
    return Line(covered(at(TEXT, content)), chain, type_, **more)  # type: ignore[arg-type]


def page(*told: Attribution, derivations: tuple[Derivation, ...] = ()) -> Reading:
    return Reading(Article("a", TEXT), Extractor("by hand", "1"), derivations, told)


OLD = line("The dam is old", Source("Brunt", "person"))
LEAKS = line("that it leaks", Source("Reuters", "wire"), Source("two officials", "anonymous"), hidden=True)
HOPES = line("fish there", Source("Leo Marsh", "person"), type_=Type.ATTITUDE)
GOLD = (OLD, LEAKS, HOPES)


class TestReading:
    def test_what_is_right_is_right(self) -> None:
        found = reading.tally(page(said("The dam is old", BRUNT), said("that it leaks", REUTERS, OFFICIALS)), GOLD)
        for part, count in (("all", 2), ("relayed", 1)):
            for name in ("statement found", "first hop (near)", "origin (near)", "origin kind", "whole chain (near)"):
                assert found[f"{part}: {name}"] == agreement(count, count, count), name
            assert found[f"{part}: stance"] == agreement(count, count, count)
        assert found["wrong person, %"] == Ratio(0, 1)

    def test_a_relay_that_is_missed_costs_hops_and_not_the_statement(self) -> None:
        found = reading.tally(page(said("that it leaks", OFFICIALS)), GOLD)
        assert found["all: statement found"] == agreement(1, 1, 2)
        assert found["all: origin (near)"] == agreement(1, 1, 2)
        assert found["all: first hop (near)"] == agreement(0, 1, 2)
        assert found["relayed: statement found"] == agreement(0, 0, 1)

    def test_an_attitude_is_neither_asked_for_nor_held_against_a_reader(self) -> None:
        touching = (said("fish there", BRUNT), said("to fish there", BRUNT))
        assert reading.tally(page(*touching), GOLD)["all: statement found"] == agreement(0, 0, 2)
        assert reading.tally(page(said("hopes", BRUNT)), GOLD)["all: statement found"] == agreement(0, 1, 2)

    def test_a_person_who_is_nowhere_in_the_chain_is_wrong(self) -> None:
        marsh = replace(BRUNT, name="Leo Marsh")
        found = reading.tally(page(said("that it leaks", REUTERS, marsh, confidence=0.95)), GOLD)
        assert found["wrong person, %"] == found["wrong person at 0.9, %"] == Ratio(1, 1)
        found = reading.tally(page(said("that it leaks", REUTERS, marsh)), GOLD)
        assert (found["wrong person, %"], found["wrong person at 0.9, %"]) == (Ratio(1, 1), Ratio(0, 0))
        assert (
            reading.tally(page(said("that it leaks", replace(marsh, name="Marsh"))), GOLD)["wrong person, %"] == Ratio()
        )

    def test_a_denial_read_as_an_assertion_has_another_stance(self) -> None:
        denied = replace(OLD, type=Type.DENIED)
        one = said("The dam is old", BRUNT)
        assert reading.tally(page(one), [denied])["all: stance"] == agreement(0, 1, 1)
        one = replace(one, assertion=Assertion.DENIES)
        assert reading.tally(page(one), [denied])["all: stance"] == agreement(1, 1, 1)

    def test_a_page_that_was_not_read_found_nothing(self) -> None:
        assert reading.tally(None, GOLD)["all: statement found"] == agreement(0, 0, 2)


TAKEN = Derivation("Reuters", Kind.WIRE, Relation.REPUBLISHED)


def test_a_chain_may_begin_with_what_the_article_was_taken_from() -> None:
    told = said("that it leaks", OFFICIALS)
    assert chains.tally(page(told), [LEAKS])["statement found"] == agreement(0, 0, 1)
    assert chains.tally(page(told, derivations=(TAKEN,)), [LEAKS])["whole chain (near)"] == agreement(1, 1, 1)
    assert chains.tally(page(told, derivations=(TAKEN,)), [LEAKS])["whole chain (exact)"] == agreement(0, 1, 1)


def test_who_contributed_stands_in_no_chain() -> None:
    part = Derivation("Reuters", Kind.WIRE, hops.CONTRIBUTED)  # type: ignore[arg-type]
    assert hops.whole(page(derivations=(part, TAKEN))) == (TAKEN,)


def test_of_events_every_statement_counts() -> None:
    found = events.tally(page(said("The dam is old", BRUNT), said("that it leaks", REUTERS, OFFICIALS)), GOLD[:2])
    assert found["whole chain (near)"] == agreement(2, 2, 2)
    assert found["whole chain (exact)"] == agreement(0, 2, 2)
    assert found["anonymous origin"] == agreement(1, 1, 1)


def test_an_outlet_and_a_wire_are_of_one_kind() -> None:
    assert hops.same_kind("outlet", "wire")
    assert not hops.same_kind("outlet", "document")


def test_sources_are_told_by_the_attribution_that_shares_most_of_them() -> None:
    named = Named(covered(at(TEXT, "Ada Brunt")), "Mrs. Brunt", "person", anonymous=False)
    one = replace(said("The dam is old", BRUNT), source=at(TEXT, "Ada Brunt"))
    other = replace(said("that it leaks", REUTERS), source=at(TEXT, "Brunt"))
    found = sources.tally(page(other, one), [named, replace(named, source=covered(at(TEXT, "Reuters")))])
    half, none = Ratio(1, 2), Ratio(0, 2)
    assert found == {"found": half, "name (exact)": none, "name (near)": half, "kind": half, "anonymous": half}


def marked(source: str, cue: str, content: str) -> Marked:
    return Marked(*(at(TEXT, words) if words else () for words in (source, cue, content)))


def test_spans_agree_strictly_or_by_half() -> None:
    gold = [marked("Ada Brunt", "said", "The dam is old")]
    exact = attributions.tally([marked("Ada Brunt", "said", "The dam is old,")], gold, TEXT)
    assert all(one.value == 1 for one in exact.values())
    assert len(exact) == 10
    half = attributions.tally([marked("Brunt", "said", "dam is old")], gold, TEXT)
    values = {name: one.value for name, one in half.items()}
    assert (values["strict"], values["soft"], values["exact span:cue"], values["exact span:source"]) == (0, 1, 1, 0)
    other = attributions.tally([marked("Reuters", "wrote", "The dam is old")], gold, TEXT)
    assert [name for name in attributions.LIKENESSES if other[name].value] == ["content-found"]
    nobody = attributions.tally([marked("Ada Brunt", "wrote", "The dam is old")], gold, TEXT)
    assert [name for name in attributions.LIKENESSES if nobody[name].value] == ["who-said-what", "content-found"]


def test_annotators_are_compared_two_by_two() -> None:
    one, other = marked("Ada Brunt", "said", "The dam is old"), marked("Reuters", "wrote", "that it leaks")
    document = Document("a", TEXT, {"x": (one, other), "y": (one,), "z": (other,)})
    assert ceiling.tally(document)["strict"] == Agreement(Ratio(2, 5), Ratio(2, 3))
    assert ceiling.tally(Document("a", TEXT, {"x": (one,)})) == {}


@dataclass(frozen=True)
class Placed:
    key: str
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Claimed:
    statements: tuple[Placed, ...]
    origins: tuple[Hop, ...]
    independent_origins: tuple[int, int]


class TestClaims:
    gold = {  # noqa: RUF012 - a constant
        "a": [line("The dam is old", claim="old"), line("that it leaks", claim="leaks")],
        "b": [line("The dam is old", claim="old")],
        "c": [line("fish there", claim="fish")],
    }
    shared = [  # noqa: RUF012
        Shared("old", "dams", "Ada Brunt (engineer), via Reuters", 1, 2),
        Shared("leaks", "dams", "officials", 1, 1),
        Shared("fish", "fishing", "Leo Marsh", 1, 1),
    ]

    def test_what_is_joined_as_annotated_is_right(self) -> None:
        old = (Placed("a", at(TEXT, "The dam is old")), Placed("b", at(TEXT, "dam is old")))
        leaks, fish = (Placed("a", at(TEXT, "that it leaks")),), (Placed("c", at(TEXT, "fish there")),)
        listed = [Claimed(one, (BRUNT,), (1, 1)) for one in (old, leaks, fish)]
        found = claims.tallies(listed, self.gold, self.shared)
        assert found["dams"]["pairwise"] == agreement(1, 1, 1)
        assert found["dams"]["origin right, %"] == found["dams"]["independent origins in range, %"] == Ratio(1, 1)
        assert found["fishing"]["origin right, %"] == Ratio(0, 0)
        assert total(found.values())["B-cubed"] == Agreement(Ratio(4, 4), Ratio(4, 4))

    def test_joined_too_much_costs_precision(self) -> None:
        places = tuple(Placed(key, at(TEXT, words)) for key, words in (("a", "that it leaks"), ("a", "The dam is old")))
        found = claims.tallies([Claimed(places, (), (2, 3))], self.gold, self.shared)
        assert found["dams"]["statements found, %"] == Ratio(2, 3)
        assert found["dams"]["pairwise"] == agreement(0, 1, 1)
        assert found["dams"]["B-cubed"] == Agreement(Ratio(2, 3), Ratio(2, 3))
        assert found["dams"]["origin right, %"] == found["dams"]["independent origins in range, %"] == Ratio(0, 1)


def test_pages() -> None:
    truth = pages.Truth("The  dam", "2026-03-12", "Ada Brunt and Leo Marsh", "HarlCourier", "The dam is old.")
    article = Article("a", "The dam was old", title="The dam", byline="Leo Marsh, Ada Brunt", published="2026-03-12")
    own = Derivation("Harl Courier", Kind.OUTLET, Relation.REPORTED)
    found = pages.tally(Reading(article, Extractor("x", "1"), (own, TAKEN)), truth)
    right = [name for name, one in found.items() if one == Ratio(1, 1)]
    assert right == ["title", "date", "byline", "own page as relay", "body under .9 recall", "body under .8 precision"]
    assert found["body recall"] == found["body precision"] == Ratio(0.75, 1)
    assert pages.tally(None, truth) == {"not read": Ratio(1, 1)}
    other = replace(article, title=None, publisher=Publisher("x"), published=None, byline=None, text="")
    found = pages.tally(Reading(other, Extractor("x", "1"), (TAKEN,)), truth)
    assert not any(found[name].part for name in ("title", "date", "byline", "own page as relay", "body recall"))


@pytest.mark.parametrize(
    ("one", "other", "near", "same"),
    [
        ("The Harl Courier", "Harl Courier", True, True),
        ("Mr. Brunt", "Ada Brunt", True, False),
        ("two officials", "officials", True, False),
        ("Vladimir Brantsky", "Brantskyy", True, False),
        ("Ada Brunt’s", "ada brunt", True, True),
        ("Ada Brunt", "Ada Marsh", False, False),
        ("", "Ada Brunt", False, False),
    ],
)
def test_names(one: str, other: str, *, near: bool, same: bool) -> None:
    assert (names.near(one, other), names.near(other, one), names.same(one, other)) == (near, near, same)


def test_outer_punctuation_is_no_part_of_a_span() -> None:
    assert trimmed([(0, 7)], "“a b,” c") == {1, 3}
    assert trimmed([(0, 3)], "“,”") == frozenset()


def test_pairs_are_of_one_and_one_and_the_best_come_first() -> None:
    assert pairs([1.0, 2.0], [2.1, 5.0], lambda a, b: -abs(a - b)) == [(1, 0), (0, 1)]
    assert pairs([1.0, 2.0], [2.1], lambda a, b: None if b - a > 1 else a) == [(1, 0)]


def test_figures_add_up() -> None:
    whole = total([{"a": agreement(1, 2, 1)}, {"a": agreement(0, 0, 3), "b": Ratio(1, 2)}])
    assert whole == {"a": agreement(1, 2, 4), "b": Ratio(1, 2)}
    assert whole["a"].value == pytest.approx(1 / 3)
    with pytest.raises(TypeError, match="a Ratio and a Agreement do not add up"):
        total([{"a": Ratio()}, {"a": Agreement()}])


def test_error_bars_hold_the_figure_and_are_the_same_every_time() -> None:
    parts = [{"a": Ratio(number % 2, 1), "b": Ratio(1, 1)} for number in range(40)]
    found = intervals(parts, draws=200)
    assert found == intervals(parts, draws=200)
    low, high = found["a"]
    assert 0.3 < low < 0.5 < high < 0.7
    assert found["b"] == (1, 1)
    wide = intervals(parts[:8], draws=200)["a"]
    assert wide[1] - wide[0] > high - low

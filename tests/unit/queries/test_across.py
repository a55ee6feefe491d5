"""Copies, and people who are one, in traces of a store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import at, reading, said, statements

from provenance import Library
from provenance.corpus import Corpus
from provenance.iris import attribution_iri_of, passage_iri_of
from provenance.model import Derivation, Hop, Judgement, Kind, Link, LinkKind, Reading, Relation
from provenance.queries.across import doubtful
from provenance.rdf.store import Store
from provenance.review import Review
from provenance.views.prose.one_text import shared

BODY = (
    "The council of Tarsk will drain the dam before spring, said the engineer, {name}. The work is to take nine weeks "
    "and to cost four million crowns, of which the county pays half. Boats on the lower lake have to be taken out of "
    "the water by the end of January, and the road over the dam is closed to lorries from Monday on. Anglers asked for "
    "a ladder for the eels, which the plan does not have, and two farms will get their water from tanks."
)
CONTENT = "The council of Tarsk will drain the dam before spring"


def article(key: str, publisher: str, day: str | None, name: str = "Ilse Maren", opening: str = "") -> Reading:
    text = opening + BODY.format(name=name)
    who = Hop(name, Kind.PERSON, Relation.SAID, mention=at(text, name), evidence=at(text, f"said the engineer, {name}"))
    one = said(text, CONTENT, "said", (who,))
    return reading(key, publisher, day, text, attributions=(one,))


POST = article("post", "Tarsk Post", "2031-02-03")
MIRROR = article("mirror", "Mirror Hub", "2031-02-05", opening="This article first appeared in the Tarsk Post.\n\n")
CREDITED = replace(
    MIRROR,
    derivations=(
        Derivation("Tarsk Post", Kind.OUTLET, Relation.REPUBLISHED, evidence=at(MIRROR.article.text, "Tarsk Post")),
    ),
)


def test_a_copy_has_it_from_the_article_that_it_credits() -> None:
    with Library.memory() as library:
        library.add(POST)
        library.add(CREDITED)
        trace = library.trace(CONTENT)
    assert trace.independence.high == 1
    [origin] = trace.origins
    assert (origin.name, origin.articles) == ("Ilse Maren", ("post", "mirror"))
    [chain] = [chain for chain in trace.chains if chain.steps[0].reached == "mirror"]
    assert [step.who for step in chain.steps] == ["Mirror Hub", "Tarsk Post", "Ilse Maren"]
    assert (chain.hops, chain.steps[1].reached) == (2, "post")


def test_where_nothing_tells_which_was_first_the_trace_says_so() -> None:
    with Library.memory() as library:
        library.add(article("one", "Tarsk Post", None))
        library.add(article("two", "Mirror Hub", None))
        trace = library.trace(CONTENT)
    assert all(chain.hops == 1 for chain in trace.chains)
    [texts] = map(shared, trace.one_text)
    assert texts.startswith(("one and two: ", "two and one: "))


def test_two_spellings_of_one_name_are_one_origin() -> None:
    with Library.memory() as library:
        library.add(article("one", "Tarsk Post", "2031-02-03", name="Sergei Torvald"))
        library.add(article("two", "Mirror Hub", "2031-02-04", name="Sergey Torvald", opening="From our desk.\n\n"))
        [origin] = library.origins(CONTENT)
        assert {origin.name} <= {"Sergei Torvald", "Sergey Torvald"}
        library.remove("two")
        [origin] = library.origins(CONTENT)
        assert origin.name == "Sergei Torvald"


def test_a_report_is_resolved_when_its_article_comes_and_not_when_it_goes() -> None:
    text = f"{CONTENT}, the Tarsk Post reported on Monday."
    hop = Hop(
        "Tarsk Post",
        Kind.OUTLET,
        Relation.REPORTED,
        mention=at(text, "Tarsk Post"),
        evidence=at(text, "the Tarsk Post reported"),
    )
    citing = reading("citing", "Lantern", "2031-02-04", text, attributions=(said(text, CONTENT, "reported", (hop,)),))
    with Library.memory() as library:
        library.add(citing)
        assert [one.name for one in library.origins(CONTENT)] == ["Tarsk Post"]
        library.add(POST)
        assert [one.name for one in library.origins(CONTENT)] == ["Ilse Maren"]
        library.remove("post")
        assert [one.name for one in library.origins(CONTENT)] == ["Tarsk Post"]


@pytest.mark.parametrize(("score", "which", "doubted"), [(0.4, 0, True), (0.6, 0, False), (0.4, 1, False)])
def test_who_makes_the_claim_less_likely_than_not_is_doubtful(score: float, which: int, *, doubted: bool) -> None:
    """Not where the one it was likened to is not there, nor where people put the two together."""
    told = statements((POST, MIRROR))
    names = [attribution_iri_of(one) for one in told]
    with Store.memory() as store:
        store.add(POST)
        store.add(MIRROR)
        store.write_links(
            [Link(LinkKind.SAME_CLAIM, names[0], names[1], Judgement.SAME, "words", score, score, "alike")]
        )
        expected = {passage_iri_of(told[1])} if doubted else frozenset()
        assert doubtful(Corpus(store), told[which:]) == expected
        Review(store).merge(names, by="Ada")
        assert doubtful(Corpus(store), told[which:]) == frozenset()

"""Two names that a link holds for undecided, and what people say of them, in the trace of a store."""

from __future__ import annotations

from corpus import at, reading, said

from provenance import Library
from provenance.model import Hop, Judgement, Kind, Reading, Relation
from provenance.trace.origin_identity import Why

CONTENT = "the council of Tarsk will drain the dam before spring"


def article(key: str, publisher: str, name: str, role: str = "") -> Reading:
    text = f"Engineers wait for the county: {CONTENT}, {name} said. Boats on the lower lake leave the water in January."
    who = Hop(name, Kind.PERSON, Relation.SAID, mention=at(text, name), evidence=at(text, f"{name} said"), role=role)
    return reading(key, publisher, "2031-02-03", text, attributions=(said(text, CONTENT, "said", (who,)),))


def test_two_names_that_may_be_one_are_counted_as_one_or_two_until_somebody_decides() -> None:
    with Library.memory() as library:
        library.add(article("one", "Tarsk Post", "Kim Jun"))
        library.add(article("two", "Mirror Hub", "Kim Jung"))
        before = library.trace(CONTENT)
        [pair] = before.origin_pairs
        assert (pair.judgement, pair.why) == (Judgement.UNDECIDED, Why.NAMES_ALIKE)
        assert (before.independence.low, before.independence.high) == (1, 2)

        library.review.split(pair.settled_by[0].sources, "Ada")
        after = library.trace(CONTENT)
        [pair] = after.origin_pairs
        assert (pair.judgement, pair.why) == (Judgement.DIFFERENT, Why.DECIDED)
        assert (after.independence.low, after.independence.high) == (2, 2)

        library.review.merge((pair.left.node, pair.right.node), "Ada")
        assert library.trace(CONTENT).independence.high == 1


def test_who_is_called_by_an_office_in_one_article_is_shown_by_the_name_of_the_other() -> None:
    with Library.memory() as library:
        library.add(article("one", "Tarsk Post", "mayor of Tarsk"))
        library.add(article("two", "Mirror Hub", "Ada Brunt", "mayor of Tarsk"))
        [origin] = library.origins(CONTENT)
        assert (origin.name, origin.articles) == ("Ada Brunt", ("one", "two"))

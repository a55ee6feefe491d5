"""Independent origins on stories whose answer is known."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from corpus import CLAIM, STORY, hop, reading, said
from invented import both, quoted, statements

from provenance.iris import passage_iri_of
from provenance.linking.matching.reports import resolve
from provenance.model import Assertion, Kind, Reading, Relation, Resolution
from provenance.trace import Concluded, trace
from provenance.trace.independence import Independence, Limit, Reason, independence
from provenance.trace.origins import origins
from provenance.trace.support import supporting

PERSON, UNNAMED, WIRE, PAPER = Kind.PERSON, Kind.ANONYMOUS, Kind.WIRE, Kind.OUTLET
OFFICIALS = tuple(f"{n} officials" for n in range(2, 7))
KESTREL = ("Kestrel Wire", WIRE)


def found(*readings: Reading) -> Independence:
    walk = both(*readings)
    asserting = [one for one in origins(walk) if one.assertion is Assertion.ASSERTS]
    return independence(supporting(walk), asserting)


def span(*readings: Reading) -> tuple[int, int]:
    one = found(*readings)
    return one.low, one.high


def test_two_papers_that_each_heard_someone_else() -> None:
    assert span(quoted("a", "Post", ("Ann Low", PERSON)), quoted("b", "Mail", ("Bo Reed", PERSON))) == (2, 2)


def test_all_through_one_wire_to_unnamed_sources() -> None:
    papers = [quoted(str(n), f"Paper {n}", KESTREL, (f"{n} officials", UNNAMED)) for n in range(2, 7)]
    assert found(*papers) == Independence(
        1,
        1,
        (
            Reason(Limit.ONE_TELLER, OFFICIALS, "Kestrel Wire"),
            Reason(Limit.MAY_BE_ONE, OFFICIALS),
        ),
    )


def test_the_wire_itself_among_them_changes_nothing() -> None:
    wire = quoted("w", "Kestrel Wire", ("two officials", UNNAMED))
    assert span(wire, quoted("a", "Post", KESTREL, ("officials", UNNAMED)), quoted("b", "Mail", KESTREL)) == (1, 1)


def denied(one: Reading) -> Reading:
    return replace(one, attributions=tuple(replace(a, assertion=Assertion.DENIES) for a in one.attributions))


@pytest.mark.parametrize(("other", "number"), [("Ann Low", 1), ("Bo Reed", 2)])
def test_where_no_one_asserts_a_claim_those_who_deny_it_are_counted(other: str, number: int) -> None:
    deny = [denied(quoted("a", "Post", ("Ann Low", PERSON))), denied(quoted("b", "Mail", (other, PERSON)))]
    counted = trace("rain is due", statements(tuple(deny))).independence
    assert (counted.low, counted.high) == (number, number)


def test_where_one_asserts_a_claim_they_are_not() -> None:
    told = statements((quoted("a", "Post", ("Ann Low", PERSON)), denied(quoted("b", "Mail", ("Bo Reed", PERSON)))))
    assert trace("rain is due", told).independence.high == 1


def test_a_passage_that_may_make_another_claim_proves_no_origin() -> None:
    told = statements((quoted("a", "Post", ("Ann Low", PERSON)), quoted("b", "Mail", ("Bo Reed", PERSON))))
    doubtful = Concluded(doubtful=frozenset({passage_iri_of(told[1])}))
    assert trace("rain", told, concluded=doubtful).independence == Independence(
        1, 2, (Reason(Limit.OTHER_CLAIM, ("Bo Reed",)),)
    )


def test_what_a_certain_passage_was_taken_from_is_certain() -> None:
    low, reed = ("Ann Low", PERSON), ("Bo Reed", PERSON)
    told = statements(
        (
            quoted("a", "Post", ("Mail", PAPER), published="2031-02-04"),
            quoted("b", "Mail", reed),
            quoted("c", "Echo", low),
        )
    )
    doubtful = Concluded(doubtful=frozenset({passage_iri_of(told[1])}))
    found = trace("rain", told, resolve(told), concluded=doubtful).independence
    assert (found.low, found.high, found.reasons) == (2, 2, ())


def test_where_all_may_they_are_counted() -> None:
    told = statements((quoted("a", "Post", ("Ann Low", PERSON)), quoted("b", "Mail", ("Bo Reed", PERSON))))
    doubtful = Concluded(doubtful=frozenset(map(passage_iri_of, told)))
    assert trace("rain", told, concluded=doubtful).independence == Independence(2, 2, ())


def test_one_person_in_ten_articles_is_one() -> None:
    assert span(*(quoted(str(n), f"Paper {n}", ("Ann Low", PERSON)) for n in range(10))) == (1, 1)


def test_one_article_that_heard_two_people_has_two_origins() -> None:
    text = "Rain is due, Ann Low said. Bo Reed said rain is due."
    ann, bo = (hop(text, name, PERSON, Relation.SAID, name) for name in ("Ann Low", "Bo Reed"))
    two = (said(text, "Rain is due", "said", (ann,)), said(text, "rain is due", "said", (bo,)))
    assert span(reading("a", "Post", "2031", text, attributions=two)) == (2, 2)


def test_one_article_that_heard_two_unnamed_sources_may_have_two() -> None:
    text = "Rain is due, two officials said. A pilot said rain is due."
    ann, bo = (hop(text, name, UNNAMED, Relation.SAID, name, anonymous=True) for name in ("two officials", "A pilot"))
    two = (said(text, "Rain is due", "said", (ann,)), said(text, "rain is due", "said", (bo,)))
    assert span(reading("a", "Post", "2031", text, attributions=two)) == (1, 2)


def test_named_people_beyond_one_cited_wire_are_apart() -> None:
    papers = (
        quoted("a", "Post", KESTREL, ("Ann Low", PERSON)),
        quoted("b", "Mail", KESTREL, ("Bo Reed", PERSON)),
        quoted("c", "Echo", KESTREL),
    )
    assert span(*papers[:2]) == (2, 2)
    assert span(*papers) == (2, 3)


def test_what_is_retold_twice_passes_the_one_that_retells_it() -> None:
    through = (("Kestrel Wire", WIRE), ("Bay Press", WIRE), ("Ann Low", PERSON))
    other = (("Kestrel Wire", WIRE), ("Cove News", WIRE), ("Bo Reed", PERSON))
    assert found(quoted("a", "Post", *through), quoted("b", "Mail", *other)) == Independence(
        1, 1, (Reason(Limit.ONE_TELLER, ("Ann Low", "Bo Reed"), "Kestrel Wire"),)
    )


def test_unnamed_sources_of_two_papers_may_be_two_or_one() -> None:
    one, two = quoted("a", "Post", ("two officials", UNNAMED)), quoted("b", "Mail", ("a diplomat", UNNAMED))
    assert found(one, two) == Independence(1, 2, (Reason(Limit.MAY_BE_ONE, ("a diplomat", "two officials")),))


@pytest.mark.parametrize(
    ("description", "role", "low"),
    [
        ("two nurses", "pilot", 2),
        ("two nurses", "head nurse", 1),
        ("two nurses", "", 1),
        ("two hospital officials", "pilot", 1),
    ],
)
def test_an_unnamed_source_may_be_whom_its_description_fits(description: str, role: str, low: int) -> None:
    ann = quoted("a", "Post", ("Ann Low", PERSON), role=role)
    assert span(ann, quoted("b", "Mail", (description, UNNAMED))) == (low, 2)


def test_an_organisation_and_who_speaks_for_it_may_be_one() -> None:
    body = quoted("a", "Post", ("Calder Ferries", Kind.ORGANIZATION))
    speaker = quoted("b", "Mail", ("Ann Low", PERSON), role="Calder Ferries spokeswoman")
    planner = quoted("b", "Mail", ("Ann Low", PERSON), role="Calder Ferries planner")
    assert span(body, speaker) == (1, 2)
    assert span(body, planner) == (2, 2)


def test_a_name_within_a_longer_one_may_be_the_same() -> None:
    assert found(quoted("a", "Post", ("Low", PERSON)), quoted("b", "Mail", ("Ann Low", PERSON))) == Independence(
        1, 2, (Reason(Limit.MAY_BE_ONE, ("Ann Low", "Low")),)
    )


def test_where_the_trail_ends_it_may_rest_on_anything() -> None:
    ends = quoted("a", "Post", KESTREL), quoted("b", "Mail", ("Bay Press", WIRE))
    assert found(*ends) == Independence(1, 2, (Reason(Limit.MAY_BE_ONE, ("Bay Press", "Kestrel Wire")),))
    assert found(*ends, quoted("c", "Echo", ("Ann Low", PERSON))) == Independence(
        1, 3, (Reason(Limit.MAY_BE_ONE, ("Ann Low", "Bay Press", "Kestrel Wire")),)
    )


def test_a_document_is_no_person_but_may_be_an_organisation_s() -> None:
    filing = quoted("a", "Post", ("a filing", Kind.DOCUMENT))
    assert span(filing, quoted("b", "Mail", ("two officials", UNNAMED))) == (1, 2)
    assert span(filing, quoted("b", "Mail", ("Ilse Maren", Kind.PERSON))) == (2, 2)
    assert span(filing, quoted("b", "Mail", ("the Harbour Board", Kind.ORGANIZATION))) == (1, 2)
    assert span(filing, quoted("b", "Mail", ("a memo", Kind.DOCUMENT))) == (1, 2)


def test_who_denies_is_no_origin() -> None:
    assert span(STORY[9]) == (0, 0)
    assert span(STORY[5], STORY[9]) == (1, 1)


def test_no_one_named_adds_nothing_that_can_be_shown() -> None:
    assert span(STORY[8]) == (1, 1)
    assert span(STORY[5], STORY[8]) == (1, 2)


def test_a_circle_is_one_at_most() -> None:
    a, b = quoted("a", "Alpha", ("Beta", PAPER)), quoted("b", "Beta", ("Alpha", PAPER))
    told = statements((a, b))
    circle = trace("rain", told, resolve(told))
    assert (circle.independence.low, circle.independence.high) == (1, 1)


def test_the_whole_story() -> None:
    told = statements(STORY)
    whole = trace(CLAIM, told, resolve(told)).independence
    assert (whole.low, whole.high) == (2, 5)
    assert whole.reasons == (
        Reason(Limit.MAY_BE_ONE, ("Ilse Maren", "two water ministry officials", "Civic Ledger", "reportedly")),
    )


def test_nothing_comes_of_nothing() -> None:
    assert found() == Independence(0, 0, ())


def test_a_thousand_statements_are_quick() -> None:
    readings = [
        quoted(
            f"k{n}",
            f"Paper {n % 300}",
            (f"Wire {n % 40}", WIRE),
            *([(f"{n} officials", UNNAMED)] if n % 3 else [(f"Ann Low{n}", PERSON)]),
        )
        for n in range(1000)
    ]
    told = statements(tuple(readings))
    resolutions: tuple[Resolution, ...] = ()
    start = process_time()
    assert trace("rain", told, resolutions).independence.high == 374
    assert process_time() - start < 5, "about 1 s on one core"

"""Why two origins may be one or are two, and what would settle it: one case for each reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import hop, reading, said
from invented import both, quoted, statements

from provenance.model import Judgement, Kind, Link, LinkKind, Reading, Relation
from provenance.trace import Concluded, trace
from provenance.trace.concluded import NOTHING, in_order
from provenance.trace.origin_identity import OriginPair, Settle, Settling, Why, closest
from provenance.trace.origins import origins

PERSON, BODY, UNNAMED, PAPER, WIRE = Kind.PERSON, Kind.ORGANIZATION, Kind.ANONYMOUS, Kind.DOCUMENT, Kind.WIRE
KESTREL = ("Kestrel Wire", WIRE)


def pairs(*readings: Reading, concluded: Concluded = NOTHING) -> tuple[OriginPair, ...]:
    return trace("rain is due", statements(readings), concluded=concluded).origin_pairs


def pair(one: tuple[str, Kind], other: tuple[str, Kind], role: str = "", **more: str) -> OriginPair:
    [found] = pairs(quoted("a", "Post", one, **more), quoted("b", "Mail", other, role=role, **more))
    return found


@pytest.mark.parametrize(
    ("one", "other", "role", "judgement", "why", "shared"),
    [
        (("Low", PERSON), ("Ann Low", PERSON), "", Judgement.UNDECIDED, Why.PART_OF_NAME, "Ann Low"),
        (("Low Board", BODY), ("Low Board", PERSON), "", Judgement.UNDECIDED, Why.SAME_NAME, ""),
        (
            ("Calder Ferries", BODY),
            ("Ann Low", PERSON),
            "Calder Ferries chairwoman",
            Judgement.UNDECIDED,
            Why.SPEAKS_FOR,
            "",
        ),
        (("nurses", PERSON), ("Ann Low", PERSON), "head nurse", Judgement.UNDECIDED, Why.OFFICE, "nurs"),
        (("a filing", PAPER), ("the Harbour Board", BODY), "", Judgement.UNDECIDED, Why.MAKER, ""),
        (("Low's letter", PAPER), ("Ann Low", PERSON), "", Judgement.UNDECIDED, Why.MAKER, ""),
        (("a filing", PAPER), ("a memo", PAPER), "", Judgement.UNDECIDED, Why.ONE_DOCUMENT, ""),
        (("two officials", UNNAMED), ("Ann Low", PERSON), "", Judgement.UNDECIDED, Why.MAY_INCLUDE, ""),
        (("two officials", UNNAMED), ("a diplomat", UNNAMED), "", Judgement.UNDECIDED, Why.UNNAMED, ""),
        (("two officials", UNNAMED), ("reportedly", Kind.UNSPECIFIED), "", Judgement.UNDECIDED, Why.NO_SOURCE, ""),
        (("two officials", UNNAMED), KESTREL, "", Judgement.UNDECIDED, Why.NOT_RETRIEVED, ""),
        (("Ann Low", PERSON), ("Bo Reed", PERSON), "", Judgement.DIFFERENT, Why.OTHER_NAME, ""),
        (("two nurses", UNNAMED), ("Ann Low", PERSON), "pilot", Judgement.DIFFERENT, Why.OTHER_ROLE, ""),
        (
            ("Danish officials", UNNAMED),
            ("Swedish officials", UNNAMED),
            "",
            Judgement.DIFFERENT,
            Why.OTHER_AFFILIATION,
            "",
        ),
        (("a filing", PAPER), ("Ann Low", PERSON), "", Judgement.DIFFERENT, Why.NO_DOCUMENT, ""),
    ],
)  # fmt: skip
def test_a_reason_of_each_sort(
    one: tuple[str, Kind], other: tuple[str, Kind], role: str, judgement: Judgement, why: Why, shared: str
) -> None:
    found = replace(pair(one, other, role, published="2031-02"), confidence=None)
    assert (found.judgement, found.why, found.shared) == (judgement, why, shared)
    assert found.is_merged is (judgement is Judgement.UNDECIDED)
    assert {shown.told_in for shown in found.evidence} == {"a", "b"}


def test_unnamed_sources_in_reports_of_one_day() -> None:
    found = pair(("two officials", UNNAMED), ("a diplomat", UNNAMED), published="2031-02-03")
    assert (found.why, found.shared) == (Why.ONE_DAY, "2031-02-03")


def test_unnamed_sources_of_an_outlet_whose_report_another_relays() -> None:
    [found] = pairs(
        quoted("a", "Post", ("two officials", UNNAMED), published="2031-02-03"),
        quoted("b", "Mail", ("Post", Kind.OUTLET), ("insiders", UNNAMED), published="2031-02-04"),
    )
    assert (found.why, found.shared) == (Why.RELAYED, "Post")


def test_unnamed_sources_in_one_report() -> None:
    text = "Rain is due, two officials said. A pilot said rain is due."
    ann, bo = (hop(text, name, UNNAMED, Relation.SAID, name, anonymous=True) for name in ("two officials", "A pilot"))
    two = (said(text, "Rain is due", "said", (ann,)), said(text, "rain is due", "said", (bo,)))
    [found] = pairs(reading("a", "Post", "2031", text, attributions=two))
    assert (found.why, found.shared) == (Why.ONE_REPORT, "Post")


def test_a_claim_that_two_articles_lay_to_them_in_the_same_words() -> None:
    words = "The lower sluice gate at Tarsk will open before the spring flood"
    one, other = (
        quoted("a", "Post", ("officials", UNNAMED), content=words),
        quoted("b", "Mail", KESTREL, content=words),
    )
    assert [found.why for found in pairs(one, other)] == [Why.SAME_WORDS]


def test_an_undecided_link_between_two_names() -> None:
    told = (quoted("a", "Post", ("Kim Jun", PERSON)), quoted("b", "Mail", ("Kim Jung", PERSON)))
    one, other = (each.node for each in origins(both(*told)))
    link = Link(LinkKind.SAME_AGENT, one, other, Judgement.UNDECIDED, "names", 0.8, 0.8, "two spellings")
    concluded = Concluded(alike={in_order(one, other): link})
    [found] = pairs(*told, concluded=concluded)
    assert (found.why, found.shared, found.confidence) == (Why.NAMES_ALIKE, "two spellings", 0.8)
    assert (
        trace("rain", statements(told), concluded=Concluded(alike={in_order(one, other): link})).independence.low == 1
    )


def test_what_people_decided_stands_against_all_else() -> None:
    told = (quoted("a", "Post", ("officials", UNNAMED)), quoted("b", "Mail", ("Ann Low", PERSON)))
    concluded = Concluded(different=frozenset({in_order(*(each.node for each in origins(both(*told))))}))
    [found] = pairs(*told, concluded=concluded)
    assert (found.judgement, found.why, found.settled_by) == (Judgement.DIFFERENT, Why.DECIDED, ())
    assert trace("rain", statements(told), concluded=concluded).independence.low == 2


@pytest.mark.parametrize(
    ("one", "other", "settled"),
    [
        (
            ("officials", UNNAMED),
            ("Ann Low", PERSON),
            [Settling(Settle.ASK, "Post", "officials"), Settling(Settle.DECIDE)],
        ),
        (("Ann Low", PERSON), KESTREL, [Settling(Settle.FETCH, "Kestrel Wire")]),
        (("Ann Low", PERSON), ("reportedly", Kind.UNSPECIFIED), [Settling(Settle.ASK, "Mail")]),
        (("Low", PERSON), ("Ann Low", PERSON), [Settling(Settle.DECIDE)]),
    ],
)
def test_what_would_settle_it(one: tuple[str, Kind], other: tuple[str, Kind], settled: list[Settling]) -> None:
    found = pair(one, other)
    assert [replace(way, sources=()) for way in found.settled_by] == settled
    nodes = (found.left.node, found.right.node)
    assert all(way.sources == nodes for way in found.settled_by if way.how is Settle.DECIDE)


def test_a_source_in_a_report_that_is_only_relayed_is_settled_by_that_report() -> None:
    relayed = quoted("a", "Post", KESTREL, ("officials", UNNAMED))
    [found] = pairs(relayed, quoted("b", "Mail", ("Ann Low", PERSON)))
    first, second, _ = found.settled_by
    assert (first, second) == (
        Settling(Settle.FETCH, "Kestrel Wire"),
        Settling(Settle.ASK, "Kestrel Wire", "officials"),
    )


def test_as_few_pairs_as_join_all_that_are_counted_as_one() -> None:
    papers = [quoted(str(n), f"Paper {n}", (f"{n} officials", UNNAMED)) for n in range(4)]
    found = pairs(*papers, quoted("x", "Post", ("Ann Low", PERSON)))
    assert (len(found), len(list(closest(found)))) == (10, 4)

"""Who cannot be among unnamed people: what both say excludes each other. All else may be."""

from __future__ import annotations

import pytest
from invented import both, quoted

from provenance.model import Kind, Reading
from provenance.trace.affiliation import of_person, of_unnamed
from provenance.trace.independence import Independence, Limit, Reason, independence
from provenance.trace.origin_identity import Judge, fewest
from provenance.trace.origins import origins
from provenance.trace.support import supporting


def found(*readings: Reading) -> Independence:
    walk = both(*readings)
    return independence(supporting(walk), origins(walk))


def may_be_one(*names: str) -> Reason:
    return Reason(Limit.MAY_BE_ONE, names)


def span(*readings: Reading) -> tuple[int, int]:
    one = found(*readings)
    return one.low, one.high


@pytest.mark.parametrize(
    ("unnamed", "role"),
    [
        ("officials in Seoul", "Norwegian transport minister"),
        ("two South Korean officials", "North Korean negotiator"),
        ("Kremlin sources", "President of Finland"),
        ("senior Ukrainian officials in Washington", "US trade secretary"),
        ("sources in the Danish government", "mayor of Tallinn"),
        ("people at the White House", "spokeswoman for Chile's navy"),
        ("a Kenyan diplomat based in Nairobi", "Ugandan diplomat"),
        ("US officials", "Ministry of Fisheries of Iceland"),
        ("Democratic aides", "Republican senator"),
        ("Labour members", "Conservative whip"),
        ("sources at Calder Ferries", "economist at Harl University"),
        ("staff inside the Tarsk Institute", "nurse at Westhaven Hospital"),
    ],
)
def test_what_excludes_each_other(unnamed: str, role: str) -> None:
    assert of_unnamed(unnamed).excludes(of_person(role))


@pytest.mark.parametrize(
    ("unnamed", "role"),
    [
        ("officials in Seoul", "South Korean defence minister"),
        ("officials in Seoul", "US ambassador in Seoul"),
        ("Korean officials", "North Korean negotiator"),
        ("Georgian officials", "governor of Georgia"),
        ("officials", "Norwegian transport minister"),
        ("officials in Seoul", "transport minister"),
        ("two people familiar with Russia's plans", "Finnish minister"),
        ("officials briefed on the talks with Iran", "Omani mediator"),
        ("an adviser close to the French president", "Italian banker"),
        ("US officials", "special envoy for Ukraine"),
        ("Ukrainian officials", "ambassador to Ukraine"),
        ("British officials", "lawyer of Michael Jordan"),
        ("European officials", "Polish farmer"),
        ("officials tracking Brazil policy", "Argentine consul"),
        ("Republican aides", "senator"),
        ("Republican members", "leader of the Democratic Republic of Congo"),
        ("democratic activists", "Republican senator"),
        ("sources at the WFP", "director at the World Food Programme"),
        ("sources at Harl University", "dean at the University of Harl"),
        ("sources close to Calder Ferries", "economist at Harl University"),
        ("officials in Tarsk", "mayor of Ellery"),
        ("", ""),
    ],
)
def test_what_does_not(unnamed: str, role: str) -> None:
    assert not of_unnamed(unnamed).excludes(of_person(role))


def told(unnamed: str, role: str, kind: Kind = Kind.PERSON) -> tuple[Reading, Reading]:
    return (
        quoted("a", "Post", (unnamed, Kind.ANONYMOUS)),
        quoted("b", "Mail", ("Aud Fjeld", kind), role=role),
    )


def test_a_group_is_not_said_to_include_whom_it_excludes() -> None:
    one = found(*told("officials in Seoul", "Norwegian minister"))
    assert (one.low, one.high, one.reasons) == (2, 2, ())


def test_where_nothing_excludes_a_group_may_include() -> None:
    one = found(*told("officials in Oslo", "Norwegian minister"))
    assert (one.low, one.high, one.reasons) == (1, 2, (may_be_one("Aud Fjeld", "officials in Oslo"),))


def test_who_has_two_offices_is_excluded_by_none_that_fits_one() -> None:
    abroad = quoted("c", "Sun", ("Aud Fjeld", Kind.PERSON), role="envoy of South Korea")
    reasons = found(*told("officials in Seoul", "Norwegian minister"), abroad).reasons
    assert may_be_one("Aud Fjeld", "officials in Seoul") in reasons


def test_a_body_says_by_its_name_whose_it_is() -> None:
    reading = quoted("b", "Mail", ("Royal Norwegian Navy", Kind.ORGANIZATION))
    assert span(quoted("a", "Post", ("officials in Seoul", Kind.ANONYMOUS)), reading) == (2, 2)
    assert span(quoted("a", "Post", ("officials in Oslo", Kind.ANONYMOUS)), reading) == (1, 2)


def test_unnamed_people_of_two_countries_are_counted_apart_and_those_of_none_with_one() -> None:
    papers = [
        quoted(key, f"The {key}", (name, Kind.ANONYMOUS))
        for key, name in (("a", "Danish officials"), ("b", "Swedish officials"), ("c", "officials"))
    ]
    met = origins(both(*papers))
    assert [len(group) for group in fewest(met, Judge(met))] in ([1, 2], [2, 1])
    assert span(*papers) == (2, 3)

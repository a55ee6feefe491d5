"""Which ministries, courts and police of two articles are one: those of one land."""

import pytest
from corpus import hop, reading, said

from provenance.iris import is_known_by_name, is_named_agent, source_iri
from provenance.linking.cast import cast
from provenance.linking.matching.agents import compare
from provenance.linking.matching.states import PERHAPS, SURE, is_state_body, one_state_body
from provenance.model import Hop, Judgement, Kind, Reading, Relation


@pytest.mark.parametrize(
    ("left", "right", "sure"),
    [
        ("Veshnan defence ministry", "Ministry of Defense of Veshna", SURE),
        ("foreign ministry of Tollund", "Ministry of Foreign Affairs of Tollund", SURE),
        ("British government", "government of the United Kingdom", SURE),
        ("Veshnan foreign ministry", "foreign ministry", PERHAPS),
        ("Foreign Ministry", "foreign ministry", PERHAPS),
        ("Veshnan foreign ministry", "foreign ministry of Tollund", None),
        ("Veshnan foreign ministry", "Veshnan defence ministry", None),
        ("foreign ministry", "health ministry", None),
    ],
)
def test_they_are_one_where_the_land_is(left: str, right: str, sure: float | None) -> None:
    assert one_state_body(left, right, [left, right]) == sure
    assert one_state_body(right, left, [left, right]) == sure


def test_where_two_lands_have_one_nobody_says_whose_the_third_is() -> None:
    names = ["foreign ministry", "Veshnan foreign ministry", "foreign ministry of Tollund"]
    assert one_state_body(names[0], names[1], names) is None


@pytest.mark.parametrize("name", ["Foreign Ministry", "the Ministry of Health", "Police", "Supreme Court"])
def test_a_body_of_any_land_is_known_by_name_in_its_article_alone(name: str) -> None:
    assert not is_known_by_name(name, Kind.ORGANIZATION)
    ours, theirs = (source_iri(snapshot, Hop(name, Kind.ORGANIZATION, Relation.SAID), ()) for snapshot in "ab")
    assert ours != theirs
    assert not is_named_agent(ours)


@pytest.mark.parametrize(
    "name", ["Veshnan Foreign Ministry", "Tarsk Police", "Ministry of Sound Records", "Court Daily"]
)
def test_a_name_of_its_own_is_known_everywhere(name: str) -> None:
    assert is_known_by_name(name, Kind.ORGANIZATION)


def test_a_firm_is_no_body_of_a_land() -> None:
    assert not is_state_body("Calder Ferries")
    assert not is_state_body("Port Halloran Harbour Police")


def told(key: str, name: str) -> Reading:
    text = f"The bridge is closed, the {name} said."
    source = hop(text, name, Kind.ORGANIZATION, Relation.SAID, f"the {name}")
    return reading(key, None, None, text, attributions=(said(text, "The bridge is closed", "said", (source,)),))


def test_two_articles_on_one_story_leave_it_undecided() -> None:
    [link] = compare(cast(told("herald", "foreign ministry")), cast(told("courier", "Veshnan foreign ministry")))
    assert link.judgement is Judgement.UNDECIDED


def test_ministries_of_two_lands_are_two() -> None:
    ours, theirs = told("herald", "foreign ministry of Tollund"), told("courier", "Veshnan foreign ministry")
    assert list(compare(cast(ours), cast(theirs))) == []

"""What decisions make of a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import STORY, hop, reading, said
from decided import NOON, READINGS, agent, corrected, decision, iri, on, statement, target

from provenance.decisions import Action, Correction, Decision, Field, Subject, Target, Undone
from provenance.decisions.overlay import rejected, reviewed
from provenance.errors import InputError
from provenance.iris import agent_iri, attribution_iri, snapshot_iri, source_iri
from provenance.model import Assertion, Hop, Kind, Publisher, Quotation, Relation, Span
from provenance.rdf.mapping import quads

KESTREL, NORTHGATE, OSTRA = (READINGS[key] for key in ("kestrel", "northgate", "ostra"))


def chain(key: str, *decisions: Decision) -> tuple[Hop, ...]:
    return reviewed(READINGS[key], decisions).attributions[0].chain


def test_a_reading_that_no_decision_touches_is_itself() -> None:
    decisions = [on("kestrel", Action.REJECT), decision(Action.MERGE, Subject.AGENT, *two_outlets())]
    assert reviewed(OSTRA, []) is OSTRA
    assert reviewed(OSTRA, decisions) is OSTRA


def test_a_confirmed_statement_is_sure_with_its_chain() -> None:
    [attribution] = reviewed(NORTHGATE, [on("northgate", Action.CONFIRM)]).attributions
    assert attribution.confidence == 1
    assert {each.confidence for each in attribution.chain} == {1}
    assert attribution_iri(snapshot_iri(NORTHGATE.article), attribution) == iri("northgate")
    assert attribution.revises == ""


def test_a_rejected_statement_is_left_out() -> None:
    decisions = [on("kestrel", Action.REJECT)]
    assert reviewed(KESTREL, decisions).attributions == ()
    assert rejected(decisions) == {iri("kestrel")}


def test_of_confirming_and_rejecting_the_later_stands() -> None:
    first, second = on("kestrel", Action.REJECT), on("kestrel", Action.CONFIRM, hour=1)
    assert reviewed(KESTREL, [second, first]).attributions[0].confidence == 1
    assert rejected([second, first]) == frozenset()
    third = on("kestrel", Action.REJECT, hour=2)
    assert reviewed(KESTREL, [third, first, second]).attributions == ()


def test_what_is_undone_counts_for_nothing() -> None:
    undone = replace(on("kestrel", Action.REJECT), undone=Undone("Ada", NOON))
    assert reviewed(KESTREL, [undone]) is KESTREL
    assert rejected([undone]) == frozenset()


def test_a_corrected_source_is_the_last_one_unless_another_is_named() -> None:
    named = (Field.NAME, "Ilse Maren"), (Field.KIND, "person")
    last, first = chain("northgate", corrected("northgate", *named)), corrected("northgate", *named, at_hop=0)
    assert [(each.name, each.kind, each.anonymous) for each in last] == [
        ("Kestrel Wire", Kind.WIRE, False),
        ("Ilse Maren", Kind.PERSON, False),
    ]
    assert last[1].confidence == 1
    assert [each.made_by for each in last] == ["", "review:Ada"]
    assert [each.name for each in chain("northgate", first)] == ["Ilse Maren", "two officials"]
    assert chain("northgate", corrected("northgate", *named, at_hop=7)) == NORTHGATE.attributions[0].chain


def test_a_corrected_statement_keeps_its_name_and_its_sources_theirs() -> None:
    snapshot = snapshot_iri(NORTHGATE.article)
    [before] = NORTHGATE.attributions
    [after] = reviewed(NORTHGATE, [corrected("northgate", (Field.NAME, "Kestrel"), at_hop=0)]).attributions
    assert after.revises == attribution_iri(snapshot, after) == iri("northgate")
    assert source_iri(snapshot, after.chain[0], ()) == agent_iri("Kestrel", Kind.WIRE)
    unnamed = source_iri(snapshot, before.chain[1], ["Kestrel Wire"])
    assert source_iri(snapshot, after.chain[1], ["Kestrel"]) == unnamed


@pytest.mark.parametrize(
    ("field", "value", "attribute", "expected"),
    [
        (Field.CONTENT, "4-13", "content", (Span(4, 13),)),
        (Field.CONTENT, "4-13 20-30", "content", (Span(4, 13), Span(20, 30))),
        (Field.CONTENT, "0-100000", "content", KESTREL.attributions[0].content),
        (Field.ASSERTION, "denies", "assertion", Assertion.DENIES),
        (Field.QUOTATION, "direct", "quotation", Quotation.DIRECT),
        (Field.DATE, "", "date", None),
        (Field.DATE, "2031-02", "date", replace(KESTREL.attributions[0].date, value="2031-02")),
    ],
)
def test_other_fields_are_corrected(field: Field, value: str, attribute: str, expected: object) -> None:
    [attribution] = reviewed(KESTREL, [corrected("kestrel", (field, value))]).attributions
    assert getattr(attribution, attribute) == expected


def test_a_date_may_be_given_where_the_text_has_none() -> None:
    [attribution] = reviewed(OSTRA, [corrected("ostra", (Field.DATE, "2031-02-04"))]).attributions
    assert attribution.date is not None
    assert (attribution.date.value, attribution.date.phrase) == ("2031-02-04", "")


def test_corrections_gather() -> None:
    decisions = [corrected("kestrel", (Field.NAME, "Ilse Maren")), corrected("kestrel", (Field.KIND, "person"), hour=1)]
    [source] = chain("kestrel", *decisions)
    assert (source.name, source.kind) == ("Ilse Maren", Kind.PERSON)


def two_outlets() -> tuple[Target, Target]:
    return agent("Northgate Post", Kind.OUTLET), agent("Daily Northgate", Kind.OUTLET)


def test_merged_agents_are_one_wherever_they_stand() -> None:
    merged = decision(
        Action.MERGE, Subject.AGENT, agent("Post of Northgate", Kind.OUTLET), agent("Northgate Post", Kind.OUTLET)
    )
    mirror = reviewed(READINGS["mirrorhub"], [merged])
    assert mirror.derivations[0].name == "Post of Northgate"
    assert reviewed(NORTHGATE, [merged]).article.publisher == Publisher("Post of Northgate")
    wires = decision(Action.MERGE, Subject.AGENT, agent("The Kestrel", Kind.WIRE), agent("Kestrel Wire", Kind.WIRE))
    [wire, _] = chain("northgate", wires)
    assert (wire.name, wire.agent) == ("The Kestrel", agent_iri("The Kestrel", Kind.WIRE))
    assert reviewed(NORTHGATE, [wires]).attributions[0].revises == iri("northgate")


def test_an_unnamed_source_may_be_someone_named() -> None:
    unnamed = source_iri(snapshot_iri(KESTREL.article), KESTREL.attributions[0].chain[0], ())
    officials = replace(target("kestrel"), iri=unnamed, name="two officials", kind=Kind.ANONYMOUS, anchor=None)
    known = decision(Action.MERGE, Subject.AGENT, agent("Ilse Maren", Kind.PERSON), officials)
    [source] = chain("kestrel", known)
    assert (source.name, source.kind, source.anonymous) == ("Ilse Maren", Kind.PERSON, False)


def test_unnamed_sources_of_two_reports_may_be_the_same() -> None:
    wire, paper = (
        source_iri(snapshot_iri(one.article), one.attributions[0].chain[-1], ["Kestrel Wire"] * (index > 0))
        for index, one in enumerate((KESTREL, NORTHGATE))
    )
    ends = [
        replace(target("kestrel"), iri=end, name="officials", kind=Kind.ANONYMOUS, anchor=None) for end in (wire, paper)
    ]
    same = decision(Action.MERGE, Subject.AGENT, *ends)
    assert chain("northgate", same)[-1].agent == wire
    assert chain("northgate", same)[-1].anonymous


def test_a_byline_follows_its_author() -> None:
    renamed = decision(
        Action.CORRECT,
        Subject.AGENT,
        agent("Pell Arden", Kind.PERSON),
        corrections=(Correction(Field.NAME, "Pell A. Arden"),),
    )
    assert reviewed(KESTREL, [renamed]).article.byline == "Pell A. Arden"


def test_a_statement_corrected_after_its_source_was_merged() -> None:
    merged = decision(Action.MERGE, Subject.AGENT, agent("The Kestrel", Kind.WIRE), agent("Kestrel Wire", Kind.WIRE))
    named = corrected("northgate", (Field.NAME, "Calder Wire"), at_hop=0, hour=1)
    first = chain("northgate", merged, named)[0]
    assert (first.name, first.agent) == ("Calder Wire", "")


def test_a_reading_that_was_decided_upon_is_not_one_to_store() -> None:
    changed = reviewed(NORTHGATE, [corrected("northgate", (Field.NAME, "Ilse Maren"))])
    with pytest.raises(InputError, match="was corrected by a person: keep the attribution as it was read"):
        list(quads(changed, NOON))


def test_a_decision_without_an_anchor_is_found_by_its_name() -> None:
    bare = decision(Action.REJECT, Subject.STATEMENT, replace(target("kestrel"), anchor=None))
    assert reviewed(KESTREL, [bare]).attributions == ()
    assert reviewed(OSTRA, [bare]) is OSTRA or reviewed(OSTRA, [bare]) == OSTRA


def test_only_the_statement_decided_upon_changes() -> None:
    text = "The weir holds, Ilse Maren said. The lock leaks, Pell Arden said."
    speakers = [hop(text, name, Kind.PERSON, Relation.SAID, name) for name in ("Ilse Maren", "Pell Arden")]
    both = reading(
        "weir",
        "Daily Sluice",
        None,
        text,
        attributions=tuple(
            said(text, words, "said", (speaker,))
            for words, speaker in zip(("The weir holds", "The lock leaks"), speakers, strict=True)
        ),
    )
    first = replace(statement("kestrel"), reading=both, attribution=both.attributions[0])
    one = replace(target("kestrel"), iri=attribution_iri(snapshot_iri(both.article), first.attribution), anchor=None)
    assert reviewed(both, [decision(Action.REJECT, Subject.STATEMENT, one)]).attributions == both.attributions[1:]


def test_the_story_is_as_it_was_when_all_is_undone() -> None:
    decisions = [
        replace(one, undone=Undone("Ada", NOON))
        for one in (
            on("kestrel", Action.REJECT),
            corrected("ostra", (Field.NAME, "Pell")),
            decision(Action.MERGE, Subject.AGENT, *two_outlets()),
        )
    ]
    assert all(reviewed(one, decisions) is one for one in STORY)

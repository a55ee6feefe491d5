"""Which statements people hold to make one claim: the last word on each pair, and what comes of them in turn."""

from __future__ import annotations

from dataclasses import replace

from decided import NOON, agent, decision, linked, on, target

from provenance.decisions import Action, Subject, Undone
from provenance.decisions.overlay import Verdict, homes, must, verdicts
from provenance.model import Kind, LinkKind

NORTHGATE, SLUICE, OSTRA = (target(key) for key in ("northgate", "sluice", "ostra"))
TOGETHER = {"a": "claim 1", "b": "claim 1", "c": "claim 2"}


def pair(one: str, other: str) -> tuple[str, ...]:
    return tuple(sorted((one, other)))


def groups(*spoken: Verdict) -> set[frozenset[str]]:
    home = homes(spoken, TOGETHER)
    return {frozenset(name for name in home if home[name] == group) for group in home.values()}


def test_the_last_word_on_each_pair() -> None:
    merged = decision(Action.MERGE, Subject.CLAIM, NORTHGATE, SLUICE, OSTRA)
    assert must([merged]) == {pair(NORTHGATE.iri, SLUICE.iri), pair(NORTHGATE.iri, OSTRA.iri)}
    left = decision(Action.SPLIT, Subject.CLAIM, SLUICE, NORTHGATE, hour=1)
    assert must([left, merged]) == {pair(NORTHGATE.iri, OSTRA.iri)}
    assert verdicts([left, merged])[-1] == Verdict(SLUICE.iri, NORTHGATE.iri, joined=False)
    back = linked(LinkKind.SAME_CLAIM, Action.CONFIRM, SLUICE, NORTHGATE, hour=2)
    assert must([left, merged, back]) == must([merged])
    assert must([replace(merged, undone=Undone("Ada", NOON))]) == frozenset()
    people = agent("Ilse Maren", Kind.PERSON), agent("Pell Arden", Kind.PERSON)
    assert verdicts([on("ostra", Action.CONFIRM), decision(Action.MERGE, Subject.AGENT, *people)]) == ()


def test_what_nobody_spoke_of_goes_with_its_claim() -> None:
    assert groups() == {frozenset({"a", "b", "claim 1"}), frozenset({"c", "claim 2"})}


def test_the_one_that_leaves_is_the_one_that_was_said_to_leave() -> None:
    rest = frozenset({"c", "claim 2"})
    assert groups(Verdict("a", "b", joined=False)) == {frozenset({"a", "claim 1"}), frozenset({"b"}), rest}
    assert groups(Verdict("b", "a", joined=False)) == {frozenset({"b", "claim 1"}), frozenset({"a"}), rest}


def test_what_was_put_together_may_be_left_again() -> None:
    both = Verdict("a", "c", joined=True)
    assert groups(both) == {frozenset({"a", "b", "c", "claim 1", "claim 2"})}
    left = groups(both, Verdict("c", "b", joined=False))
    assert left == {frozenset({"a", "c", "claim 1", "claim 2"}), frozenset({"b"})}
    assert groups(both, Verdict("c", "b", joined=False), Verdict("a", "b", joined=True)) == groups(both)


def test_what_is_gone_decides_nothing() -> None:
    assert groups(Verdict("a", "gone", joined=True), Verdict("gone", "b", joined=False)) == groups()

"""Decisions that make no sense: one line, with the remedy."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from command import EXAMPLES, run
from corpus import STORY
from decided import NOON, agent, corrected, decision, iri, linked, on, target

from provenance import Library
from provenance.decisions import Action, Correction, Decision, Field, Subject, Undone, check
from provenance.errors import UsageError
from provenance.iris import BASE, agent_iri, claim_iri, passage_iri, snapshot_iri
from provenance.model import Kind, LinkKind
from provenance.rdf.store import Store

if TYPE_CHECKING:
    from pathlib import Path

POST, DAILY = agent("Northgate Post", Kind.OUTLET), agent("Daily Post", Kind.OUTLET)
FIX = corrected("kestrel", (Field.NAME, "Ilse Maren"))


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (
            decision(Action.MERGE, Subject.STATEMENT, target("kestrel"), target("ostra")),
            "a decision about statements cannot be to merge: give one of confirm, reject, correct",
        ),
        (decision(Action.MERGE, Subject.AGENT, POST), "to merge sources takes at least 2 of them, not 1"),
        (
            decision(Action.SPLIT, Subject.AGENT, POST, DAILY, agent("Times", Kind.OUTLET)),
            "to split sources takes 2 of them, not 3",
        ),
        (
            decision(Action.MERGE, Subject.AGENT, POST, POST),
            f"to merge takes different ones: {POST.iri} is given twice",
        ),
        (
            replace(on("kestrel", Action.CONFIRM), link=LinkKind.COPY),
            "a decision about a link, and no other, names the kind of the link",
        ),
        (
            replace(linked(LinkKind.COPY, Action.CONFIRM, POST, DAILY), link=None),
            "a decision about a link, and no other, names the kind of the link",
        ),
        (on("kestrel", Action.CONFIRM, by=" \n"), "a decision needs the name of whoever decides: give --by NAME"),
        (
            on("kestrel", Action.CONFIRM, at=datetime(2031, 3, 1, 12)),  # noqa: DTZ001
            "the time 2031-03-01T12:00:00 of a decision is not in UTC: give it in UTC",
        ),
        (
            on("kestrel", Action.CONFIRM, undone=Undone("", NOON)),
            "a decision needs the name of whoever decides: give --by NAME",
        ),
        (
            replace(FIX, corrections=()),
            "a correction, and no other decision, says what is right: give what to correct, such as --name",
        ),
        (
            replace(FIX, action=Action.CONFIRM),
            "a correction, and no other decision, says what is right: give what to correct, such as --name",
        ),
        (
            decision(Action.CORRECT, Subject.AGENT, POST, corrections=(Correction(Field.DATE, "2031"),)),
            "a source has no date to correct: give its name or its kind",
        ),
        (
            decision(Action.CORRECT, Subject.AGENT, POST, corrections=(Correction(Field.NAME, "Post", 0),)),
            "the name is not that of a hop: leave the hop out",
        ),
        (corrected("kestrel", (Field.DATE, "2031"), at_hop=0), "the date is not that of a hop: leave the hop out"),
        (corrected("kestrel", (Field.NAME, " ")), "' ' is no name: give the name"),
        (
            corrected("kestrel", (Field.KIND, "alien")),
            f"'alien' is no kind: give one of {', '.join(Kind)}",
        ),
        (corrected("kestrel", (Field.ANONYMOUS, "yes")), "'yes' is no anonymous: give true or false"),
        (
            corrected("kestrel", (Field.CONTENT, "30-12")),
            "'30-12' is no content: give places in the article's text, such as '12-30' or '12-30 41-50'",
        ),
        (
            corrected("kestrel", (Field.ASSERTION, "doubts")),
            "'doubts' is no assertion: give one of asserts, denies, does not confirm",
        ),
        (
            corrected("kestrel", (Field.QUOTATION, "loud")),
            "'loud' is no quotation: give one of direct, indirect, mixed",
        ),
        (
            corrected("kestrel", (Field.DATE, "Thursday")),
            "'Thursday' is no date: give YYYY-MM-DD, YYYY-MM or YYYY, or nothing where there is no date",
        ),
    ],
)
def test_a_decision_that_makes_no_sense(wrong: Decision, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        check(wrong)
    assert str(caught.value) == line
    with Store.memory() as store:
        with pytest.raises(UsageError):
            store.decide(wrong)
        assert list(store.quads()) == []


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "store"
    with Store.open(path) as store:
        for one in STORY:
            store.add(one)
        twice = STORY[0].attributions[0]
        again = replace(twice, source=(), cue=())
        text = replace(STORY[0].article, key="twice", url="https://twice.example/")
        store.add(replace(STORY[0], article=text, attributions=(twice, again)))
    return path


UNKNOWN = "0" * 20
CLAIM_OF_ONE = claim_iri(iri("record"))
CASES = [
    (
        ["confirm", "the dam"],
        2,
        (
            "'the dam' is no statement, link, source or claim: give an IRI that 'provenance claims', 'sources', "
            "'trace' or 'review' prints with --format json"
        ),
    ),
    (
        ["confirm", "ni:the Tarsk dam"],
        2,
        (
            "'ni:the Tarsk dam' is no statement, link, source or claim: give an IRI that 'provenance claims', "
            "'sources', 'trace' or 'review' prints with --format json"
        ),
    ),
    (
        ["confirm", f"{BASE}attribution/{UNKNOWN}"],
        1,
        f"the store holds no statement {BASE}attribution/{UNKNOWN}: 'provenance claims --format json' lists them",
    ),
    (
        ["reject", f"{BASE}link/{UNKNOWN}"],
        1,
        f"the store holds no link {BASE}link/{UNKNOWN}: 'provenance review --format json' lists them",
    ),
    (
        ["reject", CLAIM_OF_ONE],
        2,
        f"a claim is decided upon by its statements: give a statement and --of {CLAIM_OF_ONE}",
    ),
    (
        ["confirm", POST.iri],
        2,
        "a source is decided upon beside another, or corrected: use merge, split or correct",
    ),
    (
        ["confirm", f"{iri('lantern')}/cited/0"],
        2,
        f"{iri('lantern')}/cited/0 is what a statement cites: say with --of IRI which statement it is, or is not",
    ),
    (
        ["merge", POST.iri, f"{BASE}agent/{UNKNOWN}"],
        1,
        f"the store holds no source {BASE}agent/{UNKNOWN}: 'provenance sources --format json' lists them",
    ),
    (["merge", POST.iri], 2, "to merge sources takes at least 2 of them, not 1"),
    (
        ["merge", POST.iri, iri("lantern")],
        2,
        "claims and sources cannot be made one or two: give sources, or claims and statements",
    ),
    (
        ["merge", f"{BASE}claim/{UNKNOWN}", iri("lantern")],
        1,
        f"the store holds no claim {BASE}claim/{UNKNOWN}: 'provenance claims --format json' lists them",
    ),
    (
        ["split", CLAIM_OF_ONE, iri("record")],
        2,
        f"the claim {CLAIM_OF_ONE} has no other statement: give a statement of another claim",
    ),
    (
        ["correct", CLAIM_OF_ONE, "--name", "Ilse"],
        2,
        "a claim cannot be corrected: give the IRI of a statement or a source",
    ),
    (
        ["correct", iri("lantern")],
        2,
        "a correction, and no other decision, says what is right: give what to correct, such as --name",
    ),
    (
        ["correct", iri("lantern"), "--date", "soon"],
        2,
        "'soon' is no date: give YYYY-MM-DD, YYYY-MM or YYYY, or nothing where there is no date",
    ),
    (
        ["undo", f"{BASE}decision/{UNKNOWN}"],
        1,
        f"the store holds no decision {BASE}decision/{UNKNOWN}: 'provenance decisions' lists them",
    ),
    (["confirm", iri("lantern"), "--by", " "], 2, "a decision needs the name of whoever decides: give --by NAME"),
    (["confirm"], 2, "Missing argument 'IRI'. See 'provenance confirm --help'."),
]


@pytest.mark.parametrize(("arguments", "code", "line"), CASES)
def test_a_request_that_cannot_be_met(arguments: list[str], code: int, line: str, story: Path) -> None:
    assert run(*arguments, "--store", story) == (code, "", f"provenance: {line}\n")


def test_no_decisions_are_listed(story: Path) -> None:
    line = "the store holds no decisions; take one with 'provenance confirm', 'reject' or 'review'"
    assert run("decisions", "--store", story) == (1, "", f"provenance: {line}\n")


def test_a_passage_with_several_statements_is_told_apart(story: Path) -> None:
    one = replace(STORY[0].article, key="twice", url="https://twice.example/")
    passage = passage_iri(snapshot_iri(one), STORY[0].attributions[0].content)
    answer = run("confirm", passage, "--store", story)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"provenance: 2 statements stand at {passage}: give one of {BASE}attribution/")


def test_a_passage_with_one_statement_names_it(tmp_path: Path) -> None:
    with Library.open(tmp_path / "store") as library:
        list(library.ingest(EXAMPLES / "library-hours.txt", extractor="rules"))
        one = next(library.readings())
        place = passage_iri(snapshot_iri(one.article), one.attributions[0].content)
        assert library.review.confirm(place, "Ada").targets[0].iri.startswith(f"{BASE}attribution/")


def test_no_store_is_made_to_be_decided_upon(tmp_path: Path) -> None:
    answer = run("decisions", "--store", tmp_path / "none")
    assert answer.code == 4
    assert agent_iri("Northgate Post", Kind.OUTLET) == POST.iri

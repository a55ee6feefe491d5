"""What people decided, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import CLAIM, STORY, statements
from decided import agent, corrected, decision, linked, on, target

from provenance.decisions import Action, Decision, Field, Subject
from provenance.iris import cited_iri
from provenance.model import Kind, LinkKind
from provenance.trace import trace
from provenance.views import text
from provenance.views.prose.decided import what

POST, DAILY = agent("Northgate Post", Kind.OUTLET), agent("Daily\x1b[31m\nPost", Kind.OUTLET)
KESTREL, OSTRA = "“the Tarsk dam would be drained before spring”", "“The Tarsk dam will be drained before spring,”"
CITED = replace(target("kestrel"), iri=cited_iri(target("kestrel").iri, 0))


@pytest.mark.parametrize(
    ("decided", "words"),
    [
        (on("kestrel", Action.CONFIRM), f"statement {KESTREL}"),
        (
            corrected("kestrel", (Field.NAME, "Ilse\nMaren"), at_hop=0),
            f"statement {KESTREL}; name of source 1: Ilse Maren",
        ),
        (corrected("kestrel", (Field.DATE, "")), f"statement {KESTREL}; date: none"),
        (decision(Action.MERGE, Subject.AGENT, POST, DAILY), "agent Northgate Post, Daily\ufffd[31m Post"),
        (decision(Action.MERGE, Subject.CLAIM, target("kestrel"), target("ostra")), f"claim of {KESTREL}: {OSTRA}"),
        (
            linked(LinkKind.REPORT, Action.REJECT, CITED, target("ostra")),
            f"report: what is cited in {KESTREL} = {OSTRA}",
        ),
        (on("kestrel", Action.REJECT, note="a\x07b"), f"statement {KESTREL}"),
    ],
)
def test_each_decision_says_what_it_is_about(decided: Decision, words: str) -> None:
    assert what(decided) == words


def test_a_tree_ends_with_who_decided_what_when_and_why() -> None:
    found = trace(CLAIM, statements(STORY))
    assert "Reviewed" not in text(found)
    shown = text(replace(found, decisions=(on("kestrel", Action.CONFIRM, note="heard\x1b[2J\nit"),)))
    lines = shown.splitlines()
    at = lines.index("└── Reviewed")
    assert lines[at : at + 3] == [
        "└── Reviewed",
        "    └── confirmed by Ada on 2031-03-01: heard\ufffd[2J it",
        f"        statement {KESTREL}",
    ]

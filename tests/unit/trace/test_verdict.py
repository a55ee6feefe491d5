"""The verdict reads as a sentence that a reporter can act on."""

from __future__ import annotations

import pytest

from provenance.model import Assertion, Kind
from provenance.trace.choke import ChokePoint
from provenance.trace.independence import Independence
from provenance.trace.result import CITED, Nature, Origin
from provenance.trace.verdict import verdict

PERSON, BODY, PAPER = Nature.PERSON, Nature.ORGANIZATION, Nature.DOCUMENT
UNNAMED, GROUP, NO_ONE = Nature.ANONYMOUS, Nature.GROUP, Nature.UNSPECIFIED
OWN, ENDS, CIRCLE = Nature.OWN_REPORTING, Nature.TRAIL_ENDS, Nature.CIRCLE
DENIES, SILENT = Assertion.DENIES, Assertion.DOES_NOT_CONFIRM


def origin(
    name: str, nature: Nature, articles: int = 1, assertion: Assertion = Assertion.ASSERTS, role: str = ""
) -> Origin:
    return Origin(
        node=name,
        name=name,
        kind=Kind.PERSON,
        nature=nature,
        anonymous=nature is UNNAMED,
        role=role,
        reason="",
        assertion=assertion,
        reached=CITED,
        confidence=0.9,
        articles=tuple(f"{name} {number}" for number in range(articles)),
    )


def through(who: str, articles: int = 2, of: int = 2) -> ChokePoint:
    return ChokePoint(who, Kind.OUTLET, who, "", tuple(map(str, range(articles))), of)


@pytest.mark.parametrize(
    ("origins", "low", "high", "chokes", "sentence"),
    [
        ([], 0, 0, [], "No article in the store makes the claim."),
        (
            [origin("two South Korean officials", UNNAMED, 12)],
            1,
            1,
            [through("Bay Press")],
            "12 articles, one report: two unnamed South Korean officials, through Bay Press; nothing independent.",
        ),
        (
            [origin("a person familiar with the plan", UNNAMED)],
            1,
            1,
            [],
            "1 article, one source: an unnamed person familiar with the plan; nothing independent.",
        ),
        (
            [origin("Officials", UNNAMED)],
            1,
            1,
            [],
            "1 article, one source: unnamed Officials; nothing independent.",
        ),
        (
            [origin("officials who asked not to be named", UNNAMED)],
            1,
            1,
            [],
            "1 article, one source: officials who asked not to be named; nothing independent.",
        ),
        ([origin("", UNNAMED)], 1, 1, [], "1 article, one source: an unnamed source; nothing independent."),
        (
            [origin("Ilse Maren", PERSON, 10, role="engineer")],
            1,
            1,
            [],
            "10 articles, one source: Ilse Maren (engineer); nothing independent.",
        ),
        (
            [origin("Bay Press", ENDS, 4)],
            1,
            1,
            [],
            "4 articles, one report: the trail ends at Bay Press, whose report the store does not hold.",
        ),
        (
            [origin("Bay Press", ENDS, 4)],
            1,
            1,
            [through("Post")],
            "4 articles, one report: the trail ends at Bay Press, whose report the store does not hold, through Post.",
        ),
        (
            [origin("Civic Ledger", OWN, 3)],
            1,
            1,
            [],
            "3 articles, one report: own reporting by Civic Ledger, which names no source; nothing independent.",
        ),
        ([origin("reportedly", NO_ONE)], 1, 1, [], "1 article, and no source is named."),
        (
            [origin("Alpha", CIRCLE), origin("Beta", CIRCLE)],
            1,
            1,
            [],
            "2 articles, each taken from another in a circle: no origin.",
        ),
        (
            [origin("two officials", UNNAMED), origin("a diplomat", UNNAMED)],
            1,
            1,
            [through("Bay Press")],
            "2 articles, one report: unnamed sources, through Bay Press; nothing independent.",
        ),
        (
            [origin("two officials", UNNAMED, 3), origin("a diplomat", UNNAMED)],
            1,
            2,
            [through("Bay Press", 3, 4)],
            (
                "4 articles, at most 2 independent origins: two unnamed officials; an unnamed diplomat; "
                "only unnamed sources stand behind it."
            ),
        ),
        (
            [origin("two officials", UNNAMED, 2), origin("Ilse Maren", PERSON, 2), origin("a filing", PAPER)],
            2,
            3,
            [],
            "5 articles, 2 to 3 independent origins: Ilse Maren; two unnamed officials; a filing.",
        ),
        (
            [origin("Ilse Maren", PERSON), origin("Bo Reed", PERSON)],
            2,
            2,
            [through("Post")],
            "2 articles, 2 independent origins: Ilse Maren; Bo Reed, all through Post.",
        ),
        (
            [origin(name, PERSON) for name in "ABCDE"],
            5,
            5,
            [],
            "5 articles, 5 independent origins: A; B; C; and 2 more.",
        ),
        (
            [origin("Bay Press", ENDS), origin("Post", OWN)],
            1,
            2,
            [],
            (
                "2 articles, at most 2 independent origins: a report by Bay Press, not in the store; "
                "own reporting by Post, which names no source; no source is named."
            ),
        ),
        (
            [origin("Ilse Maren", PERSON), origin("the ministry", BODY, assertion=DENIES)],
            1,
            1,
            [],
            "1 article, one source: Ilse Maren; nothing independent; denied by the ministry.",
        ),
        (
            [
                origin("Ilse Maren", PERSON),
                *(origin(name, BODY, assertion=DENIES) for name in ("A", "B", "C")),
                origin("D", BODY, assertion=SILENT),
            ],
            1,
            1,
            [],
            (
                "1 article, one source: Ilse Maren; nothing independent; denied by 3, A and B among them; "
                "not confirmed by D."
            ),
        ),
        (
            [origin("the ministry", BODY, 2, assertion=DENIES)],
            0,
            0,
            [],
            "2 articles, and no one in the store stands behind the claim; denied by the ministry.",
        ),
        (
            [origin(name, BODY, assertion=DENIES) for name in ("the ministry", "its office")],
            1,
            1,
            [],
            (
                "2 articles, and no one in the store stands behind the claim; denied by the ministry and its office; "
                "all one voice."
            ),
        ),
        (
            [origin("the ministry", BODY, assertion=DENIES), origin("the mayor", BODY, assertion=SILENT)],
            1,
            2,
            [],
            (
                "2 articles, and no one in the store stands behind the claim; denied by the ministry; "
                "not confirmed by the mayor; at most 2 independent."
            ),
        ),
    ],
)
def test_the_sentence(origins: list[Origin], low: int, high: int, chokes: list[ChokePoint], sentence: str) -> None:
    assert verdict(origins, Independence(low, high, ()), chokes) == sentence


def test_names_cannot_break_the_sentence() -> None:
    found = verdict([origin("Ann\n\x1b[2J" + "x" * 500, PERSON)], Independence(1, 1, ()), ())
    assert len(found) < 150
    assert found.isprintable()

"""The verdict reads as a sentence that a reporter can act on."""

from __future__ import annotations

import pytest

from provenance.model import Assertion, Kind
from provenance.trace.choke import ChokePoint
from provenance.trace.independence import Independence
from provenance.trace.result import CITED, Nature, Origin
from provenance.trace.timing import Appearance
from provenance.trace.verdict import Ground, verdict
from provenance.views.prose.verdict import day, sentence

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
    ("origins", "low", "high", "chokes", "words"),
    [
        ([], 0, 0, [], "No article in the store makes the claim."),
        (
            [origin("two South Korean officials", UNNAMED, 12)],
            1,
            1,
            [through("Bay Press")],
            (
                "One source: two unnamed South Korean officials, through Bay Press; 12 articles carry it, and "
                "none adds a source."
            ),
        ),
        (
            [origin("a person familiar with the plan", UNNAMED)],
            1,
            1,
            [],
            "One source: an unnamed person familiar with the plan; 1 article carries it.",
        ),
        (
            [origin("Officials", UNNAMED)],
            1,
            1,
            [],
            "One source: unnamed Officials; 1 article carries it.",
        ),
        (
            [origin("officials who asked not to be named", UNNAMED)],
            1,
            1,
            [],
            "One source: officials who asked not to be named; 1 article carries it.",
        ),
        ([origin("", UNNAMED)], 1, 1, [], "One source: an unnamed source; 1 article carries it."),
        (
            [origin("Ilse Maren", PERSON, 10, role="engineer")],
            1,
            1,
            [],
            "One source: Ilse Maren (engineer); 10 articles carry it, and none adds a source.",
        ),
        (
            [origin("Bay Press", ENDS, 4)],
            1,
            1,
            [],
            (
                "One report: the trail ends at Bay Press, whose report the store does not hold; 4 articles "
                "carry it, and none adds a source."
            ),
        ),
        (
            [origin("Bay Press", ENDS, 4)],
            1,
            1,
            [through("Post")],
            (
                "One report: the trail ends at Bay Press, whose report the store does not hold, through Post; 4 "
                "articles carry it, and none adds a source."
            ),
        ),
        (
            [origin("Civic Ledger", OWN, 3)],
            1,
            1,
            [],
            (
                "One report: own reporting by Civic Ledger (no source named); 3 articles carry it, and none "
                "adds a source."
            ),
        ),
        ([origin("reportedly", NO_ONE)], 1, 1, [], "No source is named; 1 article carries it."),
        (
            [origin("Alpha", CIRCLE), origin("Beta", CIRCLE)],
            1,
            1,
            [],
            "No origin: each article took it from another, in a circle; 2 articles carry it.",
        ),
        (
            [origin("two officials", UNNAMED), origin("a diplomat", UNNAMED)],
            1,
            1,
            [through("Bay Press")],
            "One report: unnamed sources, through Bay Press; 2 articles carry it, and none adds a source.",
        ),
        (
            [origin("two officials", UNNAMED, 3), origin("a diplomat", UNNAMED)],
            1,
            2,
            [through("Bay Press", 3, 4)],
            (
                "At most 2 independent sources: two unnamed officials and an unnamed diplomat; only unnamed "
                "sources stand behind it; 4 articles carry it, 3 of them through Bay Press."
            ),
        ),
        (
            [origin("two officials", UNNAMED, 2), origin("Ilse Maren", PERSON, 2), origin("a filing", PAPER)],
            2,
            3,
            [],
            "2 to 3 independent sources: Ilse Maren, two unnamed officials and a filing; 5 articles carry it.",
        ),
        (
            [origin("Ilse Maren", PERSON), origin("Bo Reed", PERSON)],
            2,
            2,
            [through("Post")],
            "2 independent sources: Ilse Maren and Bo Reed, all through Post; 2 articles carry it.",
        ),
        (
            [origin(name, PERSON) for name in "ABCDE"],
            5,
            5,
            [],
            "5 independent sources: A, B, C and 2 more; 5 articles carry it.",
        ),
        (
            [origin("Bay Press", ENDS), origin("Post", OWN)],
            1,
            2,
            [],
            (
                "At most 2 independent sources: a report by Bay Press (not in the store) and own reporting by "
                "Post (no source named); no source is named; 2 articles carry it."
            ),
        ),
        (
            [origin("Ilse Maren", PERSON), origin("the ministry", BODY, assertion=DENIES)],
            1,
            1,
            [],
            "One source: Ilse Maren; 1 article carries it; denied by the ministry.",
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
            "One source: Ilse Maren; 1 article carries it; denied by 3, A and B among them; not confirmed by D.",
        ),
        (
            [origin("the ministry", BODY, 2, assertion=DENIES)],
            0,
            0,
            [],
            "No one in the store stands behind the claim; 2 articles tell of it; denied by the ministry.",
        ),
        (
            [origin(name, BODY, assertion=DENIES) for name in ("the ministry", "its office")],
            1,
            1,
            [],
            (
                "No one in the store stands behind the claim; 2 articles tell of it; denied by the ministry and "
                "its office; all one voice."
            ),
        ),
        (
            [origin("the ministry", BODY, assertion=DENIES), origin("the mayor", BODY, assertion=SILENT)],
            1,
            2,
            [],
            (
                "No one in the store stands behind the claim; 2 articles tell of it; denied by the ministry; "
                "not confirmed by the mayor; at most 2 independent."
            ),
        ),
    ],
)
def test_the_sentence(origins: list[Origin], low: int, high: int, chokes: list[ChokePoint], words: str) -> None:
    assert sentence(verdict(origins, Independence(low, high, ()), chokes)) == words


def test_names_cannot_break_the_sentence() -> None:
    found = sentence(verdict([origin("Ann\n\x1b[2J" + "x" * 500, PERSON)], Independence(1, 1, ()), ()))
    assert len(found) < 150
    assert found.isprintable()


def test_it_says_through_whom_since_when_how_many_repeat_it_and_who_denies_it() -> None:
    since = Appearance("Bay Press", "2024-05-03", "", "bay")
    told = [origin("two officials", UNNAMED, 4), origin("the ministry", BODY, assertion=DENIES)]
    assert sentence(verdict(told, Independence(1, 1, ()), [through("Bay Press", 4, 4)], since)) == (
        "One source: two unnamed officials, through Bay Press, since 3 May 2024; 4 articles carry it, and none adds a "
        "source; denied by the ministry."
    )


def test_the_verdict_is_codes_and_values() -> None:
    told = [origin("two officials", UNNAMED, 4), origin("the ministry", BODY, assertion=DENIES)]
    found = verdict(told, Independence(1, 1, ()), [through("Bay Press", 3, 4)], undecided=2)
    assert found.ground is Ground.ONE_SOURCE
    assert (found.articles, found.asserting, found.denying, found.undecided) == (4, (told[0],), (told[1],), 2)
    assert found.through is not None
    assert not found.through.every
    assert sentence(found).endswith("; denied by the ministry; 2 statements left out as undecided.")


@pytest.mark.parametrize(
    ("known", "words"),
    [("2024-05-03", "3 May 2024"), ("2024-05", "May 2024"), ("2024", "2024"), ("2024-99-01", "2024-99-01"), ("", "")],
)
def test_dates_as_prose_has_them(known: str, words: str) -> None:
    assert day(known) == words

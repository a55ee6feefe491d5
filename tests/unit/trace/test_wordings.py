"""What changed between two wordings, and what only looks so."""

from __future__ import annotations

import pytest

from provenance.trace.wordings import ChangeKind, compared

HEDGE, NUMBER, ROUNDED, YEAR = ChangeKind.HEDGE, ChangeKind.NUMBER, ChangeKind.ROUNDED, ChangeKind.YEAR
NOT, TURNED = ChangeKind.NEGATION, ChangeKind.DIRECTION


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("The firm may close its route", "The firm will close its route", [(HEDGE, "may", "will close")]),
        ("The firm is considering closing it", "The firm plans to close it", [(HEDGE, "considering", "plans to")]),
        ("The firm plans to close the route", "The firm closes the route", [(HEDGE, "plans to", "closes")]),
        ("The mayor allegedly took money", "The mayor took money", [(HEDGE, "allegedly", "took")]),
        ("A merger is likely", "The merger is done", [(HEDGE, "likely", "merger")]),
        ("Two people died", "Three people died", [(NUMBER, "Two", "Three")]),
        ("It lost $1.2 billion", "It lost 1.4 billion dollars", [(NUMBER, "$1.2 billion", "1.4 billion")]),
        ("Turnout was 40 percent", "Turnout was 60%", [(NUMBER, "40 percent", "60%")]),
        ("1,187 people were hurt", "about 1,200 people were hurt", [(ROUNDED, "1,187", "1,200")]),
        ("1,187 people were hurt", "more than 1,000 people were hurt", [(ROUNDED, "1,187", "1,000")]),
        ("1,187 people were hurt", "1,300 people were hurt", [(NUMBER, "1,187", "1,300")]),
        ("1,187 people were hurt", "more than 1,200 people were hurt", [(NUMBER, "1,187", "1,200")]),
        ("The mill closed in 2018", "The mill closed in 2019", [(YEAR, "2018", "2019")]),
        ("Profits rose", "Profits fell", [(TURNED, "rose", "fell")]),
        ("The board approved the plan", "The board rejected the plan", [(TURNED, "approved", "rejected")]),
        (
            "The board did not approve the plan",
            "The board approved the plan",
            [(NOT, "not approve", "approved")],
        ),
        ("Survivors were found", "No survivors were found", [(NOT, "Survivors", "No survivors")]),
        ("He couldn’t attend", "He attended", [(NOT, "couldn’t attend", "attended")]),
    ],
)
def test_a_change(before: str, after: str, changes: list[tuple[ChangeKind, str, str]]) -> None:
    found = compared(before, after)
    assert [(one.kind, one.before, one.after) for one in found] == changes
    for one in found:
        assert before[one.before_at.start : one.before_at.end] == one.before
        assert after[one.after_at.start : one.after_at.end] == one.after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The firm will close its route", "The firm may close its route"),
        ("The dam would be drained before spring", "The dam will be drained before spring"),
        ("The firm is considering closing its route", "The firm may close its route"),
        ("It closes, which might hurt shops", "It closes"),
        ("It opens in May 2030", "It opens in 2030"),
        ("May 5 is the day it opens", "It opens on 5 May"),
        ("two officials said it lost 4.2 million crowns", "it lost 4.2m crowns"),
        ("1,187 people were hurt", "people were hurt"),
        ("two of the three ships sank", "three ships sank"),
        ("It met at 3:30 in Hall F-16", "It met at 4:30 in Hall F-17"),
        ("It bought two ships", "It hired three pilots"),
        ("The board did not approve the plan", "The board rejected the plan"),
        ("not only rain but snow", "rain and snow"),
        ("no fewer than three people died", "three people died"),
        ("The shops open and close early", "The shops close early"),
        ("", "Rain is due"),
        ("Rain is due", ""),
    ],
)
def test_no_change(before: str, after: str) -> None:
    assert compared(before, after) == ()

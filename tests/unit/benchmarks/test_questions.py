"""The page of twenty questions is what was answered and judged."""

from __future__ import annotations

import json

from benchmarks.questions import JUDGEMENTS, PAGE, QUESTIONS, page

ROWS = json.loads(QUESTIONS.read_text("utf8"))


def test_the_page_is_made_of_the_answers() -> None:
    assert PAGE.read_text("utf8") == page(ROWS), "run python -m benchmarks.questions STORE"


def test_each_of_twenty_answers_was_judged() -> None:
    assert len({row["asked"] for row in ROWS}) == 20
    assert all(row["judged"] in JUDGEMENTS and row["judged_before"] in JUDGEMENTS for row in ROWS)


def test_an_answer_that_nobody_judged_says_so() -> None:
    assert "*Now* (not judged" in page([{**ROWS[0], "judged": ""}])

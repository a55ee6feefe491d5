"""What is weak in a claim, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.queries.audit import Weakness
from provenance.trace.drift import Drift
from provenance.trace.loops import Loop
from provenance.trace.verdict import Verdict
from provenance.trace.wording import one_line
from provenance.trace.wordings import ChangeKind
from provenance.views.prose.phrases import count, listed
from provenance.views.prose.verdict import described, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.queries.audit import Issue

SHOWN = 3
"""Names in one sentence."""


def issue(one: Issue) -> str:
    """Such as: Only unnamed sources stand behind 2 articles: two unnamed surveyors."""
    match one.found:
        case Verdict():
            return sentence(one.found)
        case Loop():
            return f"{_names(one.found.members)} cite each other in a circle."
        case Drift():
            return _changed(one.found)
        case origins:
            who, articles = _names(list(dict.fromkeys(map(described, origins)))), count(len(one.articles), "article")
            if one.kind is Weakness.UNNAMED:
                return f"Only unnamed sources stand behind {articles}: {who}."
            return f"Nothing stands behind {articles} but {who}."


def _changed(drift: Drift) -> str:
    before, after = one_line(drift.before), one_line(drift.after)
    earlier, later = drift.earlier.article, drift.later.article
    if drift.kind is ChangeKind.DROPPED:
        change = f"{earlier} names {before}, {later} only {after}"
    else:
        change = f"“{before}” in {earlier}, “{after}” in {later}"
    return f"{drift.kind.value.capitalize()}: {change}."


def _names(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return listed([*map(one_line, names[:SHOWN]), *([f"{more} more"] if more > 0 else [])])

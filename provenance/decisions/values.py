"""What people decide about statements, links, agents and claims, as frozen values.

A decision is never changed: whoever thinks otherwise undoes it, or decides again, and the later one stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.iris import decision_iri
from provenance.model import Assertion, Kind, LinkKind, Quotation, Span, Spans, is_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Action(StrEnum):
    CONFIRM = "confirm"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"


class Subject(StrEnum):
    """What a decision is about."""

    STATEMENT = "statement"
    LINK = "link"
    AGENT = "agent"
    CLAIM = "claim"


class Field(StrEnum):
    """What may be corrected; NAME, KIND and ANONYMOUS are of one hop of a statement, or of an agent."""

    NAME = "name"
    KIND = "kind"
    ANONYMOUS = "anonymous"
    CONTENT = "content"
    ASSERTION = "assertion"
    QUOTATION = "quotation"
    DATE = "date"


OF_HOP = frozenset({Field.NAME, Field.KIND, Field.ANONYMOUS})
OF_AGENT = frozenset({Field.NAME, Field.KIND})


@dataclass(frozen=True, slots=True)
class Correction:
    """The new `value` of a field, as text; `hop` counts a statement's chain from 0, None being its last.

    Spans are written "12-30 41-50", Booleans "true" and "false", a date as ISO 8601; an empty date is none.
    """

    field: Field
    value: str
    hop: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a statement stood when it was decided upon: its snapshot's IRI, its place, and the words of each part.

    By them it is found again in another reading (Web Annotation Data Model, section 4.2.4, text quote selector).
    """

    snapshot: str
    content: Spans
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What is decided upon, by IRI. `name` and `kind` are an agent's; the name of a statement is that of its sources.

    A statement, or what it cites, has an anchor.
    """

    iri: str
    name: str = ""
    kind: Kind | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """By whom, and when (UTC)."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, and when (UTC); `id` is made by `iri_of`.

    The targets of a decision about

    - a statement: its attribution;
    - a link: its two ends, of the kind `link`; to confirm says that they are the same, to reject that they are not;
    - agents: those that are one, the first giving its name; the two that are not one; the one that is corrected;
    - a claim: a statement of it, then those that belong to it (merge, confirm) or do not (split, reject).
    """

    action: Action
    about: Subject
    targets: tuple[Target, ...]
    by: str
    at: datetime
    note: str = ""
    corrections: tuple[Correction, ...] = ()
    link: LinkKind | None = None
    undone: Undone | None = None
    id: str = ""


NOUNS = {
    Subject.STATEMENT: "statements",
    Subject.LINK: "links",
    Subject.AGENT: "sources",
    Subject.CLAIM: "claims",
}
FEWEST: dict[tuple[Subject, Action], int] = {
    (Subject.STATEMENT, Action.CONFIRM): 1,
    (Subject.STATEMENT, Action.REJECT): 1,
    (Subject.STATEMENT, Action.CORRECT): 1,
    (Subject.LINK, Action.CONFIRM): 2,
    (Subject.LINK, Action.REJECT): 2,
    (Subject.AGENT, Action.MERGE): 2,
    (Subject.AGENT, Action.SPLIT): 2,
    (Subject.AGENT, Action.CORRECT): 1,
    (Subject.CLAIM, Action.MERGE): 2,
    (Subject.CLAIM, Action.SPLIT): 2,
    (Subject.CLAIM, Action.CONFIRM): 2,
    (Subject.CLAIM, Action.REJECT): 2,
}
"""What can be done with what, and the fewest targets it takes."""
OPEN = frozenset({(Subject.AGENT, Action.MERGE), (Subject.CLAIM, Action.MERGE), (Subject.CLAIM, Action.SPLIT)})
"""What takes any number of targets beyond."""


def iri_of(decision: Decision) -> str:
    """By what was decided, by whom and when; whether it was undone since is left out."""
    one = decision
    targets = [target.iri for target in one.targets]
    corrections = [(each.field, each.value, each.hop) for each in one.corrections]
    when = one.at.isoformat(timespec="microseconds")
    return decision_iri(one.action, one.about, one.link, targets, corrections, one.by, when, one.note)


def check(decision: Decision) -> None:
    """Raise UsageError where a decision makes no sense, in one line with the remedy."""
    what = (decision.about, decision.action)
    if what not in FEWEST:
        able = ", ".join(action for about, action in FEWEST if about is decision.about)
        raise UsageError(f"a decision about {NOUNS[decision.about]} cannot be to {decision.action}: give one of {able}")
    names = [target.iri for target in decision.targets]
    if len(names) < FEWEST[what] or (what not in OPEN and len(names) > FEWEST[what]):
        least = "at least " if what in OPEN else ""
        raise UsageError(
            f"to {decision.action} {NOUNS[decision.about]} takes {least}{FEWEST[what]} of them, not {len(names)}"
        )
    if len(set(names)) < len(names):
        raise UsageError(f"to {decision.action} takes different ones: {max(names, key=names.count)} is given twice")
    if (decision.link is not None) != (decision.about is Subject.LINK):
        raise UsageError("a decision about a link, and no other, names the kind of the link")
    check_who(decision.by, decision.at)
    if decision.undone:
        check_who(decision.undone.by, decision.undone.at)
    _check_corrections(decision)


def check_who(by: str, at: datetime) -> None:
    """Raise UsageError where no one decides, or at a time that is not told in UTC."""
    if not by.strip():
        raise UsageError("a decision needs the name of whoever decides: give --by NAME")
    if at.utcoffset() != timedelta(0):
        raise UsageError(f"the time {at.isoformat()} of a decision is not in UTC: give it in UTC")


def _check_corrections(decision: Decision) -> None:
    if bool(decision.corrections) != (decision.action is Action.CORRECT):
        raise UsageError(
            "a correction, and no other decision, says what is right: give what to correct, such as --name"
        )
    for correction in decision.corrections:
        field, value = correction.field, correction.value
        if decision.about is Subject.AGENT and field not in OF_AGENT:
            raise UsageError(f"a source has no {field} to correct: give its name or its kind")
        if correction.hop is not None and (
            decision.about is Subject.AGENT or field not in OF_HOP or correction.hop < 0
        ):
            raise UsageError(f"the {field} is not that of a hop: leave the hop out")
        if not _VALID[field](value):
            raise UsageError(f"'{value}' is no {field}: {_REMEDY[field]}")


def spans_of(value: str) -> Spans:
    """The spans that a correction writes "12-30 41-50". Raises ValueError."""
    return tuple(Span(*map(int, part.split("-"))) for part in value.split())


def written(spans: Spans) -> str:
    """Spans as `spans_of` reads them."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that are not undone, in the order in which they were taken."""
    return tuple(sorted((one for one in decisions if one.undone is None), key=lambda one: (one.at, one.id)))


def _is_content(value: str) -> bool:
    if not re.fullmatch(r"\d{1,9}-\d{1,9}(?: \d{1,9}-\d{1,9})*", value, re.ASCII):
        return False
    return all(start < end for start, end in spans_of(value))


_VALID: dict[Field, Callable[[str], bool]] = {
    Field.NAME: lambda value: bool(value.strip()),
    Field.KIND: lambda value: value in set(Kind),
    Field.ANONYMOUS: lambda value: value in ("true", "false"),
    Field.CONTENT: _is_content,
    Field.ASSERTION: lambda value: value in set(Assertion),
    Field.QUOTATION: lambda value: value in set(Quotation),
    Field.DATE: lambda value: not value or is_date(value),
}
_REMEDY = {
    Field.NAME: "give the name",
    Field.KIND: f"give one of {', '.join(Kind)}",
    Field.ANONYMOUS: "give true or false",
    Field.CONTENT: "give places in the article's text, such as '12-30' or '12-30 41-50'",
    Field.ASSERTION: f"give one of {', '.join(Assertion)}",
    Field.QUOTATION: f"give one of {', '.join(Quotation)}",
    Field.DATE: "give YYYY-MM-DD, YYYY-MM or YYYY, or nothing where there is no date",
}

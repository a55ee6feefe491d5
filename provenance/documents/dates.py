"""Time expressions, resolved against the day of publication: "Thursday" is the last one before it.

A week has no value: ISO 8601 can name it but XML Schema cannot.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from provenance.model import Dated, Span

DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
EXPRESSION = re.compile(
    rf"\b(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTH})(?:,? (?P<year2>\d{{4}}))?"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?:late|early|mid|in) ?-?(?P<month3>{MONTH})(?:,? (?P<year3>\d{{4}}))?"
    r"|(?P<before>last |this |on |late |early |next )?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?P<relative>yesterday|today|tonight|(?P<n>\d+|two|three|four|five|six|seven) days ago"
    r"|(?:last|(?:earlier )?this) (?:week|month|year))"
    r"|in (?P<only_year>(?:19|20)\d{2}))\b"
)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def dated(text: str, span: Span, published: str | None) -> Dated | None:
    """The first time expression inside `span` that can be resolved; `published` is an ISO date, whole or reduced."""
    day = _whole(published) if published else None
    for match in EXPRESSION.finditer(text, span.start, span.end):
        value = _resolved(match, day)
        if value:
            phrase = match.group().removeprefix("on ").removeprefix("in ")
            return Dated(phrase, value, Span(match.end() - len(phrase), match.end()))
    return None


def _whole(published: str) -> date | None:
    """The day of publication where it is known to the day."""
    if len(published) != len("2024-11-14"):
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def _resolved(match: re.Match[str], published: date | None) -> str | None:
    """The value of an expression, or None where no calendar has it: "March 0", "9999999999 days ago"."""
    try:
        return _value(match, published)
    except (ValueError, OverflowError):
        return None


def _value(match: re.Match[str], published: date | None) -> str | None:
    if match["iso"]:
        return date.fromisoformat(match["iso"]).isoformat()
    if match["only_year"]:
        return match["only_year"]
    month = match["month"] or match["month2"]
    if month:
        return _day(_month(month), int(match["day"] or match["day2"]), match["year"] or match["year2"], published)
    if match["month3"]:
        number = _month(match["month3"])
        year = match["year3"] or (_year_of(number, 28, published) if published else None)
        return f"{year}-{number:02}" if year else None
    if published is None:
        return None
    if match["weekday"]:
        return _weekday(match["weekday"].lower(), match["before"] or "", published)
    return _relative(match, published)


def _month(name: str) -> int:
    return next(i for i, full in enumerate(MONTH_NAMES, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def _day(month: int, day: int, year: str | None, published: date | None) -> str | None:
    known = int(year) if year else _year_of(month, day, published) if published else None
    return date(known, month, day).isoformat() if known else None


def _year_of(month: int, day: int, published: date) -> int:
    """The year meant by a day without one: the current one, unless that lies more than a month ahead."""
    this_year = date(published.year, month, min(day, 28))
    return published.year - 1 if this_year > published + timedelta(days=31) else published.year


def _weekday(name: str, before: str, published: date) -> str:
    back = (published.weekday() - DAY_NAMES.index(name)) % 7
    if before.strip() == "next":
        return (published + timedelta(days=7 - back if back else 7)).isoformat()
    if before.strip() == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _relative(match: re.Match[str], published: date) -> str | None:
    words = match["relative"].lower()
    if words in {"today", "tonight"}:
        return published.isoformat()
    if words == "yesterday":
        return (published - timedelta(days=1)).isoformat()
    if match["n"]:
        return (published - timedelta(days=COUNTS.get(match["n"]) or int(match["n"]))).isoformat()
    unit = words.split()[-1]
    past = words.startswith("last")
    if unit == "year":
        return f"{date(published.year - past, 1, 1).year:04}"
    if unit == "month":
        earlier = published.replace(day=1) - timedelta(days=1) if past else published
        return f"{earlier.year}-{earlier.month:02}"
    return None

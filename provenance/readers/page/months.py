"""Days as a language writes them: the names of its months, and the order of its figures (Unicode CLDR)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

_ISO = re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:\b|(?=T\d))")
_DOTTED = re.compile(r"\b(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>(?:19|20)?\d\d)\b(?![.:])")
"""Day first wherever dots are written (CLDR: de, cs, da, fi, no, pl, ro, ru, tr, uk and others)."""
_EASTERN = re.compile(r"(?P<y>(?:19|20)\d\d) ?[年년.] ?(?P<m>\d\d?) ?[月월.] ?(?P<d>\d\d?)(?: ?[日일.]|\b)")
_SLASHED = re.compile(r"\b(?P<d>\d\d?)(?P<sign>[/-])(?P<m>\d\d?)(?P=sign)(?P<y>(?:19|20)\d\d)\b")
_YEAR = r"(?P<y>(?:19|20)\d\d)(?:\b|(?=\d\d?:))"
"""A time of day may follow it without a space."""
_NAMED = (
    r"(?<!\d)(?P<d>\d\d?)(?:\.|º|er|st|nd|rd|th)?,? (?:(?:de|di|of) )?(?P<month>{months})\.?,? (?:del? )?" + _YEAR,
    r"(?<!\w)(?P<month>{months})\.? (?P<d>\d\d?)(?:st|nd|rd|th)?,? " + _YEAR,
    r"\b(?P<y>(?:19|20)\d\d)\.? (?P<month>{months})\.? (?P<d>\d\d?)(?!\d)",
)
_DEFAULT = "en-US"
"""The tag that content systems write unless told otherwise: no sign of where a page is from."""


def first_day(text: str, language: str | None) -> tuple[str, int, int] | None:
    """The first day that a text names, as ISO 8601, and where it stands; `language` is a BCP 47 tag.

    Figures whose order differs by country ("04/02/2031") count where the language, or the tag's country, has one.
    """
    locale = _locale(language) if language else None
    patterns = (_ISO, _DOTTED, _EASTERN, *((_SLASHED,) if locale and _is_day_first(locale, language) else ()))
    named = _named(locale) if locale else ()
    found = [(match, _date(match, locale)) for pattern in (*patterns, *named) for match in pattern.finditer(text)]
    days = [(match.start(), match.end(), day) for match, day in found if day]
    start, end, day = min(days, default=(0, 0, ""))
    return (day, start, end) if day else None


def _date(match: re.Match[str], locale: Locale | None) -> str | None:
    parts = match.groupdict()
    month = _months(locale)[_key(parts["month"])] if locale and "month" in parts else int(parts["m"])
    try:
        return date(int(f"20{parts['y']}"[-4:]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None


@cache
def _locale(language: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _is_day_first(locale: Locale, language: str | None) -> bool:
    """Whether all of a language's countries, or the one that a tag names, write the day before the month."""
    is_told = locale.language != "en" or (locale.territory is not None and language != _DEFAULT)
    return is_told and str(locale.date_formats["short"]).startswith("d")


@cache
def _months(locale: Locale) -> Mapping[str, int]:
    """The numbers of the months by their names, whole and cut off, as they stand in a date and alone."""
    return {
        _key(name): number
        for form in ("stand-alone", "format")
        for width in ("abbreviated", "wide")
        for number, name in locale.months[form][width].items()
        if _key(name) and not name[:1].isdigit()
    }


@cache
def _named(locale: Locale) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months(locale)), key=len, reverse=True))
    return tuple(re.compile(one.replace("{months}", names), re.IGNORECASE) for one in _NAMED) if names else ()


def _key(name: str) -> str:
    return name.casefold().rstrip(".")

"""Values that records and page metadata state, in the one form the model keeps them in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urlsplit, urlunsplit

URL_LIMIT = 4096
"""Characters that a URL may have."""

_CONTROLS_AND_SURROGATES = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_IN_AN_IRI = re.compile(r"[^\w\-.~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)*")
_HAS_TIME = re.compile(r"\d[Tt ]\d")
_REDUCED = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_NO_YEAR = re.compile(r"(?<![+\-\d])00\d\d\b")
_UNSEEN = re.compile(r"[\s\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*+")
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3})?(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?"
)


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen: white space, and characters of no width (Unicode's format characters)."""
    return _UNSEEN.fullmatch(text) is not None


def one_line(value: str) -> str | None:
    """`value` with white space, control characters and lone surrogates as single spaces; None where nothing is left."""
    return " ".join(_CONTROLS_AND_SURROGATES.sub(" ", value).split()) or None


def iso_date(value: str) -> str | None:
    """An ISO 8601 date: a day, or where no more is known a month ("2024-07") or a year; None for anything else."""
    reduced = value.strip()
    if _REDUCED.fullmatch(reduced):
        return reduced if iso_day(f"{reduced}-01-01"[:10]) else None
    return iso_day(value)


def iso_day(value: str) -> str | None:
    """The day of an ISO 8601 date or date-time, in the offset it is written in; None for anything else."""
    try:
        return datetime.fromisoformat(value.strip()).date().isoformat()
    except ValueError:
        return None


def mail_day(value: str) -> str | None:
    """The day of a date as mail and RSS write it (RFC 5322, section 3.3), in its own offset; None for anything else.

    A year of two digits is one of the last or this century (section 4.3); "0000" is no year.
    """
    try:
        return None if _NO_YEAR.search(value) else parsedate_to_datetime(value.strip()).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def utc_time(value: str) -> str | None:
    """The second of an ISO 8601 date-time, in UTC: "2031-02-04T09:30:00Z"; None for anything else.

    A time without an offset is taken for UTC, as archives and headers write it.
    """
    try:
        time = datetime.fromisoformat(value.strip())
        known = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return f"{known.replace(tzinfo=None).isoformat(timespec='seconds')}Z" if _HAS_TIME.search(value) else None


def web_url(value: str) -> str | None:
    """An absolute http or https URL as a valid IRI (RFC 3987), without user name and password; None for anything else.

    Characters that an IRI may not hold are percent-encoded, as browsers do.
    """
    try:
        parts = urlsplit(value.strip())
        host, port = (parts.hostname or "").removesuffix("."), parts.port
        value.encode()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or len(value) > URL_LIMIT:
        return None
    netloc = f"{host}:{port}" if port else host
    path, query, fragment = (_NOT_IN_AN_IRI.sub(_percent, part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, netloc, path, query, fragment))


def language_tag(value: str) -> str | None:
    """A BCP 47 tag of language, script, region and variant ("en", "pt-BR") as given; None for anything else."""
    return value.strip() if _LANGUAGE.fullmatch(value.strip()) else None


def _percent(found: re.Match[str]) -> str:
    return quote(found[0], safe="")

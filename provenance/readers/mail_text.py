"""The words of a mail: lines that were only wrapped made whole, and what somebody passed on told from their own."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from provenance.readers.fields import iso_day, mail_day

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRAPPED = range(55, 81)
"""Characters of a line that was wrapped by a mail program."""
_MARK = re.compile(
    r"^[ \t>]*(?:-{2,} ?(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht"
    r"|message transféré|mensaje reenviado|messaggio inoltrato) ?-{2,}"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELDS = {
    "from": ("from", "von", "de", "da"),
    "date": ("date", "sent", "datum", "gesendet", "fecha", "data"),
    "subject": ("subject", "betreff", "objet", "asunto", "oggetto"),
    "to": ("to", "an", "à", "para", "a", "cc", "reply-to"),
}
_FIELD = re.compile(r"^\*?([\w-]{1,10})\*?[ \t]?:\*?[ \t]*(.*)$")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY = re.compile(
    r"\b(?:(\d{1,2})\.? ([A-Za-z]{3})[a-z]*\.?|([A-Za-z]{3})[a-z]*\.? (\d{1,2})),? (?:at )?([1-9]\d{3})\b"
)


class Forwarded(NamedTuple):
    """A message that was passed on inside another: its own headers, by the names of `_FIELDS`, and its text."""

    headers: Mapping[str, str]
    text: str


def flowed(text: str) -> str:
    """Lines that flow into the next as one (`format=flowed`; RFC 3676, section 4), without a signature."""
    return re.sub(r"(?<=[^ \n]) \n(?=[^ >\n])", " ", _unsigned(text)).strip()


def unwrapped(text: str) -> str:
    """Paragraphs of which all lines are as long as wrapped ones are in one line each, without a signature."""
    return "\n\n".join(filter(None, map(_paragraph, re.split(r"\n[ \t]*\n", _unsigned(text)))))


def _unsigned(text: str) -> str:
    """RFC 3676, section 4.3."""
    return _SIGNATURE.split(text.replace("\r\n", "\n").replace("\r", "\n"), maxsplit=1)[0]


def _paragraph(block: str) -> str:
    lines = [line.rstrip() for line in block.split("\n")]
    is_wrapped = len(lines) > 1 and all(len(line) in _WRAPPED for line in lines[:-1])
    return (" " if is_wrapped else "\n").join(lines).strip()


def forwarded(text: str) -> Forwarded | None:
    """What stands under the last line that says so, where its sender or its subject follows; else None."""
    marks = list(_MARK.finditer(text))
    if not marks:
        return None
    headers: dict[str, str] = {}
    lines = [re.sub(r"^(?:> ?)+", "", line) for line in text[marks[-1].end() :].split("\n")]
    told = list(takewhile(lambda line: not line.strip() or _field(line), lines))
    for name, value in filter(None, map(_field, told)):
        headers.setdefault(name, value)
    words = "\n".join(lines[len(told) :]).strip()
    return Forwarded(headers, words) if "from" in headers or "subject" in headers else None


def _field(line: str) -> tuple[str, str] | None:
    """The name, as `_FIELDS` has it, and the value of a line that a mail program put above what was passed on."""
    found = _FIELD.match(line.strip())
    name = next((key for key, names in _FIELDS.items() if found and found[1].lower() in names), None)
    return (name, found[2].strip()) if found and name else None


def day(said: str) -> str | None:
    """The day of a mail's date, in its own offset: as RFC 5322 or ISO 8601 have it, or as mail programs print it."""
    if known := iso_day(said) or mail_day(said):
        return known
    found = _DAY.search(said)
    month = (found[2] or found[3]).lower() if found else ""
    if not found or month not in _MONTHS:
        return None
    try:
        return date(int(found[5]), _MONTHS.index(month) + 1, int(found[1] or found[4])).isoformat()
    except ValueError:
        return None

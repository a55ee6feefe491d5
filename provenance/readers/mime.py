"""MIME messages (RFC 2045 to 2047, RFC 5322) as mail and saved pages are written in: headers, parts, their bytes."""

from __future__ import annotations

import email
from email import policy
from typing import TYPE_CHECKING, Any

from provenance.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

PART_LIMIT = 1_000
"""Parts that one message may have."""
_UNREADABLE = (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError)
"""What the standard library raises for malformed headers and parts."""


def message_of(data: bytes) -> Any:
    """InputError where it is nested too deeply, or has no header."""
    try:
        found = email.message_from_bytes(data, policy=policy.default)
        named = found.keys()
    except _UNREADABLE:
        raise InputError("a message that is malformed or nested too deeply: save it again") from None
    if not named:
        raise InputError("no message: it does not begin with headers such as From and Date; save it again")
    return found


def header(message: Any, name: str) -> str:
    """As text, decoded; empty where there is none, or it is malformed."""
    try:
        return str(message.get(name) or "")
    except _UNREADABLE:
        return ""


def written(message: Any, name: str) -> str:
    """A header as it stands: `email` reads dates, and gives them as it read them."""
    return next((str(value).strip() for key, value in message.raw_items() if key.lower() == name.lower()), "")


def parts(message: Any) -> Iterator[Any]:
    """The parts that are no multiparts, in their order; those of an attached message are not opened."""
    waiting, count = [message], 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > PART_LIMIT:
            raise InputError(f"a message of more than {PART_LIMIT:,} parts: save it without its attachments")
        held = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(held, list):
            waiting.extend(reversed(held))
        else:
            yield part


def content(part: Any) -> bytes:
    """The bytes of a part as they were before transfer; none where they are malformed."""
    try:
        data = part.get_payload(decode=True)
    except _UNREADABLE:
        return b""
    return data if isinstance(data, bytes) else b""


def charset(part: Any) -> str:
    try:
        return str(part.get_content_charset() or "")
    except _UNREADABLE:
        return ""


def file_name(part: Any) -> str:
    try:
        return str(part.get_filename() or "")
    except _UNREADABLE:
        return ""


def is_attached(part: Any) -> bool:
    try:
        return bool(part.get_content_disposition() == "attachment")
    except _UNREADABLE:
        return False

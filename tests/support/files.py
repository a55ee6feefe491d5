"""Files of a format, read as they would be from disk."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from provenance.readers import READERS, Document, Read, Skipped, _outcomes

if TYPE_CHECKING:
    from provenance.model import Article


def outcomes(name: str, data: bytes) -> list[Read | Skipped]:
    """All that is in a file of this name and content."""
    suffix = next(one for one in sorted(READERS, key=len, reverse=True) if name.endswith(one))
    found = _outcomes(READERS[suffix], BytesIO(data), name)
    return [one.read() if isinstance(one, Document) else one for one in found]


def articles(name: str, data: bytes) -> list[Article]:
    """Of a file in which all is read."""
    found = outcomes(name, data)
    assert [one for one in found if isinstance(one, Skipped)] == []
    return [one.article for one in found if isinstance(one, Read)]


def article(name: str, data: bytes) -> Article:
    [one] = articles(name, data)
    return one


def reasons(name: str, data: bytes) -> list[str]:
    """Why, for each thing in the file that is not read; each one line."""
    found = [one.reason for one in outcomes(name, data) if isinstance(one, Skipped)]
    assert all(len(one.splitlines()) == 1 for one in found)
    return found


def reason(name: str, data: bytes) -> str:
    """Of a file in which nothing is read."""
    [one] = outcomes(name, data)
    assert isinstance(one, Skipped)
    assert len(one.reason.splitlines()) == 1
    return one.reason

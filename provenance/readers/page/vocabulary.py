"""The lists of `pages.toml`: how pages call their parts, and what they say to readers."""

from __future__ import annotations

import re
from functools import cache

from provenance.resources import table


@cache
def named(kind: str) -> tuple[str, ...]:
    """The names of one kind, as regular expressions."""
    return tuple(table("pages.toml")["names"][kind])


@cache
def said(kind: str) -> frozenset[str]:
    """The words of one kind, in small letters."""
    return frozenset(table("pages.toml")["words"][kind])


@cache
def alternatives(kind: str) -> str:
    """The words of one kind as a regular expression, the longest first."""
    return "|".join(sorted(map(re.escape, said(kind)), key=len, reverse=True))

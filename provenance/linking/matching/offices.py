"""Whether someone who is called by an office in one article holds it in another that tells one story."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

SURE = 0.86
PERHAPS = 0.6
KNOWN = 10_000
"""Offices whose words are kept at hand."""


def is_office(name: str) -> bool:
    """Whether a person is called by what he or she is, "mayor of Tarsk", and not by a name."""
    return name[:1].islower() or name[:1].isdigit()


def held(office: str, role: str, others: Iterable[str]) -> float | None:
    """How sure it is that the `office` is that of whom a `role` is laid to; None where that is not shown.

    Sure where a name in it says whose office it is ("mayor of Tarsk"): "the mayor" may be another town's. `others` are
    the roles of all others who are named in the two articles: an office that two may hold is nobody's.
    """
    asked = _words(office)
    if not asked or not asked <= _words(role) or any(asked <= _words(one) for one in others):
        return None
    return SURE if any(word[:1].isupper() for word in office.split()) else PERHAPS


def one_office(left: str, right: str) -> float | None:
    """Whether two offices are one, each with the name that says whose it is: "mayor of Tarsk", "Tarsk's mayor"."""
    same = _words(left) == _words(right)
    return SURE if same and any(word[:1].isupper() for word in left.split()) else None


@lru_cache(KNOWN)
def _words(office: str) -> frozenset[str]:
    return frozenset(words(office))

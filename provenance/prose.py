"""Numbers and names as prose has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def count(number: int, noun: str, plural: str = "") -> str:
    """Such as: 1 article, 2 articles; `plural` where it is not the noun and an "s"."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def listed(names: Sequence[str]) -> str:
    """Such as: A, B and C."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

"""Numbers and names as prose has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def count(number: int, noun: str) -> str:
    """Such as: 1 article, 2 articles."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Sequence[str]) -> str:
    """Such as: A, B and C."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

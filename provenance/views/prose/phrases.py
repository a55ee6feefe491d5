"""Numbers and names as prose has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def count(number: int, noun: str, plural: str = "") -> str:
    """Such as: 1 article, 2 articles; `plural` where it is not the noun and an "s"."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def in_bytes(number: int) -> str:
    """Such as: 512 B, 4.2 kB, 17 MB (powers of 1000, as disks are sold)."""
    size, unit = float(number), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if size < 999.5:
            break
        size, unit = size / 1000, larger
    return f"{size:.1f} {unit}" if unit != "B" and size < 9.95 else f"{size:.0f} {unit}"


def listed(names: Sequence[str]) -> str:
    """Such as: A, B and C."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

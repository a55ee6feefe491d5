"""Sets of blocks as the bits of one number, and which blocks most of some sets have.

Entries are numbered as they come, and BLOCK of them in a row are a block. A statement with eleven of seventeen words
stands in a block that has eleven of them: with small blocks few others have, and to count them takes an addition of
whole sets bit by bit, some microseconds for a million entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLOCK = 64


def of(entries: Iterable[int]) -> int:
    """The blocks of `entries`."""
    found = 0
    for entry in entries:
        found |= 1 << entry // BLOCK
    return found


def numbers(blocks: int) -> Iterator[int]:
    while blocks:
        lowest = blocks & -blocks
        yield lowest.bit_length() - 1
        blocks ^= lowest


def common(sets: Iterable[int], least: int) -> int:
    """The blocks that `least` (1 or more) of `sets` have."""
    digits: list[int] = []
    for each in sets:
        carried = each
        for place, digit in enumerate(digits):
            digits[place], carried = digit ^ carried, digit & carried
        if carried:
            digits.append(carried)
    return _reaching(digits, least)


def _reaching(digits: list[int], least: int) -> int:
    """Where the binary numbers whose digits `digits` holds, the lowest first, are `least` or more."""
    if least.bit_length() > len(digits):
        return 0
    more, equal = 0, -1
    for place in reversed(range(len(digits))):
        if least >> place & 1:
            equal &= digits[place]
        else:
            more |= equal & digits[place]
            equal &= ~digits[place]
    return more | equal


def packed(blocks: int) -> tuple[int, bytes]:
    """In as few bytes as it takes: the first block, and those from there on."""
    first = (blocks & -blocks).bit_length() - 1
    return first, (blocks >> first).to_bytes((blocks.bit_length() - first + 7) // 8, "little")


def unpacked(first: int, blocks: bytes) -> int:
    return int.from_bytes(blocks, "little") << first

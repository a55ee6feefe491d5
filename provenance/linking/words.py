"""A text as the words that are compared: lower case, with their places, and shingles of them as numbers.

The numbers are the same on every machine: CRC-32 of a word's UTF-8, mixed by splitmix64 (Steele, Lea and Flood 2014).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import uint64
    from numpy.typing import NDArray

    Hashes = NDArray[uint64]

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""A run of letters and digits; where words are written without spaces, one character."""
_BASE = 0x9E3779B97F4A7C15


class Words:
    """The words of a text in order, case folded, and the characters at which each stands, found when asked for."""

    def __init__(self, text: str) -> None:
        self.folded = folded_words(text)
        self._text = text

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        return tuple(Span(*match.span()) for match in _WORD.finditer(self._text))


def folded_words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def shingles(folded: Sequence[str], length: int) -> Hashes:
    """One number for every `length` words that follow each other, in order; none where there are fewer."""
    import numpy as np

    known = {word: crc32(word.encode("utf8", "surrogatepass")) for word in set(folded)}
    hashes = mixed(np.array([known[word] for word in folded], dtype=np.uint64))
    count = max(len(folded) - length + 1, 0)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        total = total * np.uint64(_BASE) + hashes[offset : offset + count]
    return mixed(total)


def mixed(numbers: Hashes) -> Hashes:
    """Each number spread over 64 bits, one to one."""
    import numpy as np

    numbers = numbers + np.uint64(_BASE)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))

"""The keys by which copies of a text meet in a table, from the text alone and the same on every machine.

Whole texts meet by MinHash (Broder 1997) over shingles of three words, its values taken two at a time as the keys of
bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4). Lifted passages meet by winnowing (Schleimer,
Wilkerson and Aiken 2003): of every window of shingles the least is kept, so that two texts with a long enough passage
in common have a key in common, whatever stands around it. Lines that are notices give none.

Only numpy, which is there for the reader, computes them: 0.6 ms for 250 words. Rensa, MinHash in Rust, would save 0.3
of that (benchmarks/README.md), where reading an article takes 60; it cannot winnow, and does not promise the same
values in its next version.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from provenance.linking.notices import without
from provenance.linking.words import folded_words, mixed, shingles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.linking.words import Hashes

BANDS = 32
ROWS = 2
SHINGLE = 3
"""Words."""
PASSAGE_SHINGLE = 7
"""Words."""
WINDOW = 12
"""Shingles: PASSAGE_SHINGLE + WINDOW - 1 words in common are sure to give a key in common."""
MOST_PASSAGES = 512
"""Passage keys of one text; of more, the least are kept, which are the same in every text that has them."""
COMMON_PASSAGE = 64
COMMON_BAND = 512
CHUNK = 4096
"""Shingles that are hashed at a time, which bounds the memory."""


def keys(text: str) -> frozenset[int]:
    """All keys of a text, as signed 64-bit integers: those of its bands below 0, those of its passages from 0 on.

    BANDS + MOST_PASSAGES keys at most; none for a text of fewer than SHINGLE words.
    """
    folded = folded_words(without(text))
    return frozenset(bands(_signature(folded))) | passages(folded)


def most_holders(key: int) -> int:
    """How many articles a key may join; one that more of them hold joins none of them.

    So that a line under every page makes no candidates. Counted over all articles held, whenever they came, and seen to
    again when a key passes its bound: then the candidates are the same whatever the order. A text republished more
    often than COMMON_PASSAGE times still meets by its bands.
    """
    return COMMON_BAND if key < 0 else COMMON_PASSAGE


def signature(text: str) -> tuple[int, ...]:
    """The BANDS × ROWS MinHash values, unsigned 64-bit; empty for a text of fewer than SHINGLE words."""
    return _signature(folded_words(without(text)))


def bands(signature: Sequence[int]) -> tuple[int, ...]:
    """One key for each band, all below 0."""
    import numpy as np

    if not signature:
        return ()
    rows = np.array(signature, dtype=np.uint64).reshape(BANDS, ROWS)
    total = np.arange(BANDS, dtype=np.uint64)
    for row in rows.T:
        total = mixed(total ^ row)
    return tuple(~key for key in (total >> np.uint64(1)).tolist())


def passages(folded: Sequence[str]) -> frozenset[int]:
    """The keys of the passages, all from 0 on; none for fewer than PASSAGE_SHINGLE words."""
    import numpy as np

    found = shingles(folded, PASSAGE_SHINGLE)
    if not found.size:
        return frozenset()
    windows = np.lib.stride_tricks.sliding_window_view(found, min(WINDOW, found.size))
    kept = np.unique(windows.min(axis=1))[:MOST_PASSAGES]
    return frozenset((kept >> np.uint64(1)).tolist())


def _signature(folded: Sequence[str]) -> tuple[int, ...]:
    import numpy as np

    found = np.unique(shingles(folded, SHINGLE))
    if not found.size:
        return ()
    factors, terms = _permutations()
    least = np.full(BANDS * ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, found.size, CHUNK):
        permuted = factors * found[None, start : start + CHUNK] + terms
        least = np.minimum(least, permuted.min(axis=1))
    return tuple(least.tolist())


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    """The a and b of permutations x → ax + b modulo 2^64 with odd a, a row for each."""
    import numpy as np

    drawn = mixed(np.arange(2 * BANDS * ROWS, dtype=np.uint64)).reshape(2, BANDS * ROWS, 1)
    return drawn[0] | np.uint64(1), drawn[1]

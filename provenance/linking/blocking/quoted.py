"""Keys by which articles meet that quote the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.linking.quotations import LEAST_RUN, quoted
from provenance.linking.words import shingles

if TYPE_CHECKING:
    from provenance.model import Reading

MOST_KEYS = 512
"""Keys of one reading; of more, the least are kept, which are the same in every reading that has them."""


def keys(reading: Reading) -> frozenset[int]:
    """One key, a signed 64-bit integer from 0 on, for every run of LEAST_RUN words quoted; MOST_KEYS at most."""
    found: set[int] = set()
    for one in quoted(reading):
        found.update((shingles(one.words, LEAST_RUN) >> 1).tolist())
    return frozenset(sorted(found)[:MOST_KEYS])

"""Which statements quote the same words: a run of LEAST_RUN words or more between quotation marks in both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.linking.copies.words import folded_words, shingles
from provenance.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Attribution, Link, Reading

LEAST_RUN = 5
"""Words."""
MOST_KEYS = 512
"""Keys of one reading; of more, the least are kept, which are the same in every reading that has them."""

_QUOTED = re.compile(r"[“”„«»\"]([^“”„«»\"]+)")
"""What follows a mark up to the next; what stands between two quotations is found as well and told by its place."""


def keys(reading: Reading) -> frozenset[int]:
    """One key, a signed 64-bit integer from 0 on, for every run of LEAST_RUN words quoted; MOST_KEYS at most."""
    found: set[int] = set()
    for attribution in reading.attributions:
        for words in _quoted(reading, attribution):
            found.update((shingles(words, LEAST_RUN) >> 1).tolist())
    return frozenset(sorted(found)[:MOST_KEYS])


def shared(left: Reading, right: Reading) -> tuple[Link, ...]:
    raise NotImplementedError


def _quoted(reading: Reading, attribution: Attribution) -> Iterator[list[str]]:
    """The words of each quotation of an attribution that is long enough, case folded."""
    if attribution.quotation is Quotation.INDIRECT:
        return
    for start, end in attribution.content:
        part = reading.article.text[start:end]
        inside = [part] if attribution.quotation is Quotation.DIRECT else _QUOTED.findall(part)[::1]
        for quotation in inside:
            if len(words := folded_words(quotation)) >= LEAST_RUN:
                yield words

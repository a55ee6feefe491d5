"""A long page in sections, so that what nodes read of each other is bounded: each with what stands before it.

A page of a usual length is one section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from provenance.extraction.parser.features import Nodes

    Numbers = NDArray[np.int64]

MOST, BEFORE, TOP = 480, 160, 40
"""Mentions of a section; of them, how many stand before what it is about, and how many at the top of the page."""


class Section(NamedTuple):
    """The numbers of the mentions and statements that are read together; it answers for those from the first on."""

    mentions: Numbers
    statements: Numbers
    first_mention: int
    first_statement: int


def sections(nodes: Nodes) -> Iterator[Section]:
    """Every mention and statement of a page is answered for by one section."""
    count, starts = len(nodes.mentions), nodes.mentions[:, 0]
    size = MOST if count <= MOST else MOST - BEFORE - TOP
    for first in range(0, max(count, 1), size):
        last = min(first + size, count)
        low = max(0, first - BEFORE)
        mentions = np.concatenate([np.arange(min(TOP, low)), np.arange(low, last)])
        begin = 0 if first == 0 else int(np.searchsorted(nodes.cues[:, 0], starts[first]))
        end = len(nodes.cues) if last == count else int(np.searchsorted(nodes.cues[:, 0], starts[last]))
        context = int(np.searchsorted(nodes.cues[:, 0], starts[low])) if count else 0
        yield Section(mentions, np.arange(min(context, begin), end), first, begin)

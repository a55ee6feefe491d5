"""Boxes among an article's paragraphs: what stands with a teaser, a notice or a call that begins it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from provenance.readers.page.blocks import Block

Inside = Mapping[Any, range]
MOST = 0.25
"""Share of a page's letters from which on an element is no box."""


def boxed(page: Sequence[Block], holds: Inside, leads: Collection[int], body: Collection[int]) -> frozenset[int]:
    """The places of the blocks in the boxes that one of `leads` begins.

    A box is the largest element that begins with the lead, holds little of the page and none of `body`.
    """
    letters = sums(len(block.letters) for block in page)
    kept = sums(place in body for place in range(len(page)))
    found: set[int] = set()
    for lead in leads:
        box: range = range(0)
        for element in around(page[lead]):
            places = holds[element]
            if places[0] != lead or within(letters, places) > MOST * letters[-1] or within(kept, places):
                break
            box = places
        found.update(box)
    return frozenset(found)


def sums(numbers: Iterable[int]) -> Sequence[int]:
    """Those of the first none, one, two … of `numbers`."""
    return tuple(accumulate(numbers, initial=0))


def within(sums: Sequence[int], places: range) -> int:
    """What the numbers at `places` come to."""
    return sums[places.stop] - sums[places.start]


def inside(page: Sequence[Block]) -> Inside:
    """The places of the blocks in each element, which follow each other.

    Whatever is around an element that was met before was met with it.
    """
    first: dict[Any, int] = {}
    stop: dict[Any, int] = {}
    for place, block in enumerate(page):
        for element in takewhile(lambda one: one not in first, around(block)):
            first[element] = place
    for place in range(len(page) - 1, -1, -1):
        for element in takewhile(lambda one: one not in stop, around(page[place])):
            stop[element] = place + 1
    return {element: range(place, stop[element]) for element, place in first.items()}


def around(block: Block) -> Iterator[Any]:
    """The element of a block, and those around it."""
    yield block.element
    yield from block.element.iterancestors()

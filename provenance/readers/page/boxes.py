"""Boxes among an article's paragraphs: what stands with a teaser, a notice or a call that begins it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from provenance.readers.page.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from provenance.readers.page.blocks import Block

Inside = Mapping[Any, Sequence[int]]
MOST = 0.25
"""Share of a page's letters from which on an element is no box."""


def boxed(page: Sequence[Block], holds: Inside, leads: Collection[int], body: Collection[int]) -> frozenset[int]:
    """The places of the blocks in the boxes that one of `leads` begins.

    A box is the largest element that begins with the lead, holds little of the page and none of `body`.
    """
    whole = sum(len(plain(block.text)) for block in page)
    found: set[int] = set()
    for lead in leads:
        for element in (page[lead].element, *page[lead].element.iterancestors()):
            places = holds[element]
            size = sum(len(plain(page[place].text)) for place in places)
            if places[0] != lead or size > MOST * whole or any(place in body for place in places):
                break
            found.update(places)
    return frozenset(found)


def inside(page: Sequence[Block]) -> Inside:
    """The places of the blocks in each element, in the order of the page."""
    found: dict[Any, list[int]] = {}
    for place, block in enumerate(page):
        for element in _around(block):
            found.setdefault(element, []).append(place)
    return found


def _around(block: Block) -> Iterator[Any]:
    yield block.element
    yield from block.element.iterancestors()

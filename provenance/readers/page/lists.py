"""Pages that list articles: a front page, a section, an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.readers.page.boxes import sums, within
from provenance.readers.page.furniture import ALL

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from provenance.readers.page.blocks import Block
    from provenance.readers.page.boxes import Inside

FEWEST = 3
"""Cards of a list."""
MOST = 0.6
"""Share of what was taken for an article that stands in cards, from which on it is none."""
LONGEST = 600
"""Letters of a card; what is longer is an entry of its own, of a diary or a live page."""


def is_list(page: Sequence[Block], holds: Inside, taken: Collection[int]) -> bool:
    """Whether most of what was taken are cards: a linked heading with a few words to it, each in its own element."""
    leads = [block.is_heading and block.linked >= ALL for block in page]
    measures = sums(leads), sums(len(block.letters) for block in page)
    cards = {card for place, leading in enumerate(leads) if leading and (card := _card(page[place], holds, *measures))}
    inside = {place for card in cards for place in card}
    sizes = {place: len(page[place].letters) for place in taken}
    within = sum(size for place, size in sizes.items() if place in inside)
    return len(cards) >= FEWEST and within >= MOST * sum(sizes.values())


def _card(lead: Block, holds: Inside, leads: Sequence[int], letters: Sequence[int]) -> range:
    """The places in the largest small element in which a linked heading is the only one."""
    card = range(0)
    for element in lead.element.iterancestors():
        places = holds[element]
        if within(leads, places) > 1 or within(letters, places) > LONGEST:
            break
        card = places
    return card

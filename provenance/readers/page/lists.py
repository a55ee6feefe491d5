"""Pages that list articles: a front page, a section, an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.readers.page.blocks import plain
from provenance.readers.page.furniture import ALL

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

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
    cards = {card for place in range(len(page)) if (card := _card(page, holds, place)) is not None}
    inside = {place for card in cards for place in holds[card]}
    sizes = {place: len(plain(page[place].text)) for place in taken}
    within = sum(size for place, size in sizes.items() if place in inside)
    return len(cards) >= FEWEST and within >= MOST * sum(sizes.values())


def _card(page: Sequence[Block], holds: Inside, place: int) -> Any:
    """The largest small element in which a linked heading is the only one."""
    if not (page[place].is_heading and page[place].linked >= ALL):
        return None
    card = None
    for element in page[place].element.iterancestors():
        places = holds[element]
        links = sum(page[one].is_heading and page[one].linked >= ALL for one in places)
        if links > 1 or sum(len(plain(page[one].text)) for one in places) > LONGEST:
            break
        card = element
    return card

"""The article's words in a page: what trafilatura takes, made whole, without what only stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.readers.page.blocks import plain
from provenance.readers.page.boxes import boxed, inside
from provenance.readers.page.containers import Containers
from provenance.readers.page.furniture import begins_box, is_biography, is_caption, is_notice, is_stamp, is_teaser
from provenance.readers.page.labels import is_within
from provenance.readers.page.standfirst import standfirst

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import Any

    from provenance.readers.page.blocks import Block

BEFORE = 0.2
"""Share of the article's letters that may stand above its heading by mistake."""


def body(
    page: Sequence[Block],
    taken: Collection[int],
    heading: tuple[str | None, Any],
    summaries: Collection[str],
    authors: Collection[str],
) -> Iterator[str]:
    title, element = heading
    holds = inside(page)

    def is_other(place: int) -> bool:
        block = page[place]
        return (
            is_teaser(block)
            or is_notice(block)
            or is_stamp(block)
            or is_biography(place, page, authors)
            or is_within(block.element, "byline")
            or is_caption(block, lambda frame: len(holds[frame]) == 1)
            or plain(block.text) == plain(title or "")
        )

    others = frozenset(filter(is_other, range(len(page))))
    containers = Containers(page, frozenset(taken) - others)
    leads = [place for place in others if begins_box(page[place])]
    others |= boxed(page, holds, leads, lambda place: place not in others and containers.mostly(place))
    kept = sorted((frozenset(taken) | frozenset(filter(containers.has, range(len(page))))) - others)
    kept = _below(page, kept, element)
    while kept[1:] and page[kept[0]].is_heading:  # a kicker, or another title
        del kept[0]
    lead = standfirst(page, kept[0], element, summaries) if kept else []
    for place in (*lead, *kept):
        yield page[place].text


def _below(page: Sequence[Block], kept: list[int], heading: Any) -> list[int]:
    """What stands below the heading, where that is nearly all."""
    top = next((place for place, block in enumerate(page) if heading is not None and _is_of(block, heading)), -1)
    above = sum(len(page[place].text) for place in kept if place <= top)
    whole = sum(len(page[place].text) for place in kept)
    return [place for place in kept if place > top] if above < BEFORE * whole else kept


def _is_of(block: Block, heading: Any) -> bool:
    return any(one is heading for one in (block.element, *block.element.iterancestors()))

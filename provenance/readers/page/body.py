"""The article's words in a page: what trafilatura takes, made whole, without what only stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.layout.quoted import is_dashed, is_whole
from provenance.readers.page.blocks import plain
from provenance.readers.page.boxes import boxed, inside
from provenance.readers.page.containers import Containers
from provenance.readers.page.furniture import (
    begins_box,
    is_called_biography,
    is_caption,
    is_notice,
    is_sentence,
    is_stamp,
    is_teaser,
    tells_of,
)
from provenance.readers.page.labels import is_within
from provenance.readers.page.standfirst import standfirst

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

    from provenance.readers.page.blocks import Block

LAST = 4
"""Blocks at the end that may tell of the author."""
SHORT = 100
"""Characters of what may stand above an article."""
YEAR = 4
"""Digits of one."""
BEFORE = 0.2
"""Share of the article's letters that may stand above its heading by mistake."""


def body(
    page: Sequence[Block],
    taken: Collection[int],
    heading: tuple[str | None, Any],
    summaries: Collection[str],
    authors: Collection[str],
) -> list[Block]:
    """The blocks of the article below its heading, the standfirst first; `taken` are places in `page`."""
    title, element = heading
    holds = inside(page)
    said = plain(title or "")

    def is_other(place: int) -> bool:
        block = page[place]
        return (
            is_teaser(block)
            or is_notice(block)
            or is_stamp(block)
            or is_called_biography(block)
            or is_within(block.element, "byline")
            or is_caption(block, lambda frame: len(holds[frame]) == 1)
            or block.letters == said
        )

    others = frozenset(filter(is_other, range(len(page))))
    containers = Containers(page, frozenset(taken) - others)
    leads = [place for place in others if begins_box(page[place])]
    top = frozenset(holds.get(element, ()))
    within = frozenset(filter(containers.mostly, range(len(page)))) - others
    others |= boxed(page, holds, leads, top | within)
    whole = (frozenset(taken) | frozenset(filter(containers.has, range(len(page))))) - others
    kept = sorted(whole | {place for place in range(1, len(page)) if place - 1 in whole and _signs(page, place)})
    kept = _below(page, kept, min(top, default=-1))
    while kept[1:] and _is_above(page[kept[0]], authors):
        del kept[0]
    kept = [place for place in kept if place not in kept[-LAST:] or not tells_of(page[place], authors)]
    while kept and page[kept[-1]].is_heading:
        del kept[-1]
    lead = standfirst(page, kept[0], element, summaries, others) if kept else []
    return [page[place] for place in (*lead, *kept)]


def _signs(page: Sequence[Block], place: int) -> bool:
    """Whether a block names below a quotation who said it."""
    return is_dashed(page[place].text) and is_whole(page[place - 1].text)


def _is_above(block: Block, authors: Collection[str]) -> bool:
    """Whether a block is no beginning of an article: a kicker, another title, a byline, a date."""
    if block.is_heading:
        return True
    names = any(plain(author) in block.letters for author in authors)
    return len(block.text) <= SHORT and not is_sentence(block) and (names or sum(map(str.isdigit, block.text)) >= YEAR)


def _below(page: Sequence[Block], kept: list[int], top: int) -> list[int]:
    """What stands below the heading at `top`, where that is nearly all."""
    above = sum(len(page[place].text) for place in kept if place <= top)
    whole = sum(len(page[place].text) for place in kept)
    return [place for place in kept if place > top] if above < BEFORE * whole else kept

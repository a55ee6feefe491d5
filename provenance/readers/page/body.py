"""The article's words in a page: what trafilatura takes, made whole, without what only stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.readers.page.blocks import plain
from provenance.readers.page.containers import completed
from provenance.readers.page.furniture import is_biography, is_notice, is_teaser
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

    def may_be(place: int) -> bool:
        block = page[place]
        said = is_teaser(block) or is_notice(block) or is_biography(place, page, authors)
        return not (said or is_within(block.element, "byline") or _repeats(block, title))

    kept = sorted(completed(page, frozenset(filter(may_be, taken)), may_be))
    kept = _below(page, kept, element)
    lead = standfirst(page, kept[0], element, summaries) if kept else []
    for place in (*(one for one in lead if one not in kept), *kept):
        yield page[place].text


def _repeats(block: Block, title: str | None) -> bool:
    return plain(block.text) == plain(title or "")


def _below(page: Sequence[Block], kept: list[int], heading: Any) -> list[int]:
    """What stands below the heading, where that is nearly all."""
    top = next((place for place, block in enumerate(page) if heading is not None and _is_of(block, heading)), 0)
    above = sum(len(page[place].text) for place in kept if place <= top)
    whole = sum(len(page[place].text) for place in kept)
    return [place for place in kept if place > top] if above < BEFORE * whole else kept


def _is_of(block: Block, heading: Any) -> bool:
    return any(one is heading for one in (block.element, *block.element.iterancestors()))

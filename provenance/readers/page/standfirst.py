"""The standfirst: the sentences under a heading that sum the article up, before its first paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.readers.page.blocks import elements, plain
from provenance.readers.page.labels import is_within

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

    from provenance.readers.page.blocks import Block

SHORTEST, LONGEST = 25, 800
"""Letters of a standfirst."""
LINKED = 0.5
MOST = 0.6
_ENDED = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_TAG = re.compile(r"<[^<>]*>")
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\])$")


def standfirst(
    page: Sequence[Block], first: int, heading: Any, summaries: Collection[str], others: Collection[int]
) -> list[int]:
    """The place in `page`, before `first`, of what the page's summaries say, or is called or placed as a standfirst.

    What is one of `others` is none.
    """
    summed = [said for one in summaries if len(said := plain(_CUT.sub("", _TAG.sub(" ", one)))) >= SHORTEST]
    within = elements(heading)
    after = next((place for place in range(first - 1, -1, -1) if page[place].element in within), None)
    told = [place for place in range(first) if place not in others and _sums(page[place], summed)][-1:]
    if told or after is None:
        return told
    between = [place for place in range(after + 1, first) if place not in others and _may_be(page[place])]
    called = [place for place in between if is_within(page[place].element, "standfirst")]
    header = elements(_header(heading, page[first].element))
    beside = [place for place in between if page[place].element in header]
    return called or beside[:1] or [place for place in between if _is_sentence(page[place])][:1]


def _sums(block: Block, summed: Sequence[str]) -> bool:
    """Whether a block says what a summary says, cut off or with a place before it: "Harl. The trust …"."""
    said = block.letters
    return any(said.startswith(one) or (one in said and len(one) > MOST * len(said)) for one in summed)


def _may_be(block: Block) -> bool:
    return (
        SHORTEST <= len(block.letters) <= LONGEST and block.linked < LINKED and not is_within(block.element, "byline")
    )


def _is_sentence(block: Block) -> bool:
    return block.tag == "p" and _ENDED.search(block.text) is not None


def _header(heading: Any, first: Any) -> Any:
    """The largest element around the heading that does not hold the first paragraph."""
    below = {first, *first.iterancestors()}
    around = heading
    while around.getparent() is not None and around.getparent() not in below:
        around = around.getparent()
    return around

"""The day that a page shows as its date: beside its heading, or behind a word for it."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from provenance.documents.dates import dated
from provenance.model import Span
from provenance.readers import dates
from provenance.readers.page.blocks import elements
from provenance.readers.page.furniture import is_sentence
from provenance.readers.page.months import first_day
from provenance.readers.page.tree import letters_of
from provenance.readers.page.vocabulary import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.readers.page.blocks import Block

ABOVE, BELOW = 6, 12
"""Blocks above and below the heading that may show the date."""
HEADER = 600
"""Letters of a heading with what stands around it."""
MOST = 50
"""Lines that begin with a word for a date which are looked at."""
LONGEST = 160
STAMP = 40
"""Characters that stand with a day in a line below the first sentences, or above the heading."""
HALF = 0.5
_PARTS = re.compile(r"\s*[|·•\n]\s*")


def day(page: Sequence[Block], heading: Any, language: str | None) -> str | None:
    """The first day, as ISO 8601, in a line around the heading, else in one that begins with a word for it.

    `language` is the page's BCP 47 tag, by which names of months and orders of figures are read. A day behind a word
    for a change ("Updated") counts where there is no other.
    """
    labelled = (block for block in page if _published().match(block.text) and _is_line(block, language))
    lines = (*_around(page, heading, language), *islice(labelled, MOST))
    parts = [part for block in lines for part in _PARTS.split(block.text)]
    changed = [part for part in parts if _changed().match(part)]
    kept = [part for part in parts if not _changed().match(part)]
    stamped = (_stamped(block) for block in lines if not _changed().match(block.text))
    shown = (_shown(part, language) for part in (*kept, *changed))
    return next(filter(None, (*stamped, *shown)), None)


def _around(page: Sequence[Block], heading: Any, language: str | None) -> Iterator[Block]:
    """The lines below the heading, then those above it in its header; past a sentence those that are a day alone."""
    within = elements(heading)
    place = next((at for at, block in enumerate(page) if block.element in within), len(page))
    told = False
    for block in page[place + 1 : place + 1 + BELOW]:
        told = told or len(block.text) > LONGEST
        if _is_line(block, language) and (not told or _is_stamp(block, language)):
            yield block
    header = _header(heading)
    for block in reversed(page[max(place - ABOVE, 0) : place]):
        if header is not None and _is_in(block, header) and _is_stamp(block, language):
            yield block


def _header(heading: Any) -> Any:
    """The largest element around the heading that holds little."""
    around = heading
    while around is not None and around.getparent() is not None and letters_of(around.getparent()) <= HEADER:
        around = around.getparent()
    return around


def _is_line(block: Block, language: str | None) -> bool:
    if len(block.text) > LONGEST or block.linked >= HALF:
        return False
    begins = first_day(block.text[:STAMP], language) if is_sentence(block) else None
    return not is_sentence(block) or (begins is not None and begins[1] == 0)


def _is_stamp(block: Block, language: str | None) -> bool:
    found = first_day(block.text, language)
    return not block.is_heading and found is not None and len(block.text) - (found[2] - found[1]) <= STAMP


def _is_in(block: Block, element: Any) -> bool:
    return any(one is element for one in (block.element, *block.element.iterancestors()))


def _stamped(block: Block) -> str | None:
    """The day of a `time` element in a block."""
    times = islice((block.element, *block.element.iter("time")), MOST)
    return next(filter(None, (dates.day(one.get("datetime") or "") for one in times)), None)


def _shown(text: str, language: str | None) -> str | None:
    if found := first_day(text, language):
        return found[0]
    worded = dated(text, Span(0, len(text)), None)
    return worded.value if worded and len(worded.value) == len("2031-02-04") else None


@cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('dates')})\b", re.IGNORECASE)


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives('changes')})(?!\w)", re.IGNORECASE)

"""The day that a page shows as its date: beside its heading, or behind a word for it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from provenance.documents.dates import dated
from provenance.model import Span
from provenance.readers.page.blocks import elements
from provenance.readers.page.furniture import is_sentence
from provenance.readers.page.vocabulary import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.readers.page.blocks import Block

BELOW = 12
"""Blocks below the heading that may show the date."""
LONGEST = 160
HALF = 0.5
_ISO = re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")
_DOTTED = re.compile(r"\b(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>(?:19|20)?\d\d)\b(?![.:])")
"""Day first wherever dots are written (CLDR: de, cs, da, fi, no, pl, ro, ru, tr, uk and others)."""
_EASTERN = re.compile(r"(?P<y>(?:19|20)\d\d) ?[年년] ?(?P<m>\d\d?) ?[月월] ?(?P<d>\d\d?) ?[日일]")


def day(page: Sequence[Block], heading: Any) -> str | None:
    """The first day, as ISO 8601, in a line between the heading and the text, else in one that begins with its name.

    Dates in figures whose order differs by country ("04/02/2031") and words of other languages than English give none.
    """
    labelled = (block for block in page if _is_line(block) and _label().match(block.text))
    return next(filter(None, (_day(block.text) for block in (*_between(page, heading), *labelled))), None)


def _between(page: Sequence[Block], heading: Any) -> Iterator[Block]:
    within = elements(heading)
    place = next((at for at, block in enumerate(page) if block.element in within), len(page))
    below = islice(page, place + 1, place + 1 + BELOW)
    yield from filter(_is_line, takewhile(lambda block: len(block.text) <= LONGEST, below))


def _is_line(block: Block) -> bool:
    return len(block.text) <= LONGEST and block.linked < HALF and not is_sentence(block)


def _day(text: str) -> str | None:
    for pattern in (_ISO, _DOTTED, _EASTERN):
        if found := pattern.search(text):
            try:
                return date(int(f"20{found['y']}"[-4:]), int(found["m"]), int(found["d"])).isoformat()
            except ValueError:
                return None
    worded = dated(text, Span(0, len(text)), None)
    return worded.value if worded and len(worded.value) == len("2031-02-04") else None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('dates')})\b", re.IGNORECASE)

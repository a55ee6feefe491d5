"""Which blocks of a page trafilatura takes for the article."""

from __future__ import annotations

import copy
import logging
import re
from typing import TYPE_CHECKING, Any

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from provenance.errors import InputError
from provenance.readers.page.blocks import is_larger, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.readers.page.blocks import Block

_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
"""For trafilatura to be quick and the same every day; its guess is not used (see `dates`)."""

_LINES = frozenset(("body", "code", "head", "item", "list", "p", "quote", "row", "table", "lb", "cell"))
_MARK = "\x00"
LARGE = 5_000
"""Elements of a page from which on only one of trafilatura's ways is taken: the others take quadratic time."""
HALF = 0.5
TELLING = 30
"""Letters of a line that stand nowhere by chance."""

for _library in ("trafilatura", "htmldate", "justext", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def extracted(tree: Any, *, with_metadata: bool) -> Document:
    """What trafilatura makes of a tree, which stays as it is. InputError where it fails."""
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(tree),
            include_comments=False,
            fast=is_larger(tree, LARGE),
            with_metadata=with_metadata,
            date_extraction_params=_DATES,
        )
    except Exception as error:
        raise InputError(f"trafilatura fails on this page ({type(error).__name__}): save its text as .txt") from error
    return found if isinstance(found, Document) else Document()


def chosen(page: Sequence[Block], body: Any) -> frozenset[int]:
    """The places in `page` of the blocks whose words, most of them, are in the body that trafilatura found."""
    known = frozenset(_lines(body)) if body is not None else frozenset()
    whole = plain("".join(body.itertext())) if body is not None else ""
    return frozenset(place for place, block in enumerate(page) if _is_known(block.text, known, whole))


def _is_known(text: str, known: frozenset[str], whole: str) -> bool:
    lines = [line for line in map(plain, re.split(r"\n| \| ", text)) if line]
    found = sum(len(line) for line in lines if line in known or (len(line) >= TELLING and line in whole))
    return bool(lines) and (found > HALF * sum(map(len, lines)) or "".join(lines) in known)


def _lines(body: Any) -> Iterator[str]:
    """The letters of each line, and of each block, of trafilatura's body."""
    pieces = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        starts = event == "start"
        if element.tag in _LINES:
            pieces.append("\n" if element.tag in {"lb", "cell"} else _MARK)
        pieces.append((element.text if starts else element.tail) or "")
    for block in "".join(pieces).split(_MARK):
        yield from filter(None, map(plain, (block, *block.split("\n"))))

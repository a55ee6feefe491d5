"""Where quotations begin and end, for every pair of marks that newspapers use.

A quotation of several paragraphs opens each of them and closes only the last (Chicago Manual of Style, 13.32);
an odd mark therefore opens to the end of its paragraph when the next one opens again, and is no quotation otherwise
unless it begins the paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLOSERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    '"': '"',
    "‘": "’",
    "'": "'",
    "”": "”",
}
DOUBLED = frozenset({"``", "''"})
OPENING = re.compile(r"``|''|[“„«‹「『\"]|(?<![\w’'])[‘'](?=[\w“\"‘…])|(?<!\S)”(?=\s*[\w…])")
LONGEST = 6000  # characters


def quotations(text: str, paragraphs: Sequence[Span]) -> list[tuple[Span, bool]]:
    """Each quotation of `text`, outermost marks only, and whether it goes on from the paragraph before."""
    found: list[tuple[Span, bool]] = []
    open_mark = ""
    for number, paragraph in enumerate(paragraphs):
        following = text[paragraphs[number + 1].start] if number + 1 < len(paragraphs) else ""
        goes_on = bool(open_mark) and text.startswith(open_mark, paragraph.start)
        open_mark = ""
        for span, closed in _in_paragraph(text, paragraph):
            mark = _mark(text, span.start)
            continues = not closed and following == mark[:1]
            if closed or continues or span.start == paragraph.start:
                found.append((span, goes_on and span.start == paragraph.start))
            if continues:
                open_mark = mark
    return found


def _in_paragraph(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    """Each quotation of a paragraph and whether it is closed; one that is not runs to the paragraph's end."""
    at = paragraph.start
    while match := OPENING.search(text, at, paragraph.end):
        mark = match.group()
        end = _closing(text, mark, match.end(), paragraph.end)
        if end is None:
            if mark in {"'", "‘"}:
                at = match.end()
                continue
            yield Span(match.start(), paragraph.end), False
            return
        if text[match.end() : end].strip(" \"'”’") and end - match.start() <= LONGEST:
            yield Span(match.start(), end), True
        at = end


def _closing(text: str, mark: str, start: int, stop: int) -> int | None:
    """The end of the quotation that `mark` opens before `start`, nested ones of the same mark passed over."""
    if mark in DOUBLED:
        found = text.find("''", start, stop)
        return None if found < 0 else found + 2
    closers = CLOSERS[mark]
    depth = 1
    for i in range(start, stop):
        char = text[i]
        if char in closers and not _apostrophe(text, i):
            depth -= 1
            if depth == 0:
                return i + 1
        elif char == mark and mark not in closers:
            depth += 1
    if mark == "“":
        straight = text.find('"', start, stop)
        return straight + 1 if straight >= 0 else None
    return None


def _apostrophe(text: str, at: int) -> bool:
    if text[at] not in "'’":
        return False
    return text[at + 1 : at + 2].isalnum()


def _mark(text: str, at: int) -> str:
    return text[at : at + 2] if text[at : at + 2] in DOUBLED else text[at]

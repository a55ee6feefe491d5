"""The order in which the lines of a printed page are read, and the paragraphs that they make.

Columns and rows by cutting the page along its white space in turns (Nagy and Seth, the recursive X-Y cut, 1984).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMN = 8
"""Sizes of the font that half of a column's lines are wider than; what is narrower is a table's cell."""
GUTTER = 0.8
"""Sizes of the font of white space between two columns, at least."""
LARGER = 1.25
"""Times the size of the text, from which on a line is a heading."""
APART = 1.3
"""Times the usual distance of two lines, from which on a paragraph begins."""
_EDGE = 2  # lines at the top and the bottom of a page that may be a running head or foot
_DIGITS = re.compile(r"\d+")
_FOLIO = re.compile(r"\W*(?:(?:page|seite|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Line(NamedTuple):
    """Words on one line, in points from the lower left corner of the page.

    `bottom` and `top` are those of its letters, which differ from line to line; `base` is the foot of its font and
    `size` the font's height, which do not.
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    base: float
    size: float


Page = list[Line]


def without_running_heads(pages: Sequence[Page]) -> list[Page]:
    """What stands at the same edge of several pages, numbers aside, is no text; nor is a page's number."""
    told = Counter(mark for page in pages for mark in {_mark(line) for line in _edges(page)})
    kept = []
    for page in pages:
        edges = _edges(page)
        gone = {line for line in edges if told[_mark(line)] > 1 or _FOLIO.fullmatch(line.text)}
        kept.append([line for line in page if line not in gone])
    return kept


def heading(pages: Sequence[Page]) -> str | None:
    """The largest words of the first page, where they are larger than its text and no longer than a heading is."""
    page = next(filter(None, pages), [])
    if not page:
        return None
    largest = max(line.size for line in page)
    if largest < LARGER * median(line.size for line in page):
        return None
    words = " ".join(line.text for line in ordered(page) if line.size > 0.9 * largest)
    return words if len(words) <= 200 else None


def paragraphs(pages: Sequence[Page]) -> list[str]:
    """The text in order. Words that were parted at the end of a line are one again."""
    known = Counter(word.lower() for page in pages for line in page for word in _WORD.findall(line.text))
    lines = [line for page in pages for line in ordered(page)]
    usual = _usual_distance(lines)
    found: list[str] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is None or _begins(above, line, usual):
            found.append(line.text)
        else:
            found[-1] = _joined(found[-1], line.text, known)
    return found


def ordered(page: Page) -> list[Line]:
    """A page's lines as they are read: down one column, then the next."""
    done: list[Line] = []
    waiting = [_merged(page)] if page else []
    while waiting:
        block = waiting.pop()
        parts = _columns(block) or _rows(block)
        if parts:
            waiting.extend(reversed(parts))
        else:
            done.extend(sorted(block, key=lambda line: (-line.base, line.left)))
    return done


def _merged(page: Page) -> Page:
    """Pieces of one line, set in several fonts, as one."""
    merged: Page = []
    for piece in sorted(page, key=lambda line: (-round(line.base), line.left)):
        last = merged[-1] if merged else None
        if last and _is_beside(last, piece):
            space = " " if piece.left - last.right > 0.1 * last.size else ""
            bottom, top = min(last.bottom, piece.bottom), max(last.top, piece.top)
            text = f"{last.text}{space}{piece.text}"
            merged[-1] = last._replace(bottom=bottom, right=piece.right, top=top, text=text)
        else:
            merged.append(piece)
    return merged


def _is_beside(one: Line, other: Line) -> bool:
    return abs(one.base - other.base) < 0.3 * one.size and -1 < other.left - one.right < 0.6 * one.size


def _columns(block: Page) -> list[Page]:
    """Cut at the widest white strip from top to bottom; empty where there is none between two columns."""
    size = median(line.size for line in block)
    gaps = []
    reach = float("-inf")
    for line in sorted(block):
        if line.left - reach > GUTTER * size and reach > float("-inf"):
            gaps.append((line.left - reach, (line.left + reach) / 2))
        reach = max(reach, line.right)
    for _, at in sorted(gaps, reverse=True):
        sides = [line for line in block if line.right < at], [line for line in block if line.left > at]
        if all(_is_column(side, size) for side in sides) and _side_by_side(*sides):
            return list(sides)
    return []


def _rows(block: Page) -> list[Page]:
    """Cut across, where what is above or below is in columns; the cut that leaves the largest such part."""
    down = sorted(block, key=lambda line: -line.top)
    best: tuple[int, list[Page]] = (0, [])
    floor = float("inf")
    for number, (line, after) in enumerate(pairwise(down), 1):
        floor = min(floor, line.bottom)
        if after.top > floor + 1:
            continue
        parts = [down[:number], down[number:]]
        size = max((len(part) for part in parts if len(part) > best[0] and _columns(part)), default=0)
        if size > best[0]:
            best = size, parts
    return best[1]


def _is_column(side: Page, size: float) -> bool:
    return len(side) > 1 and median(line.right - line.left for line in side) > COLUMN * size


def _side_by_side(left: Page, right: Page) -> bool:
    top = min(max(line.top for line in side) for side in (left, right))
    bottom = max(min(line.bottom for line in side) for side in (left, right))
    return top > bottom


def _usual_distance(lines: Page) -> float:
    """From one line to the next in the same column, as most are."""
    return median([one.base - other.base for one, other in pairwise(lines) if _goes_on(one, other)] or [0])


def _goes_on(above: Line, line: Line) -> bool:
    return above.base > line.base and line.left < above.right and above.left < line.right


def _begins(above: Line, line: Line, usual: float) -> bool:
    """Whether a paragraph begins: by white space, size or indent; in a new column, by how the last one ended."""
    size = max(above.size, line.size)
    if size > LARGER * min(above.size, line.size):
        return True
    if not _goes_on(above, line):
        return bool(_ENDS.search(above.text)) and not line.text[:1].islower()
    indented = line.left - above.left > 0.8 * size and bool(_ENDS.search(above.text))
    return above.base - line.base > APART * usual or indented


def _joined(before: str, after: str, known: Counter[str]) -> str:
    """A word that the printer parted, else the words of both; a hyphen of the word's own is kept where it is known."""
    if not (before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()):
        return f"{before} {after}"
    first = _WORD.findall(before[:-1])[-1]
    second = _WORD.match(after)
    whole = second[0] if second else ""
    hyphenated = known[f"{first}-{whole}".lower()] > known[f"{first}{whole}".lower()]
    return f"{before if hyphenated else before[:-1]}{after}"


def _edges(page: Page) -> list[Line]:
    down = sorted(page, key=lambda line: -line.top)
    return list(dict.fromkeys([*down[:_EDGE], *down[-_EDGE:]]))


def _mark(line: Line) -> tuple[str, int]:
    """The same for the same words at the same height of a page."""
    return _DIGITS.sub("#", line.text.lower()), round(line.bottom / 8)

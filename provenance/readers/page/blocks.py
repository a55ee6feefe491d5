"""The blocks of a page as a reader sees them: paragraphs, headings, items, rows, each with its words and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any

from lxml import etree

from provenance.readers.fields import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr picture q rp rt "
    "ruby s samp small source span strike strong sub sup time tt u var wbr br".split()
)
_BOLD = frozenset(("b", "strong"))
_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b\u2060\ufeff\s]+")
_BOUND, _QUOTED, _LEAD = "\x1f", "\x1e", "\x1d"
"""Marks where an inline element begins or ends: any one, a `cite`, bold type that begins its block."""
_BOUNDS = re.compile(f"[{_BOUND}{_QUOTED}{_LEAD}]+")
_ENDS = ":!?"
_MARKS = {code: None for code in range(128) if not chr(code).isalnum()}
"""Of ASCII, which `str.translate` goes through without a step for each character."""
_TYPOGRAPHIC = "“”‘’–—…\xa0"
"""Without which most English is ASCII."""
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Block:
    """`text` has a line for each forced line break; `element` is the nearest that is no inline one.

    `linked` is the share of its letters that are links; `is_card` says that it stands in a link as a block.
    """

    text: str
    element: Any
    linked: float
    is_card: bool

    @cached_property
    def tag(self) -> str:
        return str(self.element.tag)

    @cached_property
    def letters(self) -> str:
        """The letters and digits of the text alone."""
        return plain(self.text)

    @property
    def is_heading(self) -> bool:
        return self.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}


def plain(text: str) -> str:
    """The letters and digits of a text alone, for comparison."""
    folded = text.casefold()
    if not folded.isascii():
        for mark in _TYPOGRAPHIC:
            folded = folded.replace(mark, "")
    return folded.translate(_MARKS) if folded.isascii() else "".join(_LETTERS.findall(folded))


def blocks(tree: Any) -> Iterator[Block]:
    """The blocks in the order of the page; the words of a table's row are one, its cells parted by " | "."""
    holding = _holding_blocks(tree)
    run = _Run(holding)
    rows = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        begins = event == "start"
        if element.tag == "tr" and _is_of_data(element):
            yield from run.ended(element.getparent() if begins else element)
            rows += 1 if begins else -1
        elif rows and element.tag in {"td", "th"} and begins:
            run.cell()
        elif element.tag == "br" and begins:
            run.add("\n", break_=True)
        elif rows or _is_inline(element, holding):
            run.mark(element, begins=begins)
        else:
            yield from run.ended(element.getparent() if begins else element)
        run.follow_link(element, begins=begins)
        run.add((element.text if begins else None if element is tree else element.tail) or "")
    yield from run.ended(tree)


class _Run:
    """The inline text since the last border of a block."""

    def __init__(self, holding: Collection[Any]) -> None:
        self.holding = holding
        self.pieces: list[str] = []
        self.all = self.in_links = self.links = self.cards = 0
        self.lead: Any = None
        self.border = False

    def add(self, text: str, *, break_: bool = False) -> None:
        if self.border and text.strip():
            self.pieces.append(" | ")
            self.border = False
        self.pieces.append(text if break_ else _SPACE.sub(" ", text))
        size = len(plain(text)) if text and not text.isspace() else 0
        self.all += size
        self.in_links += size if self.links else 0

    def cell(self) -> None:
        self.border = bool(self.all)

    def mark(self, element: Any, *, begins: bool) -> None:
        if element.tag == "cite":
            self.pieces.append(_QUOTED)
        elif element.tag in _BOLD and begins and not self.all:
            self.pieces.append(_BOUND)
            self.lead = element
        elif element.tag in _BOLD and not begins and self.lead is element:
            self.pieces.append(_LEAD)
        else:
            self.pieces.append(_BOUND)

    def follow_link(self, element: Any, *, begins: bool) -> None:
        if element.tag == "a":
            self.links += 1 if begins else -1
            if not _is_inline(element, self.holding):
                self.cards += 1 if begins else -1

    def ended(self, element: Any) -> Iterator[Block]:
        parts = re.split(r"\n\s*\n", _joined("".join(self.pieces))) if self.all else ()
        linked = self.in_links / max(self.all, 1)
        for part in parts:
            if lines := [line for line in map(one_line, part.split("\n")) if line]:
                yield Block("\n".join(lines), element, linked, self.cards > 0)
        self.pieces.clear()
        self.all = self.in_links = 0
        self.border = False


def _is_inline(element: Any, holding: Collection[Any]) -> bool:
    """A link is a block of its own where it is one of those holding blocks, and so is an element of no standard."""
    if element.tag == "a" or element.tag not in _STANDARD:
        return element not in holding
    return element.tag in _INLINE


def _holding_blocks(tree: Any) -> Collection[Any]:
    """The elements around those that are always blocks, `tree` being the outermost."""
    found: set[Any] = set()
    for element in tree.iter():
        around = None if element.tag in _INLINE or "-" in str(element.tag) or element is tree else element.getparent()
        while around is not None and around not in found:
            found.add(around)
            around = None if around is tree else around.getparent()
    return found


def elements(tree: Any) -> frozenset[Any]:
    """A tree's, its root among them; none of None."""
    return frozenset(() if tree is None else tree.iter())


def is_larger(element: Any, most: int) -> bool:
    """Whether more than `most` elements lie in one."""
    return next(islice(element.iterdescendants(), most, None), None) is not None


def is_longer(element: Any, most: int) -> bool:
    """Whether the text in an element has more than `most` characters, white space among them."""
    return any(size > most for size in accumulate(map(len, element.itertext())))


_STANDARD = _INLINE | frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol "
    "optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul".split()
)


def _is_of_data(row: Any) -> bool:
    """Whether each cell holds one block at most; a page laid out by tables has cells of many."""
    return all(next(islice(_blocks_in(cell), 1, None), None) is None for cell in row)


def _blocks_in(cell: Any) -> Iterator[Any]:
    return (inner for inner in cell.iterdescendants() if inner.tag not in _INLINE)


def _joined(text: str) -> str:
    """Words that only an element's border parts are parted, as its style would part them: "downside.Lee Baker"."""
    made, at = [], 0
    for bound in _BOUNDS.finditer(text):
        before, after = text[max(bound.start() - 2, 0) : bound.start()], text[bound.end() : bound.end() + 1]
        made.append(text[at : bound.start()])
        at = bound.end()
        if _is_glued(before, after):
            made.append("\n\n" if _LEAD in bound[0] else "\n" if _QUOTED in bound[0] else " ")
    return "".join((*made, text[at:]))


def _is_glued(before: str, after: str) -> bool:
    if len(before) < 2 or not after or before[-1].isspace() or after.isspace() or not before[0].strip():
        return False
    begins = after.isupper() or after in "“„«‘"
    return (begins and (before[-1].islower() or before[-1] in ".!?:;”»’)")) or (after.isalpha() and before[-1] in _ENDS)

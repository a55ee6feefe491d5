"""The rest of an article whose blocks lie beside those that were taken, or in several containers of one kind."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

from provenance.readers.page.furniture import is_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from provenance.readers.page.blocks import Block

MOST = 0.25
"""Share of the taken letters from which on a container, or a kind of container, is the article's."""
SHORTEST = 12
"""Letters of a sentence that is a block of its own."""
LINE = 25
"""Letters of a line that is none."""
DEPTH = 3
_LISTS = frozenset(("ul", "ol", "dl", "li", "blockquote"))

Kind = tuple[tuple[str, str], ...]


class Containers:
    """What holds the blocks that were `taken`: elements, and kinds of elements, by the letters in them."""

    def __init__(self, page: Sequence[Block], taken: Collection[int]) -> None:
        self._page = page
        self._elements: Counter[Any] = Counter()
        self._kinds: Counter[Kind] = Counter()
        sizes = {place: len(page[place].letters) for place in taken}
        for place, size in sizes.items():
            for one in {_parent(page[place]), _container(page[place])}:
                self._elements[one] += size
            self._kinds[_kind(page[place])] += size
        self._enough = MOST * max(sum(sizes.values()), 1)
        self._wrappers = {one.getparent() for one, size in self._elements.items() if size >= self._enough}

    def has(self, place: int) -> bool:
        """Whether a block stands where most of the taken ones do, or as a paragraph beside or around one."""
        block = self._page[place]
        parent = _parent(block)
        beside = block.tag == "p" and (self._elements[parent] > 0 or parent in self._wrappers)
        return _is_said(block) and (self.mostly(place) or beside)

    def mostly(self, place: int) -> bool:
        """Whether a block stands where most of the taken ones do: in the same element, or in one of the same kind."""
        block = self._page[place]
        kind = _kind(block)
        around = max(self._elements[_parent(block)], self._elements[_container(block)])
        return around >= self._enough or (self._kinds[kind] >= self._enough and any(name for _, name in kind))


def _is_said(block: Block) -> bool:
    return block.is_heading or len(block.letters) >= (SHORTEST if is_sentence(block) else LINE)


def _parent(block: Block) -> Any:
    parent = block.element.getparent()
    return block.element if parent is None else parent


def _container(block: Block) -> Any:
    """The nearest element around a block that holds others too, lists and wrappers aside."""
    around = _parent(block)
    while around.getparent() is not None and (around.tag in _LISTS or _is_wrapper(around)):
        around = around.getparent()
    return around


def _is_wrapper(element: Any) -> bool:
    """Whether one element at most lies in another: asked so, since lxml counts all to tell how many."""
    return next(islice(element.iterchildren(), 1, None), None) is None


def _kind(block: Block) -> Kind:
    """What the elements around a block are called, up to three."""
    around = _parent(block)
    kind: list[tuple[str, str]] = []
    while around is not None and len(kind) < DEPTH and around.tag != "body":
        kind.append((str(around.tag), around.get("class") or ""))
        around = around.getparent()
    return tuple(kind)

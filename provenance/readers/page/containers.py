"""The rest of an article whose blocks lie beside those that were taken, or in several containers of one kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from provenance.readers.page.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from provenance.readers.page.blocks import Block

MOST = 0.25
"""Share of the taken letters from which on a container, or a kind of container, is the article's."""
SHORTEST = 25
"""Letters of a block that is a sentence."""
DEPTH = 3
_LISTS = frozenset(("ul", "ol", "dl", "li", "blockquote"))

Kind = tuple[tuple[str, str], ...]


def completed(page: Sequence[Block], taken: Collection[int], may_be: Callable[[int], bool]) -> frozenset[int]:
    """`taken`, with the blocks that `may_be` and stand where most of the taken ones do."""
    sizes = {place: len(plain(page[place].text)) for place in taken}
    containers: Counter[Any] = Counter()
    kinds: Counter[Kind] = Counter()
    for place, size in sizes.items():
        for one in {_parent(page[place]), _container(page[place])}:
            containers[one] += size
        kinds[_kind(page[place])] += size
    enough = MOST * sum(sizes.values())

    wrappers = {one.getparent() for one, size in containers.items() if size >= enough} - {None}

    def belongs(block: Block) -> bool:
        parent, kind = _parent(block), _kind(block)
        around = max(containers[parent], containers[_container(block)])
        return (
            around >= enough
            or (kinds[kind] >= enough and any(name for _, name in kind))
            or (block.tag == "p" and (containers[parent] > 0 or parent in wrappers))
        )

    return frozenset(taken) | {
        place
        for place, block in enumerate(page)
        if place not in sizes and _is_said(block) and belongs(block) and may_be(place)
    }


def _is_said(block: Block) -> bool:
    return block.is_heading or len(plain(block.text)) >= SHORTEST


def _parent(block: Block) -> Any:
    parent = block.element.getparent()
    return block.element if parent is None else parent


def _container(block: Block) -> Any:
    """The nearest element around a block that holds others too, lists and wrappers aside."""
    around = _parent(block)
    while around.getparent() is not None and (around.tag in _LISTS or len(around) < 2):
        around = around.getparent()
    return around


def _kind(block: Block) -> Kind:
    """What the elements around a block are called, up to three."""
    around, kind = _parent(block), []
    while around is not None and len(kind) < DEPTH and around.tag != "body":
        kind.append((str(around.tag), around.get("class") or ""))
        around = around.getparent()
    return tuple(kind)

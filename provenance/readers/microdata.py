"""A page's microdata items (HTML Standard, section 5), in the form that JSON-LD gives its nodes."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.readers.jsonld import Node

DEPTH_LIMIT = 5
"""Items that may lie in one another."""

TEXT_LIMIT = 2_000
"""Characters that are taken of an element's text."""

_ADDRESSES = ("href", "src", "data")


def items(tree: Any) -> Iterator[Node]:
    """Every item of a type, wherever it lies; `itemref` is not followed."""
    return (_item(element) for element in tree.iter() if element.get("itemtype") is not None and _is_item(element))


def _item(scope: Any, depth: int = 1) -> Node:
    node: Node = {"@type": (scope.get("itemtype") or "").split()}
    waiting = deque(scope)
    while waiting:
        element = waiting.popleft()
        is_item = _is_item(element)
        for name in (element.get("itemprop") or "").split():
            if not is_item:
                node.setdefault(name, []).append(_value(element))
            elif depth < DEPTH_LIMIT:
                node.setdefault(name, []).append(_item(element, depth + 1))
        if not is_item:
            waiting.extendleft(reversed(element))
    return node


def _is_item(element: Any) -> bool:
    return element.get("itemscope") is not None


def _value(element: Any) -> str:
    given = [element.get(name) for name in ("content", "datetime", *_ADDRESSES)]
    return next((value for value in given if value is not None), None) or _text(element)


def _text(element: Any) -> str:
    pieces: list[str] = []
    left = TEXT_LIMIT
    for piece in element.itertext():
        pieces.append(piece[:left])
        left -= len(piece)
        if left <= 0:
            break
    return "".join(pieces)

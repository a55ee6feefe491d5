"""A page's microdata items (HTML Standard, section 5), in the form that JSON-LD gives its nodes."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.readers.jsonld import Node

DEPTH_LIMIT = 5
"""Items that may lie in one another."""

_ADDRESSES = ("href", "src", "data")


def items(tree: Any) -> Iterator[Node]:
    """Every item of a type, wherever it lies; `itemref` is not followed."""
    return (_item(element) for element in tree.iter() if element.get("itemtype") is not None)


def _item(scope: Any, depth: int = 1) -> Node:
    node: Node = {"@type": (scope.get("itemtype") or "").split()}
    waiting = deque(scope)
    while waiting:
        element = waiting.popleft()
        is_item = element.get("itemscope") is not None
        for name in (element.get("itemprop") or "").split():
            if not is_item:
                node.setdefault(name, []).append(_value(element))
            elif depth < DEPTH_LIMIT:
                node.setdefault(name, []).append(_item(element, depth + 1))
        if not is_item:
            waiting.extendleft(reversed(element))
    return node


def _value(element: Any) -> str:
    given = [element.get(name) for name in ("content", "datetime", *_ADDRESSES)]
    return next((value for value in given if value is not None), None) or "".join(element.itertext())

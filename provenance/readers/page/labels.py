"""What a page's author calls an element: the names in its class, id, role, itemprop and test attributes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from provenance.readers.page.vocabulary import named

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = (
    "class",
    "id",
    "itemprop",
    "role",
    "data-testid",
    "data-test-id",
    "data-component",
    "data-module",
    "data-type",
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PART = re.compile(r"[^a-z0-9-]+|--|__")
_PREFIX = re.compile(r"(?:(?!has-|no-)[a-z]{1,3}\d?-)?")
LONGEST = 400
"""Characters of an element's names that are looked at."""


def names(element: Any) -> Iterator[str]:
    """Each name in small letters, hyphens between its words, the parts of a longer one apart: "article__relatedBox"."""
    given = " ".join(filter(None, (element.get(name) for name in _NAMES)))[:LONGEST]
    return filter(None, _PART.split(_HUMP.sub("-", given).lower()))


def is_called(element: Any, kind: str) -> bool:
    """Whether one of the element's names has one of the list `kind` of `pages.toml` in it, as whole words."""
    return any(_listed(kind).search(f"-{name}-") for name in names(element))


def begins(element: Any, kind: str) -> bool:
    """Whether one of the element's names begins so, a short prefix of the site's aside: "o-newsletter-box"."""
    return any(
        _listed(kind).match(f"-{whole}-") for name in names(element) for whole in (name, _PREFIX.sub("", name, count=1))
    )


def is_within(element: Any, kind: str, depth: int = 3) -> bool:
    """Whether the element, or one of the next `depth` around it, is called so."""
    for _ in range(depth + 1):
        if element is None or element.tag in {"body", "main", "article", "html"}:
            return False
        if is_called(element, kind):
            return True
        element = element.getparent()
    return False


def is_path(path: str, kind: str) -> bool:
    """Whether one of the folders of an address's path is called so: "/authors/ada-brunt"."""
    folders = path.lower().strip("/").split("/")[:-1]
    return any(_listed(kind).fullmatch(f"-{folder}-") for folder in folders)


@cache
def _listed(kind: str) -> re.Pattern[str]:
    listed = "|".join(named(kind))
    return re.compile(f"(?<!-has)(?<!-no)(?<!-with)-(?:{listed})-")

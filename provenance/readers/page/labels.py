"""What a page's author calls an element: the names in its class, id, role, itemprop and test attributes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from provenance.readers.page.vocabulary import named

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
KEPT = 2**14
"""Of what elements were called, how many are remembered with what came of it."""
LONGEST = 400
"""Characters of an element's names that are looked at."""


def names(element: Any) -> tuple[str, ...]:
    """Each name in small letters, hyphens between its words, the parts of a longer one apart: "article__relatedBox"."""
    return _names(_given(element))


def is_called(element: Any, kind: str) -> bool:
    """Whether one of the element's names has one of the list `kind` of `pages.toml` in it, as whole words."""
    return _is_called(_given(element), kind)


def begins(element: Any, kind: str) -> bool:
    """Whether one of the element's names begins so, a short prefix of the site's aside: "o-newsletter-box"."""
    return _begins(_given(element), kind)


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


def _given(element: Any) -> str:
    if not element.keys():
        return ""
    return " ".join(filter(None, (element.get(name) for name in _NAMES)))[:LONGEST]


@lru_cache(KEPT)
def _names(given: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, _PART.split(_HUMP.sub("-", given).lower()))))


@lru_cache(KEPT)
def _is_called(given: str, kind: str) -> bool:
    return _listed(kind).search(" ".join(f"-{name}-" for name in _names(given))) is not None


@lru_cache(KEPT)
def _begins(given: str, kind: str) -> bool:
    listed = _listed(kind)
    return any(listed.match(f"-{whole}-") for name in _names(given) for whole in (name, _PREFIX.sub("", name, count=1)))


@cache
def _listed(kind: str) -> re.Pattern[str]:
    listed = "|".join(named(kind))
    return re.compile(f"(?<!-has)(?<!-no)(?<!-with)-(?:{listed})-")

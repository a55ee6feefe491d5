"""HTML to a tree, within limits: a page, or the fragment of one that a feed or a wire carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from provenance.errors import InputError
from provenance.readers.fields import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

ELEMENT_LIMIT = 20_000
"""Elements that a page may have; a long page of news has a fifth of it."""

ATTRIBUTE_LIMIT = 1_000
"""Attributes that one element may have."""

DEPTH_LIMIT = 256
"""Elements that may lie in one another: where there are more, libxml2 leaves out all that follows."""

NESTING_LIMIT = 600_000
"""In how many others all elements lie, taken together: what looks around each, or into each, takes as long."""


def html_tree(page: str) -> Any:
    """The root of `page`, without comments and processing instructions. InputError where it is no HTML, or too much."""
    etree.fromstring(page.encode(), etree.HTMLParser(target=_Measure(), encoding="utf-8", huge_tree=True))
    try:
        return built(page)
    except etree.LxmlError as error:
        raise InputError(f"no HTML: {one_line(str(error))}") from None


def built(page: str) -> Any:
    """The same of a page that is known to be within the limits: texts and attributes of any length are read whole."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return document_fromstring(page.encode(), parser)


class _Measure:
    """A parser target that only counts, since building a tree takes memory, and attributes quadratic time."""

    def __init__(self) -> None:
        self.elements = self.depth = self.nesting = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        self.nesting += self.depth
        if self.elements > ELEMENT_LIMIT or len(attributes) > ATTRIBUTE_LIMIT:
            told = f"more than {ELEMENT_LIMIT:,} elements, or {ATTRIBUTE_LIMIT:,} attributes on one"
        elif self.depth > DEPTH_LIMIT:
            told = f"more than {DEPTH_LIMIT} elements in one another"
        elif self.nesting > NESTING_LIMIT:
            told = "too many elements that lie too deep"
        else:
            return
        raise InputError(f"a page of {told}: save the article's text as .txt")

    def end(self, _tag: str) -> None:
        self.depth -= 1

    def close(self) -> None:
        pass

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


def html_tree(page: str) -> Any:
    """The root of `page`, without comments and processing instructions. InputError where it is no HTML, or too much."""
    data = page.encode()
    etree.fromstring(data, etree.HTMLParser(target=_Measure(), encoding="utf-8"))
    try:
        return document_fromstring(data, HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except etree.LxmlError as error:
        raise InputError(f"no HTML: {one_line(str(error))}") from None


class _Measure:
    """A parser target that only counts, since building a tree takes memory, and attributes quadratic time."""

    def __init__(self) -> None:
        self.elements = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > ELEMENT_LIMIT or len(attributes) > ATTRIBUTE_LIMIT:
            raise InputError(
                f"a page of more than {ELEMENT_LIMIT:,} elements, or {ATTRIBUTE_LIMIT:,} attributes on one: "
                "save the article's text as .txt"
            )

    def close(self) -> None:
        pass

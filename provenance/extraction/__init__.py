"""From a text to who said what and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction import rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.model import Article, Extractor, Reading

EXTRACTORS: dict[str, Callable[[Article], Reading]] = {"rules": rules.read}
IDENTITIES: dict[str, Extractor] = {"rules": rules.RULES}
DEFAULT = "rules"


def extract(article: Article, extractor: str = DEFAULT) -> Reading:
    """Read `article` with the extractor of that name; the article in the reading may know more than the one given.

    Raises KeyError where EXTRACTORS has no such name.
    """
    return EXTRACTORS[extractor](article)

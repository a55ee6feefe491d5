"""A text that is known already, with other metadata: what is said last holds, and nothing gives way to silence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from provenance.documents.credits import credited

if TYPE_CHECKING:
    from provenance.model import Article

FIELDS = ("published", "title", "byline", "publisher", "language", "declared")
"""What a page may state anew about a text. Its key stays, and its address is a part of what the article is called."""


def restated(given: Article, known: Article) -> Article:
    """`given`, and of `known`, the article of the same text as it is kept, what neither it nor its text says."""
    found = credited(given).article
    kept: dict[str, Any] = {field: getattr(known, field) for field in FIELDS if not getattr(found, field)}
    return replace(given, key=known.key, url=known.url, text_is_file=known.text_is_file, **kept)


def changed(article: Article, known: Article) -> tuple[str, ...]:
    """The FIELDS that `article`, once its credits are read, has otherwise than `known`, of which they are."""
    found = credited(article).article
    return tuple(field for field in FIELDS if getattr(found, field) != getattr(known, field))

"""A text that is known already, with other metadata: what is said last holds, and nothing gives way to silence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from provenance.documents.credits import credited

if TYPE_CHECKING:
    from provenance.model import Article

FIELDS = ("published", "title", "byline", "publisher", "language", "declared", "reviews")
"""What a page may state anew about a text. Its key stays, and so does its address, once there is one."""


def is_of_another(given: Article, known: Article) -> bool:
    """Whether `given` has the text of `known` and is another outlet's, where no two addresses say so.

    Without any, those of one `key` are one article, whatever outlet they name.
    """
    if known.publisher is None or (given.url and known.url):
        return False
    publisher = credited(given).article.publisher
    if publisher is None:
        return bool(given.url)
    return publisher != known.publisher and bool(given.url or known.url or given.key != known.key)


def restated(given: Article, known: Article) -> Article:
    """`given`, and of `known`, the article of the same text as it is kept, what neither it nor its text says.

    What is of another outlet says nothing of `known`.
    """
    if is_of_another(given, known):
        return known
    found = credited(given).article
    kept: dict[str, Any] = {field: getattr(known, field) for field in FIELDS if not getattr(found, field)}
    return replace(given, key=known.key, url=known.url or given.url, text_is_file=known.text_is_file, **kept)


def changed(article: Article, known: Article) -> tuple[str, ...]:
    """The FIELDS, and "url", that `article`, once its credits are read, has otherwise than `known`, where they are."""
    found = credited(article).article
    return tuple(field for field in (*FIELDS, "url") if getattr(found, field) != getattr(known, field))

"""An article that somebody asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from provenance.corpus import Corpus
    from provenance.rdf.listings import ArticleRow


def named(corpus: Corpus, article: str) -> ArticleRow:
    """The article with this key or IRI, as it was read.

    Raises NotFoundError where the store does not hold it, UsageError where two have that key.
    """
    rows = [row for row in corpus.store.articles() if article in (row.key, row.id)]
    if not rows:
        raise NotFoundError(f"the store holds no article '{article}': 'provenance articles' lists their keys")
    if len(rows) > 1:
        names = ", ".join(row.id for row in rows)
        raise UsageError(f"{len(rows)} articles have the key '{article}': give the IRI, one of {names}")
    return rows[0]

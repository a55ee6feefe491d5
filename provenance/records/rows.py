"""What listings say of an article, a source, a claim or an origin: each by its fields."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from provenance.queries.claims import Claim
    from provenance.queries.info import Info
    from provenance.queries.search import Nearest
    from provenance.queries.standing import Standing
    from provenance.rdf.listings import ArticleRow, SourceRow
    from provenance.trace import Origin

    Row = ArticleRow | SourceRow | Claim | Nearest | Origin | Standing | Info


def row_record(row: Row) -> dict[str, Any]:
    return asdict(row)


def related_record(one: Nearest) -> dict[str, Any]:
    """A claim that is only related to what was asked."""
    return {"id": one.claim, "text": one.text, "articles": one.articles, "likelihood": one.likelihood}

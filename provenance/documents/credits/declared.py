"""What a page's metadata declares as its origin: a foreign canonical link, `isBasedOn`, `sourceOrganization`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.model import Derivation, Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Article, Declaration

_WHOLE = ("canonical", "syndication", "creditline", "dateline")
"""In the names of fields by which the whole of an article is another's."""


def declared(article: Article) -> Iterator[Derivation]:
    for declaration in article.declared:
        name, kind = _declarer(declaration)
        whole = any(word in declaration.field for word in _WHOLE)
        relation = Relation.REPUBLISHED if whole else Relation.REPORTED
        yield Derivation(name, kind, relation, url=declaration.url, declared_in=declaration.field, confidence=0.95)


def _declarer(declaration: Declaration) -> tuple[str, Kind]:
    owner = gazetteer.by_domain(declaration.url) if declaration.url else None
    bearers = gazetteer.by_name(declaration.name) if declaration.name else ()
    known = bearers[0] if bearers else owner
    if known:
        return known.name, known.kind
    host = re.sub(r"^(?:https?://)?(?:www\.)?([^/]+).*$", r"\1", declaration.url or "")
    return declaration.name or host, Kind.OUTLET

"""An article: its text with every attribution marked in place, and the chain of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provenance.iris import agent_iri
from provenance.model import is_undecided
from provenance.records import reading_record
from provenance.views.prose import GOT
from provenance.views.prose.comparing import judged
from provenance.web import addresses, turtle
from provenance.web.resource import Parameter, Resource

if TYPE_CHECKING:
    from provenance.queries.told import ToldArticle
    from provenance.web.resource import Asked
    from provenance.web.shelf import Desk

ARTICLE = Parameter(
    "article", "The article, by its key, its IRI or the digest of that.", in_path=True, example="harbour-ledger"
)


def ask(desk: Desk, asked: Asked) -> ToldArticle:
    return desk.library.article(addresses.article_named(asked["article"]))


def told(found: ToldArticle, _: Asked) -> dict[str, Any]:
    article = found.reading.article
    others = {row.id: row for row in found.others}
    copies = [(judged(one), others.get(one.right if one.left == found.id else one.left)) for one in found.copies]
    return {
        "found": found,
        "article": article,
        "outlet": agent_iri(article.publisher.name, article.publisher.kind) if article.publisher else "",
        "credits": found.reading.derivations,
        "copies": [(words, row) for words, row in copies if row],
        "got": {relation: words.format(by="by") for relation, words in GOT.items()},
        "is_undecided": is_undecided,
    }


def record(found: ToldArticle) -> dict[str, Any]:
    """As the contract has it (docs/contract.md), with the claim that each statement makes."""
    told = reading_record(found.reading.article.key, found.reading)
    claims = {one.id: one.claim for one in found.told}
    told["attributions"] = [{**one, "claim": claims.get(one["id"], "")} for one in told["attributions"]]
    return told


RESOURCE = Resource(
    path="/article/{article:path}",
    api="/articles/{article:path}",
    says="An article with what it attributes to whom (docs/contract.md), and the claim of each statement.",
    template="article.html",
    ask=ask,
    told=told,
    record=record,
    turtle=lambda desk, found, _: turtle.of_article(desk, found.id),
    parameters=(ARTICLE,),
    schema={"type": "object", "required": ["key", "article", "extractor", "attributions"]},
)

"""The draft of a fact check: terms as https://schema.org has them, and what our own reader makes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from corpus import CLAIM, STORY, hop, reading, said, statements
from lxml.html import document_fromstring
from rdflib import SDO, URIRef

from provenance.exports.claim_review import Check, claim_review
from provenance.linking.matching.reports import resolve
from provenance.model import Assertion, ClaimReview, Kind, Party, Rating, Reading, Relation
from provenance.readers.claimreview import claim_reviews
from provenance.trace import trace

if TYPE_CHECKING:
    from collections.abc import Iterator

THING = {"name", "identifier", "url"}
WORK = THING | {"author", "citation", "creativeWorkStatus", "datePublished", "hasPart", "headline", "isBasedOn"}
WORK |= {"publisher", "text"}
TERMS = {
    "ClaimReview": WORK | {"claimReviewed", "itemReviewed", "reviewRating"},
    "Claim": WORK | {"appearance", "firstAppearance"},
    "NewsArticle": WORK,
    "CreativeWork": WORK,
    "Quotation": WORK,
    "Rating": THING | {"alternateName"},
    "Person": THING | {"jobTitle"},
    "Organization": THING,
    "NewsMediaOrganization": THING,
}
"""Of each type the properties that schema.org gives it or a type above it, as far as we write them."""
IRI = "https://w3id.org/provenance-tracker/id/claim/0123456789abcdef0123"


def drafted(readings: tuple[Reading, ...] = STORY, check: Check | None = None) -> dict[str, Any]:
    told = statements(readings)
    return claim_review(IRI, trace(CLAIM, told, resolve(told)), check or Check())


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


def read(record: dict[str, Any]) -> tuple[ClaimReview, ...]:
    script = f'<script type="application/ld+json">{json.dumps(record)}</script>'
    return claim_reviews(document_fromstring(f"<html><head>{script}</head><body><p>A check.</p></body></html>"))


def test_each_term_is_schema_orgs_and_stands_where_it_may() -> None:
    for node in nodes(drafted(check=Check("Weir Check", "Exaggerated", "https://weir.example/1"))):
        kind = node["@type"]
        assert set(node) - {"@type", "@context"} <= TERMS[kind], kind
        assert URIRef(f"https://schema.org/{kind}") in SDO
        assert all(URIRef(f"https://schema.org/{name}") in SDO for name in node if not name.startswith("@"))


def test_nothing_that_only_a_fact_checker_knows_is_made_up() -> None:
    draft = drafted()
    assert not {"reviewRating", "author", "url", "datePublished"} & set(draft)
    assert draft["creativeWorkStatus"] == "Draft"


def test_what_the_fact_checker_gives_is_in_it() -> None:
    given = drafted(check=Check("Weir Check", "Exaggerated", "https://weir.example/1"))
    assert given["author"] == {"@type": "Organization", "name": "Weir Check"}
    assert given["reviewRating"] == {"@type": "Rating", "alternateName": "Exaggerated"}
    assert given["url"] == "https://weir.example/1"
    assert "creativeWorkStatus" not in given


def test_who_said_it_is_told_where_it_is_known() -> None:
    authors = {one["name"]: one["@type"] for one in drafted()["itemReviewed"]["author"]}
    assert authors == {"Ilse Maren": "Person", "Civic Ledger": "NewsMediaOrganization"}
    assert drafted()["itemReviewed"]["isBasedOn"] == {"@type": "CreativeWork", "name": "a budget filing"}
    assert "author" not in drafted(STORY[:1])["itemReviewed"], "two officials who are not named"


def test_who_is_undecided_is_not_told() -> None:
    text = "The dam will be drained, said Ann Bo."
    ann = hop(text, "Ann Bo", Kind.PERSON, Relation.SAID, "said Ann Bo", confidence=0.4)
    one = reading("k", "P", "2031", text, attributions=(said(text, "The dam will be drained", "said", (ann,)),))
    assert "author" not in drafted((one,))["itemReviewed"]


def test_the_first_appearance_is_the_earliest_article_with_its_words() -> None:
    first = drafted()["itemReviewed"]["firstAppearance"]
    assert (first["url"], first["datePublished"]) == ("https://kestrel.example/dam", "2031-02-03")
    assert first["hasPart"][0] == {"@type": "Quotation", "text": "the Tarsk dam would be drained before spring"}
    others = [one.get("url") for one in drafted()["itemReviewed"]["appearance"]]
    assert len(others) == len(set(others)) == 8
    assert others[-1] is None, "undated, and without an address"


def test_a_denial_is_cited_and_no_appearance() -> None:
    assert drafted()["citation"]["url"] == "https://courier.example/dam"
    urls = {node.get("url") for node in nodes(drafted()["itemReviewed"])}
    assert "https://courier.example/dam" not in urls
    denied = [one for one in STORY if one.attributions[0].assertion is Assertion.DENIES]
    assert "author" not in drafted(tuple(denied))["itemReviewed"]


@pytest.mark.parametrize("check", [Check(), Check("Weir Check", "Exaggerated", "https://weir.example/1")])
def test_our_own_reader_makes_of_it_what_it_was_made_of(check: Check) -> None:
    draft = drafted(check=check)
    claim = draft["itemReviewed"]
    told = [claim["firstAppearance"], *claim["appearance"]]
    kind = Kind.PERSON if claim["author"][0]["@type"] == "Person" else Kind.OUTLET
    assert read(draft) == (
        ClaimReview(
            claim=CLAIM,
            rating=Rating(check.rating or None),
            claimant=Party(claim["author"][0]["name"], kind),
            claimed="2031-02-03",
            appearances=tuple(one["url"] for one in told if "url" in one),
            reviewer=Party(check.reviewer, Kind.ORGANIZATION) if check.reviewer else None,
            url=check.url or None,
        ),
    )

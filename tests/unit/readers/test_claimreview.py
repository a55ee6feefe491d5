"""Fact checks in a page's metadata: the shapes they come in, and what they never become."""

import json
from typing import Any

import pytest
from lxml.html import document_fromstring

from provenance.extraction import extractor, reading_of
from provenance.model import ClaimReview, Kind, Party, Rating
from provenance.readers import Document
from provenance.readers.claimreview import REVIEW_LIMIT, claim_reviews
from provenance.readers.html import read_html

REVIEW: dict[str, Any] = {
    "@type": "ClaimReview",
    "claimReviewed": "The mill of Tarsk was sold",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": " Odile Brask"},
        "datePublished": "2031-05-07",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://talk.example/1"},
        "appearance": [{"@type": "OpinionNewsArticle", "url": "https://paper.example/2"}, "https://paper.example/3"],
        "url": "https://talk.example/1",
    },
    "author": {"@type": "Organization", "name": "Sluice Check", "url": "https://sluicecheck.example/"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": "5",
        "worstRating": "1",
        "alternateName": "False",
    },
    "datePublished": "2031-05-13 15:44",
    "url": "https://sluicecheck.example/1",
}
EXPECTED = ClaimReview(
    claim="The mill of Tarsk was sold",
    rating=Rating("False", "1", "5", "1"),
    claimant=Party("Odile Brask", Kind.PERSON),
    claimed="2031-05-07",
    appearances=("https://talk.example/1", "https://paper.example/2", "https://paper.example/3"),
    reviewer=Party("Sluice Check", Kind.ORGANIZATION),
    reviewed="2031-05-13",
    url="https://sluicecheck.example/1",
)
MICRODATA = """
<div itemscope itemtype="https://schema.org/ClaimReview">
  <b itemprop="claimReviewed">The mill of <i>Tarsk</i> was sold</b>
  <span itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim">
    <i itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Odile Brask</span></i>
    <a itemprop="appearance" href="https://talk.example/1">there</a>
  </span>
  <span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">
    <meta itemprop="alternateName" content="False"><meta itemprop="ratingValue" content="1">
  </span>
  <time itemprop="datePublished" datetime="2031-05-13">in May</time>
</div>"""


def found(*blocks: Any, body: str = "<p>The mill.</p>") -> tuple[ClaimReview, ...]:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks)
    return claim_reviews(document_fromstring(f"<html><head>{scripts}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "block",
    [
        REVIEW,
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [REVIEW]},
        {"@type": "NewsArticle", "headline": "Sold?", "review": [REVIEW]},
        {"@graph": [{"@type": "WebPage", "mainEntity": {"hasPart": [[REVIEW]]}}]},
        [REVIEW, REVIEW],
        {**REVIEW, "@type": ["Review", "schema:ClaimReview"]},
    ],
)
def test_wherever_it_lies(block: Any) -> None:
    assert found(block) == (EXPECTED,)


def test_references_within_the_page_are_followed() -> None:
    checker = {"@id": "#checker", **REVIEW["author"]}
    assert found({"@graph": [{**REVIEW, "author": {"@id": "#checker"}}, checker]}) == (EXPECTED,)


def test_references_in_a_circle_end() -> None:
    circle = {"@id": "#a", "@type": "ClaimReview", "claimReviewed": "Round", "itemReviewed": {"@id": "#a"}}
    assert found(circle) == (ClaimReview("Round"),)


def test_several_claims() -> None:
    other = {**REVIEW, "claimReviewed": "The mill burnt"}
    assert [review.claim for review in found([other, REVIEW])] == ["The mill burnt", "The mill of Tarsk was sold"]


def test_microdata() -> None:
    [review] = found(body=MICRODATA)
    assert review == ClaimReview(
        "The mill of Tarsk was sold",
        Rating("False", "1"),
        Party("Odile Brask", Kind.PERSON),
        appearances=("https://talk.example/1",),
        reviewed="2031-05-13",
    )


def test_a_review_of_a_picture() -> None:
    [review] = found(
        {
            "@type": "MediaReview",
            "mediaAuthenticityCategory": "https://schema.org/DecontextualizedContent",
            "author": {"@type": "NewsMediaOrganization", "name": "Sluice Check"},
            "itemReviewed": {
                "@type": "MediaReviewItem",
                "interpretedAsClaim": {"@type": "Claim", "name": "The picture shows the mill on fire"},
                "mediaItemAppearance": {"@type": "ImageObject", "contentUrl": "https://talk.example/mill.jpg"},
            },
        }
    )
    assert review == ClaimReview(
        "The picture shows the mill on fire",
        Rating("DecontextualizedContent"),
        appearances=("https://talk.example/mill.jpg",),
        reviewer=Party("Sluice Check", Kind.OUTLET),
    )


@pytest.mark.parametrize(
    ("given", "rating"),
    [
        ("False", Rating("False")),
        ({"ratingValue": 2.5}, Rating(value="2.5")),
        ({"name": "Mostly false"}, Rating("Mostly false")),
        ({"alternateName": ["Falsch &amp; alt"]}, Rating("Falsch & alt")),
        (None, Rating()),
        (True, Rating()),
        ([], Rating()),
    ],
)
def test_ratings_as_they_are_written(given: Any, rating: Rating) -> None:
    [review] = found({**REVIEW, "reviewRating": given})
    assert review.rating == rating


@pytest.mark.parametrize("claim", [None, "", " ", 0.0 / 1, {}, [], [[]], {"name": ""}])
def test_one_of_nothing_is_left_out(claim: Any) -> None:
    reviews = found({**REVIEW, "claimReviewed": claim, "itemReviewed": None})
    assert [review.claim for review in reviews] == ["0.0"] * (claim == 0.0)


@pytest.mark.parametrize(
    "wrong", [None, 7, True, "", [], [None], {"name": {"name": []}}, {"@id": 3}, "https://x.example/"]
)
@pytest.mark.parametrize("field", ["author", "itemReviewed", "reviewRating", "datePublished", "url"])
def test_what_is_malformed_is_left_out_and_the_rest_kept(field: str, wrong: Any) -> None:
    [review] = found({**REVIEW, field: wrong})
    assert review.claim == EXPECTED.claim


def test_there_is_an_end_to_them() -> None:
    assert len(found([{**REVIEW, "claimReviewed": f"Claim {number}"} for number in range(300)])) == REVIEW_LIMIT


def test_scripts_that_are_no_json_do_no_harm() -> None:
    page = f'<script type="application/ld+json">{{</script><script type="application/ld+json">{"[" * 9000}</script>'
    assert claim_reviews(document_fromstring(f"<html><body>{page}{MICRODATA}</body></html>"))


def test_it_is_nobodys_statement_in_the_article() -> None:
    paragraph = "The owner of the mill told Kestrel Wire on Monday that nothing had been signed with anybody at all."
    page = (
        f'<html lang="en"><head><script type="application/ld+json">{json.dumps(REVIEW)}</script></head>'
        f"<body><article><h1>No, the mill stands</h1><p>{paragraph}</p><p>{paragraph}</p></article></body></html>"
    )
    article = read_html(Document("mill.html", "mill", page.encode(), read_html))
    assert article.reviews == (EXPECTED,)
    assert "sold" not in article.text
    reading = reading_of(article, extractor("rules"))
    assert {hop.name for one in reading.attributions for hop in one.chain}.isdisjoint({"Odile Brask", "Sluice Check"})

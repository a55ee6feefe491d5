"""Annotated statements as readings."""

from __future__ import annotations

from evaluation.given import readings
from provenance import Library
from provenance.model import Assertion, Hop, Kind, Publisher, Relation

ARTICLE = {
    "id": "a",
    "text": "The dam leaks.",
    "title": None,
    "publisher": "Orb",
    "kind": "wire",
    "published": "2031-02-03",
}
CHAIN = [
    {"name": "Newsfold", "kind": "outlet", "relation": "reported"},
    {"name": "officials", "kind": "anonymous", "relation": "told"},
]
LEAKS = {"id": "a", "start": 0, "end": 13, "chain": CHAIN, "claim_cluster": "K1", "stance": "does_not_confirm"}


def test_an_article_comes_with_its_statements_and_their_claims() -> None:
    dam = LEAKS | {"start": 4, "claim_cluster": "K2", "stance": "denies"}
    [(one, claims)] = readings([ARTICLE], [LEAKS, dam, LEAKS | {"id": "elsewhere"}])
    assert claims == ["K1", "K2"]
    assert [told.content for told in one.attributions] == [((0, 13),), ((4, 13),)]
    assert [told.assertion for told in one.attributions] == [Assertion.DOES_NOT_CONFIRM, Assertion.DENIES]
    assert one.attributions[0].chain == (
        Hop("Newsfold", Kind.OUTLET, Relation.REPORTED),
        Hop("officials", Kind.ANONYMOUS, Relation.TOLD, anonymous=True),
    )
    assert one.article.publisher == Publisher("Orb", Kind.WIRE)


def test_what_is_asserted_and_denied_in_the_same_words_is_kept_once() -> None:
    [(one, claims)] = readings([ARTICLE], [LEAKS, LEAKS | {"claim_cluster": "K2", "stance": "denies"}])
    assert claims == ["K1"]
    with Library.memory() as library:
        library.add(one)
        assert len(list(library.claims())) == 1

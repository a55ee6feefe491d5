"""Statements of the same words make one claim."""

from corpus import STORY, hop, reading, said, statements

from provenance.identity import claim_iri
from provenance.linking.claims import group
from provenance.model import Kind, Relation


def test_the_same_content_words_make_one_claim() -> None:
    claims = group(statements(STORY))
    drained = claims[claim_iri("The Tarsk dam will be drained before spring")]
    assert {one.reading.article.key for one in drained} == {
        *("kestrel", "northgate", "mirrorhub", "lantern", "ostra", "gazette", "ledger", "courier")
    }
    assert {one.reading.article.key for one in claims[claim_iri("the Tarsk dam may be drained before the spring")]} == {
        "sluice"
    }


def test_order_of_words_matters_and_order_of_statements_does_not() -> None:
    text = "Dogs bite men, said Ann. Men bite dogs, said Ann."
    ann = hop(text, "Ann", Kind.PERSON, Relation.SAID, "said Ann")
    told = statements(
        (
            reading(
                "x",
                "Post",
                "2031",
                text,
                attributions=tuple(said(text, words, "said", (ann,)) for words in ("Dogs bite men", "Men bite dogs")),
            ),
        )
    )
    assert len(group(told)) == 2
    assert list(group(told).items()) == list(group(told[::-1]).items())
    assert group((*told, *told)) == group(told)
    assert group(()) == {}

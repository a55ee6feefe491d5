"""Which statements a fact check is of."""

import pytest
from corpus import hop, reading, said

from provenance.corpus import Corpus
from provenance.model import ClaimReview, Kind, Relation
from provenance.queries.checks import checks
from provenance.rdf.store import Store

TOLD = "the old mill of Tarsk had been sold to a brewery"


def found(claim: str, told: str = TOLD, as_of: str = "") -> list[str]:
    """The claims of the fact checks, of which the store has one of `claim`, of what `told` says."""
    text = f"Ilse Maren said {told}."
    maren = hop(text, "Ilse Maren", Kind.PERSON, Relation.SAID, "Ilse Maren")
    one = reading("ledger", "Ostra Ledger", "2031-05-08", text, attributions=(said(text, told, "said", (maren,)),))
    page = reading("check", "Sluice Check", "2031-05-13", "Not so.", reviews=(ClaimReview(claim), ClaimReview("Else")))
    with Store.memory() as store:
        store.add(one)
        store.add(page)
        corpus = Corpus(store, as_of)
        statements = corpus.statements(corpus.find(told, 9))
        assert statements or as_of
        return [check.review.claim for check in checks(corpus, statements)]


@pytest.mark.parametrize(
    "claim", ["The old mill of Tarsk was sold to a brewery", "Old mill sold to brewery", "The mill of Tarsk was sold"]
)
def test_what_was_checked(claim: str) -> None:
    assert found(claim) == [claim]


@pytest.mark.parametrize(
    "claim",
    [
        "The old brewery of Ostra was torn down",
        "Mill",
        "A brewery bought the bridge over the Tarsk",
        "Tarsk is sold",
        "",
    ],
)
def test_what_was_not(claim: str) -> None:
    assert found(claim, "the old mill of Tarsk would stand until winter") == []


def test_two_things_that_share_what_they_are_of() -> None:
    assert found("Mills cause fever in children", "mills are safe for children") == []


def test_a_check_that_was_not_out_yet() -> None:
    assert found("Old mill sold to brewery", as_of="2031-05-09") == []
    assert found("Old mill sold to brewery", as_of="2031-05-13") == ["Old mill sold to brewery"]

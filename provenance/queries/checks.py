"""Fact checks, stated by articles in the store, of what statements say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.corpus.known import is_known
from provenance.linking.rarity import rarity
from provenance.queries import matching
from provenance.trace.result import FactCheck

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.corpus import Corpus
    from provenance.model import Statement

FEWEST = 2
"""Content words that a statement has of a fact check, and three in five of them, as for a claim that is looked for."""


def checks(corpus: Corpus, statements: Iterable[Statement]) -> tuple[FactCheck, ...]:
    """Those of which one of `statements` makes the claim, judged by words as for a question; the earliest first.

    Of what was known by the day that `corpus` is of.
    """
    told = [matching.wording(one.text, [hop.name for hop in one.attribution.chain]) for one in statements]
    made = {(run, claim) for run, claim in corpus.reviewed if _is_made(claim, told)}
    corpus.store.ahead_of_readings(run for run, _ in made)
    articles = {run: corpus.store.reading(run).article for run, _ in made}
    found = [
        FactCheck(review, article.key)
        for run, article in articles.items()
        for review in article.reviews
        if (run, review.claim) in made and is_known(article, corpus.as_of)
    ]
    return tuple(sorted(found, key=lambda one: (one.review.reviewed or "", one.told_in, one.review.claim)))


def _is_made(claim: str, told: Sequence[matching.Wording]) -> bool:
    asked = matching.wording(claim)
    near = [one for one in told if len(asked.words & one.words) >= max(FEWEST, 3 * len(asked.words) / 5)]
    rarities = {word: rarity(word) for word in asked.words} if near else {}
    return any(matching.likelihood(matching.features(asked, one, rarities)) >= matching.MAKES for one in near)

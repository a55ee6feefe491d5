"""Which statements make the same claim: how alike two of them are in meaning and words, and where they must not be.

What two articles on one story say all lies close together, so what a pair shares counts only beyond what all the
statements of its two articles share: their mean is taken out of the vectors (Mu and Viswanath 2018 do so for a whole
vocabulary), and a word that many of them have weighs little. The weights are those of a logistic regression, fitted by
`training.linking` on statements of five events.
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from provenance.linking.rarity import rarity
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from provenance.linking.told import Page, Told

    Floats = NDArray[np.float64]

COMMON = 0.8
"""The part of the mean that is taken out."""
FEW = 3
"""Words that say little by themselves, as in "We are ready for that"."""
WEIGHTS: Mapping[str, float] = {
    "bias": -3.71,
    "meaning": 5.95,
    "words": 5.03,
    "one has a percentage": -2.72,
    "other percentages": -7.24,
    "other speakers": -1.89,
    "one does not assert": -1.43,
    "neither asserts": 2.54,
    "few words": 0.29,
}
HOLLOW = frozenset(
    words("claim report story news allegation accusation information rumor rumour statement matter fake")
)
LEAST = 0.2
"""Below it a pair is no link at all; two groups of statements make one claim where their pairs have it on average."""
SURE = 0.5
"""From here a pair is held to be the same; between the two it is undecided."""


def alike(one: Page, other: Page) -> Iterator[tuple[int, int, float]]:
    """The pairs of a statement of `one` and a statement of `other` that may make one claim, with the probability.

    The same in both directions. What is laid to two people at one place is one claim. `one` and `other` may be the
    same page: then each pair is given once. Statements that only point to a claim ("the report") may be the same where
    the two pages have another statement that is.
    """
    found = list(_pairs(one, other))
    telling = any(p >= SURE and not _hollow(one.told[i]) and not _hollow(other.told[j]) for i, j, p in found)
    for i, j, probability in found:
        same_place = one.told[i].passage == other.told[j].passage
        if telling or same_place or not (_hollow(one.told[i]) or _hollow(other.told[j])):
            yield i, j, probability


def _pairs(one: Page, other: Page) -> Iterator[tuple[int, int, float]]:
    if not (one.told and other.told):
        return
    weight = weights(one, other)
    near = meaning(one, other)
    for i, told in enumerate(one.told):
        for j, tale in enumerate(other.told):
            if one is other and i >= j:
                continue
            if told.passage == tale.passage:
                yield i, j, 1.0
            elif near[i, j] > 0:
                probability = likelihood(features(told, tale, float(near[i, j]), weight))
                if probability >= LEAST:
                    yield i, j, probability


def _hollow(told: Told) -> bool:
    """Whether a statement only points to what is claimed: "the claim", "these reports", "that this is so"."""
    return told.words <= HOLLOW


def meaning(one: Page, other: Page) -> Floats:
    """The cosines of their vectors [statements of `one`, of `other`], what is common to both pages left out.

    Two statements alone do not tell what is common, a few tell nearly all.
    """
    total = len(one.told) + len(other.told)
    common = COMMON * (1 - (2 / total) ** 4)
    mean = (one.mean * len(one.told) + other.mean * len(other.told)) / total * common
    left, right = _unit(one.vectors - mean), _unit(other.vectors - mean)
    return left @ right.T


def weights(one: Page, other: Page) -> dict[str, float]:
    """What each word counts: its rarity in general, times that among the statements of the two pages."""
    counts = one.counts if one is other else one.counts + other.counts
    statements = len(one.told) if one is other else len(one.told) + len(other.told)
    return {
        word: rarity(word) * log((statements + 1) / count) / log(statements + 1.5) for word, count in counts.items()
    }


def features(one: Told, other: Told, meaning: float, weight: Mapping[str, float]) -> dict[str, float]:
    """What the regression weighs, by name; `weight` says what each word counts (Dice's coefficient, weighted)."""
    shared, both = one.percents & other.percents, one.percents and other.percents
    return {
        "meaning": meaning,
        "words": 2
        * _sum(one.words & other.words, weight)
        / (_sum(one.words, weight) + _sum(other.words, weight) + 1e-9),
        "one has a percentage": float(bool(one.percents) != bool(other.percents)),
        "other percentages": float(bool(both) and not shared),
        "other speakers": float(_strangers(one.speaker, other.speaker)),
        "one does not assert": float(one.asserts != other.asserts),
        "neither asserts": float(not one.asserts and not other.asserts),
        "few words": float(min(len(one.words), len(other.words)) <= FEW),
    }


def likelihood(found: Mapping[str, float]) -> float:
    """The probability that the features `found` are of one claim."""
    score = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in found.items())
    return 1 / (1 + exp(-score))


def _sum(words: frozenset[str], weight: Mapping[str, float]) -> float:
    return sum(sorted(weight[word] for word in words))


def _strangers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are named persons, and neither's name is part of the other's."""
    return bool(one and other) and not (one <= other or other <= one)


def _unit(vectors: Floats) -> Floats:
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit

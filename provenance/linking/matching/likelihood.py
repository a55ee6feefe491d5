"""How likely two statements make one claim: how alike they are in meaning and words, and where they must not be.

What two articles on one story say all lies close together, so what a pair shares counts only beyond what all the
statements of its two articles share: their mean is taken out of the vectors (Mu and Viswanath 2018 do so for a whole
vocabulary), and a word that many of them have weighs little. The weights are those of a logistic regression, fitted by
`training.linking`. All pairs of two articles are weighed at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.linking.fitted import fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from provenance.linking.records import ArticleRecord

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]
    Words = frozenset[str]

COMMON = 0.8
"""The part of the mean that is taken out."""
FEW = 3
"""Words that say little by themselves, as in "We are ready for that"."""


def likelihoods(one: ArticleRecord, other: ArticleRecord, weights: Mapping[str, float] | None = None) -> Floats:
    """The probability [statements of `one`, of `other`] that two make one claim, by `weights` or by those fitted.

    0 where their meanings point apart.
    """
    weights = fitted().weights if weights is None else weights
    found = features(one, other)
    score = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    likely: Floats = np.where(found["meaning"] > 0, 1 / (1 + np.exp(-score)), 0.0)
    return likely


def features(one: ArticleRecord, other: ArticleRecord) -> dict[str, Floats]:
    """What the regression weighs, by name, each [statements of `one`, of `other`]; neither is without statements."""
    ours, theirs = one.statements, other.statements
    given, also = (np.array([bool(each.percents) for each in said]) for said in (ours, theirs))
    asserts, too = (np.array([each.asserts for each in said]) for said in (ours, theirs))
    length, beside = (np.array([len(each.words) for each in said]) for said in (ours, theirs))
    return {
        "meaning": meaning(one, other),
        "words": wording(one, other),
        "one has a percentage": np.not_equal.outer(given, also).astype(np.float64),
        "other percentages": _each([said.percents for said in ours], [said.percents for said in theirs], _disjoint),
        "other speakers": _each([said.speaker for said in ours], [said.speaker for said in theirs], _strangers),
        "one does not assert": np.not_equal.outer(asserts, too).astype(np.float64),
        "neither asserts": np.logical_and.outer(~asserts, ~too).astype(np.float64),
        "few words": (np.minimum.outer(length, beside) <= FEW).astype(np.float64),
    }


def meaning(one: ArticleRecord, other: ArticleRecord) -> Floats:
    """The cosines of their vectors, what is common to both articles left out.

    Two statements alone do not tell what is common, a few tell nearly all.
    """
    total = len(one.statements) + len(other.statements)
    common = COMMON * (1 - (2 / total) ** 4)
    mean = (one.mean * len(one.statements) + other.mean * len(other.statements)) / total * common
    cosines: Floats = _unit(one.vectors - mean) @ _unit(other.vectors - mean).T
    return cosines


def wording(one: ArticleRecord, other: ArticleRecord) -> Floats:
    """Dice's coefficient of their words, each weighed by its rarity in general and among what the two articles say."""
    ours, theirs = one.vocabulary, other.vocabulary
    shared = sorted(ours.columns.keys() & theirs.columns.keys())
    here, there = ([each.columns[word] for word in shared] for each in (ours, theirs))
    statements, holders, others = len(one.statements), ours.holders.copy(), theirs.holders.copy()
    if one is not other:
        statements += len(other.statements)
        holders[here] += theirs.holders[there]
        others[there] = holders[here]
    weight, heavy = (
        each.rarities * np.log((statements + 1) / held) / np.log(statements + 1.5)
        for each, held in ((ours, holders), (theirs, others))
    )
    both = (ours.has[:, here] * weight[here]) @ theirs.has[:, there].T
    dice: Floats = 2 * both / (np.add.outer(ours.has @ weight, theirs.has @ heavy) + 1e-9)
    return dice


def _each(ours: Sequence[Words], theirs: Sequence[Words], holds: Callable[[Words, Words], bool]) -> Floats:
    """1 where `holds` of a pair, else 0; asked once of those that are alike."""
    rows, columns = ({words: number for number, words in enumerate(dict.fromkeys(each))} for each in (ours, theirs))
    table = np.array([[float(holds(one, other)) for other in columns] for one in rows])
    return table[np.ix_([rows[one] for one in ours], [columns[one] for one in theirs])]


def _disjoint(one: Words, other: Words) -> bool:
    """Whether both give percentages, and none is the same."""
    return bool(one and other) and one.isdisjoint(other)


def _strangers(one: Words, other: Words) -> bool:
    """Whether both are named persons, and neither's name is part of the other's."""
    return bool(one and other) and not (one <= other or other <= one)


def _unit(vectors: Floats) -> Floats:
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit

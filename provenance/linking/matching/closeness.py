"""How near the statements of two articles are to each other, beyond what all that these articles say has in common.

What two articles on one story say all lies close together: so the mean is taken out of vectors (Mu and Viswanath 2018
do so for a whole vocabulary), a word that many of the statements have weighs little, and what is nearest counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.linking.vocabulary import Vocabulary

    Floats = NDArray[np.float64]

COMMON = 0.8
"""The part of the mean that is taken out."""


def cosines(ours: NDArray[np.int8], theirs: NDArray[np.int8]) -> Floats:
    """The cosines of vectors [statements, width], what is common to both articles left out.

    Two statements alone do not tell what is common, a few tell nearly all.
    """
    total = len(ours) + len(theirs)
    common = COMMON * (1 - (2 / total) ** 4)
    mean = (ours.sum(axis=0, dtype=np.float64) + theirs.sum(axis=0, dtype=np.float64)) / total * common
    made: Floats = _unit(ours - mean) @ _unit(theirs - mean).T
    return made


def dice(ours: Vocabulary, theirs: Vocabulary) -> Floats:
    """Dice's coefficient of their words, each weighed by its rarity in general and among what the two articles say."""
    shared = sorted(ours.columns.keys() & theirs.columns.keys())
    here, there = ([each.columns[word] for word in shared] for each in (ours, theirs))
    statements, holders, others = len(ours.has), ours.holders.copy(), theirs.holders.copy()
    if ours is not theirs:
        statements += len(theirs.has)
        holders[here] += theirs.holders[there]
        others[there] = holders[here]
    weight, heavy = (
        each.rarities * np.log((statements + 1) / held) / np.log(statements + 1.5)
        for each, held in ((ours, holders), (theirs, others))
    )
    both = (ours.has[:, here] * weight[here]) @ theirs.has[:, there].T
    made: Floats = 2 * both / (np.add.outer(ours.has @ weight, theirs.has @ heavy) + 1e-9)
    return made


def leads(near: Floats) -> Floats:
    """By how much each pair is nearer than the next best of either statement: the sum of both, below 0 where behind."""
    return _lead(near) + _lead(near.T).T


def _lead(near: Floats) -> Floats:
    """Over the best other of its row; half where there is no other."""
    if near.shape[1] < 2:
        return np.full(near.shape, 0.5)
    ordered = np.sort(near, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    made: Floats = near - np.where(near >= best, second, best)
    return made


def _unit(vectors: Floats) -> Floats:
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit

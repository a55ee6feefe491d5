"""How likely two statements make one claim, by the weights of a logistic regression that `training.linking` fits.

All pairs of two articles are weighed at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.linking.fitted import fitted
from provenance.linking.matching.features import features

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from provenance.linking.records import ArticleRecord

    Floats = NDArray[np.float64]


def likelihoods(one: ArticleRecord, other: ArticleRecord, weights: Mapping[str, float] | None = None) -> Floats:
    """The probability [statements of `one`, of `other`] that two make one claim, by `weights` or by those fitted."""
    weights = fitted().weights if weights is None else weights
    found = features(one, other)
    score = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    likely: Floats = 1 / (1 + np.exp(-score))
    return likely

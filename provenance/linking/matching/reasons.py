"""Why two statements are held to make one claim, or not: what each feature adds to the likelihood.

The likelihood is a logistic regression, so that each feature adds its value times its weight to the logarithm of the
odds, beside a bias that all pairs have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.linking.fitted import fitted
from provenance.linking.matching.features import features

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from provenance.linking.records import ArticleRecord, StatementRecord

BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Reason:
    """A `feature` by its name in `data/linking/claims.toml`, its value for the pair, and its weight.

    `shared` is what both have of what it looks at, `left` and `right` what only one has, where it looks at such.
    """

    feature: str
    value: float
    weight: float
    shared: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    @property
    def adds(self) -> float:
        """To the logarithm of the odds, natural: above 0 it speaks for one claim, below it against."""
        return self.value * self.weight


def reasons(
    one: ArticleRecord, other: ArticleRecord, pair: tuple[int, int], weights: Mapping[str, float] | None = None
) -> tuple[Reason, ...]:
    """For statement `pair[0]` of `one` and `pair[1]` of `other`, what adds most first; the bias is among them."""
    weights = fitted().weights if weights is None else weights
    ours, theirs = one.statements[pair[0]], other.statements[pair[1]]
    values = {BIAS: 1.0} | {name: float(value[pair]) for name, value in features(one, other).items()}
    found = [Reason(name, value, weights[name], *_shown(name, ours, theirs)) for name, value in values.items()]
    return tuple(sorted((one for one in found if one.value), key=lambda each: (-abs(each.adds), each.feature)))


def _shown(feature: str, ours: StatementRecord, theirs: StatementRecord) -> tuple[tuple[str, ...], ...]:
    looked = _LOOKED.get(feature)
    if looked is None:
        return ()
    left, right = looked(ours), looked(theirs)
    return tuple(tuple(sorted(part)) for part in (left & right, left - right, right - left))


_LOOKED: Mapping[str, Callable[[StatementRecord], frozenset[str]]] = {
    "words": lambda said: said.words,
    "figures": lambda said: said.figures,
    "other figures": lambda said: said.figures,
    "one has a percentage": lambda said: said.percents,
    "other percentages": lambda said: said.percents,
    "other speakers": lambda said: frozenset({" ".join(sorted(said.speaker))} - {""}),
    "same origin": lambda said: frozenset(said.chain[-1:]) - {""},
    "same first hop": lambda said: frozenset(said.chain[:1]) - {""},
    "a hop in common": lambda said: frozenset(said.chain) - {""},
    "same kind of origin": lambda said: frozenset({str(said.kind)}),
}

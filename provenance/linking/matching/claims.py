"""Which statements of two articles may make one claim: those that are judged to, and those laid to two at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.linking.matching.likelihood import likelihoods
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from provenance.linking.records import ArticleRecord, StatementRecord

    Judge = Callable[[ArticleRecord, ArticleRecord], NDArray[np.float64]]
    """The probability [statements of one, of other] that two of them make one claim; the same in both directions."""

HOLLOW = frozenset(
    words("claim report story news allegation accusation information rumor rumour statement matter fake")
)
LEAST = 0.2
"""Below it a pair is no link at all; two groups of statements make one claim where their pairs have it on average."""
SURE = 0.5
"""From here a pair is held to be the same; between the two it is undecided."""


class Pair(NamedTuple):
    """A statement of either article, by number, and the probability that they make one claim."""

    one: int
    other: int
    likelihood: float


def compare(one: ArticleRecord, other: ArticleRecord, judge: Judge = likelihoods) -> Iterator[Pair]:
    """The pairs of a statement of `one` and a statement of `other` that may make one claim.

    The same in both directions. What is laid to two people at one place is one claim. `one` and `other` may be the
    same article: then each pair is given once. Statements that only point to a claim ("the report") may be the same
    where the two articles have another statement that is.
    """
    found = list(_pairs(one, other, judge))
    telling = any(
        pair.likelihood >= SURE and not _hollow(one.statements[pair.one]) and not _hollow(other.statements[pair.other])
        for pair in found
    )
    for pair in found:
        ours, theirs = one.statements[pair.one], other.statements[pair.other]
        if telling or ours.passage == theirs.passage or not (_hollow(ours) or _hollow(theirs)):
            yield pair


def _pairs(one: ArticleRecord, other: ArticleRecord, judge: Judge) -> Iterator[Pair]:
    if not (one.statements and other.statements):
        return
    likely = judge(one, other)
    for i, ours in enumerate(one.statements):
        for j, theirs in enumerate(other.statements):
            if one is other and i >= j:
                continue
            likelihood = 1.0 if ours.passage == theirs.passage else float(likely[i, j])
            if likelihood >= LEAST:
                yield Pair(i, j, likelihood)


def _hollow(statement: StatementRecord) -> bool:
    """Whether a statement only points to what is claimed: "the claim", "these reports", "that this is so"."""
    return statement.words <= HOLLOW

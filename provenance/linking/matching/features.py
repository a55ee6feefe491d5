"""What tells whether two statements make one claim, for all pairs of two articles at once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from provenance.linking.matching.closeness import cosines, dice, leads

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    from provenance.linking.records import ArticleRecord, StatementRecord

    Floats = NDArray[np.float64]
    Names = frozenset[str]

FEW = 3
"""Words that say little by themselves, as in "We are ready for that"."""
KNOWN = 20_000
"""Chains, and pairs of them, that are kept at hand: the sources of a story speak in each of its articles."""


def features(one: ArticleRecord, other: ArticleRecord) -> dict[str, Floats]:
    """What the regression weighs, by name, each [statements of `one`, of `other`]; neither is without statements.

    The same in both directions, and drawn from these two articles alone.
    """
    found = _closeness(one, other) | _figures(one, other) | _sources(one.statements, other.statements)
    ours, theirs = one.statements, other.statements
    asserts, too = (np.array([each.asserts for each in said]) for said in (ours, theirs))
    length, beside = (np.array([len(each.words) for each in said]) for said in (ours, theirs))
    return found | {
        "one does not assert": np.not_equal.outer(asserts, too).astype(np.float64),
        "neither asserts": np.logical_and.outer(~asserts, ~too).astype(np.float64),
        "few words": (np.minimum.outer(length, beside) <= FEW).astype(np.float64),
        "one article": np.full((len(ours), len(theirs)), float(one is other)),
    }


def _closeness(one: ArticleRecord, other: ArticleRecord) -> dict[str, Floats]:
    """How near they are, and by how much nearer than any other that either could go with."""
    near = {
        "meaning": cosines(one.vectors, other.vectors),
        "words": dice(one.vocabulary, other.vocabulary),
    }
    if one is other:
        for value in near.values():
            np.fill_diagonal(value, -1.0)
    return near | {f"lead in {name}": leads(value) for name, value in near.items()}


def _figures(one: ArticleRecord, other: ArticleRecord) -> dict[str, Floats]:
    """Shared figures count as far as few statements have them; where both have some, what they do not share."""
    ours, theirs = one.statements, other.statements
    shared = dice(one.figures, other.figures)
    given, also = one.figures.has.any(axis=1), other.figures.has.any(axis=1)
    percents, beside = (np.array([bool(each.percents) for each in said]) for said in (ours, theirs))
    return {
        "figures": shared,
        "other figures": np.logical_and.outer(given, also) * (1 - shared),
        "one has a percentage": np.not_equal.outer(percents, beside).astype(np.float64),
        "other percentages": _each([said.percents for said in ours], [said.percents for said in theirs], _disjoint),
    }


def _sources(ours: Sequence[StatementRecord], theirs: Sequence[StatementRecord]) -> dict[str, Floats]:
    """Whether they come from one origin, through one carrier, from people of one kind, and by how many hops."""
    chains, others = ([_names(each.chain) for each in said] for said in (ours, theirs))
    hops, beside = (np.array([len(each) for each in said], dtype=np.float64) for said in (chains, others))
    return {
        "other speakers": _each([said.speaker for said in ours], [said.speaker for said in theirs], _strangers),
        "same origin": _each([each[-1:] for each in chains], [each[-1:] for each in others], _meet),
        "same first hop": _each([each[:1] for each in chains], [each[:1] for each in others], _meet),
        "a hop in common": _each(chains, others, _meet),
        "same kind of origin": _each([said.kind for said in ours], [said.kind for said in theirs], _equal),
        "hops": np.add.outer(hops, beside),
    }


def _each(ours: Sequence[Hashable], theirs: Sequence[Hashable], holds: Callable[..., bool]) -> Floats:
    """1 where `holds` of a pair, else 0; asked once of those that are alike."""
    rows, columns = ({value: number for number, value in enumerate(dict.fromkeys(each))} for each in (ours, theirs))
    table = np.array([[float(holds(one, other)) for other in columns] for one in rows])
    return table[[rows[one] for one in ours]][:, [columns[one] for one in theirs]]


@lru_cache(KNOWN)
def _names(chain: tuple[str, ...]) -> tuple[Names, ...]:
    return tuple(frozenset(plain.split()) for plain in chain)


@lru_cache(KNOWN)
def _meet(one: tuple[Names, ...], other: tuple[Names, ...]) -> bool:
    """Whether a name of one is part of a name of the other, or the other way round."""
    return any(bool(a and b) and (a <= b or b <= a) for a in one for b in other)


def _equal(one: object, other: object) -> bool:
    return one == other


def _disjoint(one: Names, other: Names) -> bool:
    """Whether both give percentages, and none is the same."""
    return bool(one and other) and one.isdisjoint(other)


def _strangers(one: Names, other: Names) -> bool:
    """Whether both are named persons, and neither's name is part of the other's."""
    return bool(one and other) and not (one <= other or other <= one)

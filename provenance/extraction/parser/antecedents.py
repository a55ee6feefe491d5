"""Whom a mention stands for: its antecedent, and that one's own, up to whoever bears a name or has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.extraction.parser.labels import ArcKind
from provenance.extraction.parser.mentions import PRONOUNS
from provenance.text import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from provenance.extraction.parser.pointers import Pointing

    Floats = NDArray[np.float32]

LEAST = 0.02
"""The least share that a pronoun or description hands on."""


def antecedents(pointing: Pointing, mentions: set[int]) -> Iterator[tuple[int, int, float]]:
    """Each of `mentions` and of their antecedents, with its own, which begins before it, and how sure that is."""
    held: dict[int, Floats] = {}
    asked: set[int] = set()
    while fresh := sorted(mentions - asked):
        asked |= set(fresh)
        held = _traced(pointing, fresh, held)
        best, sure = pointing.best(ArcKind.SAME_AS, np.stack([held[one] for one in fresh]))
        answers = [found for found in zip(fresh, best.tolist(), sure.tolist(), strict=True) if found[1] >= 0]
        yield from answers
        mentions = {found for _, found, _ in answers}


def _traced(pointing: Pointing, mentions: list[int], known: Mapping[int, Floats]) -> dict[int, Floats]:
    """For each of `mentions`, and what they may stand for, the shares of its antecedents and last of none.

    A pronoun or description that may be an antecedent hands its share on to its own, so that what counts is who it
    is in the end: whoever bears a name, or what has no antecedent. What is `known` is not asked again.
    """
    own: dict[int, Floats] = {}
    fresh = [one for one in mentions if one not in known]
    while fresh:
        shares = pointing.antecedents(np.array(fresh))
        own |= dict(zip(fresh, shares, strict=True))
        likely = np.flatnonzero((shares[:, :-1] >= LEAST).any(axis=0)).tolist()
        fresh = [one for one in likely if one not in own and one not in known and not _is_name(pointing, one)]
    held = dict(known)
    for one in sorted(own, key=lambda number: tuple(pointing.page.nodes.mentions[number])):
        made = own[one].copy()
        for other in np.flatnonzero(own[one][:-1] >= LEAST).tolist():
            if not _is_name(pointing, other):
                share = made[other]
                made[other] = 0
                made[:-1] += share * held[other][:-1]
                made[other] += share * held[other][-1]
        held[one] = made
    return held


def _is_name(pointing: Pointing, mention: int) -> bool:
    """Whether a mention begins with a name."""
    word = pointing.page.words[mention].split(maxsplit=1)[0]
    return word[:1].isupper() and word.lower() not in STOP_WORDS | PRONOUNS

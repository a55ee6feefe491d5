"""Whether a statement makes what was asked for, or only has to do with it.

What counts is how near the two are in meaning, how much of what was asked for the statement holds or who makes it is
called, how much of the statement was asked for, and whether both give numbers and share none. The weights are those of
logistic regressions, fitted by `training.answers` on the claims of 28 invented events: one for statements of which
the meaning is known, one by the words alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from provenance.linking.rarity import rarity
from provenance.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WEIGHTS: Mapping[str, float] = {"bias": -3.61, "meaning": 4.83, "held": 2.56, "asked": 4.65, "other numbers": -1.64}
BY_WORDS: Mapping[str, float] = {"bias": -3.55, "held": 3.9, "asked": 8.35, "other numbers": -1.15}
LITTLE = 20.0
"""Rarity of words (`linking.rarity`) that says little: about that of three; so that one word in common is not all."""
MAKES = 0.6
"""From here a statement is held to make what was asked for."""
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Wording:
    """The content words and the numbers of what was asked, or of a statement; `names` are words for who makes it."""

    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str] = frozenset()


def wording(text: str, makers: Iterable[str] = ()) -> Wording:
    numbers = frozenset(number.replace(",", "") for number in _NUMBER.findall(text))
    return Wording(frozenset(words(text)), numbers, frozenset(word for name in makers for word in words(name)))


def features(
    asked: Wording, told: Wording, rarities: Mapping[str, float], meaning: float | None = None
) -> dict[str, float]:
    """What the regressions weigh, by name.

    `rarities` gives what each word that was asked for counts (the BM25 inverse document frequency in the store),
    `meaning` is the cosine of the two, None where it is not known.
    """
    common = asked.words & told.words
    held = asked.words & (told.words | told.names)
    return {
        **({} if meaning is None else {"meaning": meaning}),
        "held": sum(map(rarities.__getitem__, sorted(held)))
        / (sum(map(rarities.__getitem__, sorted(asked.words))) or 1.0),
        "asked": sum(map(rarity, sorted(common))) / (sum(map(rarity, sorted(told.words))) + LITTLE),
        "other numbers": float(bool(asked.numbers and told.numbers) and asked.numbers.isdisjoint(told.numbers)),
    }


def likelihood(found: Mapping[str, float]) -> float:
    """The probability that a statement with these `features` makes what was asked for."""
    weights = WEIGHTS if "meaning" in found else BY_WORDS
    score = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    return 1 / (1 + exp(-score))

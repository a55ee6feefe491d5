"""Figures that add up: each article, or event, gives its part, and any selection of parts can be summed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole; in per cent 0 where the whole is nothing."""

    part: float = 0.0
    whole: float = 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.part + other.part, self.whole + other.whole)

    @property
    def value(self) -> float:
        """From 0 to 1."""
        return self.part / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, and their harmonic mean F1 (van Rijsbergen 1979)."""

    precision: Ratio = Ratio()
    recall: Ratio = Ratio()

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.precision + other.precision, self.recall + other.recall)

    @property
    def value(self) -> float:
        """F1, from 0 to 1."""
        p, r = self.precision.value, self.recall.value
        return 2 * p * r / (p + r) if p + r else 0.0


Measure = Ratio | Agreement
Tally = Mapping[str, Measure]
"""What one article, or event, adds to each figure, by the figure's name."""


def agreement(hits: int, predicted: int, gold: int) -> Agreement:
    """Of `predicted` things and `gold` ones, `hits` are the same."""
    return Agreement(Ratio(hits, predicted), Ratio(hits, gold))


def total(tallies: Iterable[Tally]) -> dict[str, Measure]:
    """The figures of all parts together, in the order in which they first come."""
    found: dict[str, Measure] = {}
    for tally in tallies:
        for name, measure in tally.items():
            found[name] = _sum(found[name], measure) if name in found else measure
    return found


def _sum(one: Measure, other: Measure) -> Measure:
    if isinstance(one, Ratio) and isinstance(other, Ratio):
        return one + other
    if isinstance(one, Agreement) and isinstance(other, Agreement):
        return one + other
    raise TypeError(f"a {type(one).__name__} and a {type(other).__name__} do not add up")

"""How well annotators of one text agree with each other: what a reader can be asked for."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from evaluation.measures import total
from evaluation.metrics import attributions

if TYPE_CHECKING:
    from evaluation.gold import Document
    from evaluation.measures import Tally


def tally(document: Document) -> Tally:
    """Every two annotators of a text, the earlier name as the prediction; nothing where there is but one."""
    named = sorted(document.annotators.items())
    return total(attributions.tally(one, other, document.text) for (_, one), (_, other) in combinations(named, 2))

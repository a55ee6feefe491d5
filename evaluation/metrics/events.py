"""Every statement of the articles about an event, relayed or not, with its chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.metrics import chains

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.gold import Line
    from evaluation.measures import Tally
    from provenance.model import Reading


def tally(reading: Reading | None, gold: Sequence[Line]) -> Tally:
    """What one article adds."""
    return chains.of(reading, reading.attributions if reading else (), gold)

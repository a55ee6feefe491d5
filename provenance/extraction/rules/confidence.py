"""How sure a statement and its hops are, as shares: what was scored, put on the scale of how often it is right."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from math import exp, log
from typing import TYPE_CHECKING, Any

from provenance.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.extraction.rules.said import Said
    from provenance.extraction.rules.spoken import Spoken
    from provenance.model import Hop, Reading

SMALL = 1e-6


class Confidence:
    """The confidence of each of `found`; what was `fitted` is by `training.calibrate`."""

    def __init__(self, found: Sequence[Spoken], fitted: Mapping[str, Any] | None) -> None:
        self._of = {one.said.cue: one for one in found}
        self._fitted = fitted

    def __call__(self, said: Said, chain: tuple[Hop, ...]) -> float:
        """The share of statements scored like `said` that are right; unfitted or not tagged, its weakest hop's."""
        tagged = self._of.get(said.cue)
        if self._fitted is None or tagged is None:
            return min(hop.confidence for hop in chain)
        values = evidence(tagged)
        total = self._fitted["bias"] + sum(w * v for w, v in zip(self._fitted["weights"], values, strict=True))
        return round(1 / (1 + exp(-total)), 2)

    def hops(self, reading: Reading) -> Reading:
        """`reading` with each hop as sure as hops of its construction were found right."""
        if self._fitted is None:
            return reading
        table = self._fitted["hops"]
        attributions = tuple(
            replace(one, chain=tuple(replace(hop, confidence=_share(hop.confidence, table)) for hop in one.chain))
            for one in reading.attributions
        )
        return replace(reading, attributions=attributions)


def _share(stated: float, table: Sequence[tuple[float, float]]) -> float:
    """What stands in `table` for the last entry that is not above `stated`, or for the first."""
    at = bisect_right([entry for entry, _ in table], stated + SMALL)
    return table[max(at - 1, 0)][1]


def evidence(one: Spoken) -> list[float]:
    """What speaks for a statement: log probabilities of its spans and links, and its form."""
    tagged, said = one.tagged, one.said
    return [
        tagged.cue.sure,
        min(part.sure for part in tagged.contents),
        tagged.source.sure if tagged.source else 0.0,
        log(max(tagged.source_link, SMALL)),
        log(max(tagged.content_link, SMALL)),
        float(tagged.source is None),
        float(len(tagged.contents) > 1),
        float(said.quotation is Quotation.DIRECT),
        float("say" in said.verb.frames or "according" in said.verb.frames or "tell" in said.verb.frames),
    ]

"""How sure a statement is, as a share: what the tags and links score, put on the scale of how often they are right."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, Any

from provenance.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.extraction.spoken import Spoken
    from provenance.extraction.statements import Said
    from provenance.model import Hop

SMALL = 1e-6


class Confidence:
    """The confidence of each of `found`; what was `fitted` is by `training.calibrate`."""

    def __init__(self, found: Sequence[Spoken], fitted: Mapping[str, Any] | None) -> None:
        self._of = {one.said.cue: one for one in found}
        self._fitted = fitted

    def __call__(self, said: Said, chain: tuple[Hop, ...]) -> float:
        """The share of statements scored like `said` that are right, the weakest hop of its chain at most."""
        fitted = self._fitted
        if fitted is None:
            return min(hop.confidence for hop in chain)
        values = evidence(self._of[said.cue])
        total = fitted["bias"] + sum(w * v for w, v in zip(fitted["weights"], values, strict=True))
        return round(min(1 / (1 + exp(-total)), *(hop.confidence for hop in chain)), 3)


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

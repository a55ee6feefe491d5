"""What was fitted to annotated articles, read from `data/linking/` once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from provenance.resources import table

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Fitted:
    """`weights` by feature, with the "bias"; `base` and `slope` turn a mean likelihood into a confidence."""

    weights: Mapping[str, float]
    base: float
    slope: float


@cache
def fitted() -> Fitted:
    """Raises ProvenanceError where the file is missing."""
    learnt = table("linking/claims.toml")
    return Fitted(learnt["weights"], **learnt["confidence"])

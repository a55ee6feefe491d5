"""What a statement comes to in its sentence: a short vector, in which what makes one claim lies close together.

A linear map of what its words and what its sentences mean, taught by contrast (Khosla et al. 2020) on statements of
one event that make one claim and others of that event (`training.gist`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from provenance.resources import resource

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

GIST = 96


def gist(meanings: Floats, contexts: Floats) -> Floats:
    """[statements, GIST], of what each means by itself and in its sentences [statements, WIDTH]."""
    made: Floats = inputs(meanings, contexts) @ _map()
    return made


def inputs(meanings: Floats, contexts: Floats) -> Floats:
    """What is mapped: both, each at length 1."""
    return np.concatenate([unit(meanings), unit(contexts)], axis=1)


def unit(vectors: NDArray[Any]) -> NDArray[Any]:
    """Each row at length 1, nothing as it is."""
    made: NDArray[Any] = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return made


@cache
def _map() -> Floats:
    """Raises ProvenanceError where the file is missing."""
    found: Floats = np.load(resource("linking/gist.npy")).astype(np.float32)
    return found

"""The heads that ship with the program, run by onnxruntime."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from provenance.encoder.session import opened
from provenance.extraction.parser.heads import NODES, POINTERS, Described

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]
    Small = NDArray[np.uint8]


class ShippedHeads:
    """Heads of the folder `place`. Raises ExtractorError where they do not load, or score something else."""

    def __init__(self, place: Path) -> None:
        self._nodes = opened(place / NODES, threads=1)
        self._pointers = opened(place / POINTERS, threads=1)

    def describe(self, mentions: Floats, statements: Floats, of_mentions: Small, of_statements: Small, apart: Small
                 ) -> Described:  # fmt: skip
        given = {"mentions": mentions, "statements": statements, "of_mentions": of_mentions,
                 "of_statements": of_statements, "apart": apart}  # fmt: skip
        return Described(*self._nodes.run(None, given))

    def point(self, mentions: Floats, by: Floats, of: Floats, asked: Numbers, pairs: Small) -> tuple[Floats, Floats]:
        given = {"mentions": mentions, "by": by, "of": of, "asked": asked, "pairs": pairs}
        scores, relation = self._pointers.run(None, given)
        return scores, relation


@cache
def heads(place: Path) -> ShippedHeads:
    """Those of a folder, loaded once."""
    return ShippedHeads(place)
